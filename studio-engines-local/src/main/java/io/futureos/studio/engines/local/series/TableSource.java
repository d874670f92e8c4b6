package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engines.local.data.TableData;

/** Where the rows of a package's table come from. */
@FunctionalInterface
public interface TableSource {

    TableData read(DataPackage.Table table, EngineContext context);
}
