package io.futureos.studio.model;

/** The file formats of exported simulation data. */
public enum DataFormat {
    CSV,
    JSON,
    PARQUET
}
