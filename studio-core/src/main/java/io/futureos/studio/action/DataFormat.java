package io.futureos.studio.action;

/** The file formats of exported simulation data. */
public enum DataFormat {
    CSV,
    JSON,
    PARQUET
}
