package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;

/** Reads the tables of a data package back from Parquet. */
public final class PackageTables {

    private PackageTables() {}

    /** The whole table, its columns of numbers, months and text. */
    public static TableData read(DataPackage.Table table, EngineContext context) {
        throw new UnsupportedOperationException(table.name() + context);
    }
}
