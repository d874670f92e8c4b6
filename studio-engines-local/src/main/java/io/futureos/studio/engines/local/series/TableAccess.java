package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.data.TableData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of one data package by name, each read once. For one request of one thread. */
public final class TableAccess implements Function<String, TableData> {

    private final DataPackage data;
    private final EngineContext context;
    private final TableSource source;
    private final Map<String, TableData> read = new LinkedHashMap<>();

    public TableAccess(DataPackage data, EngineContext context, TableSource source) {
        this.data = data;
        this.context = context;
        this.source = source;
    }

    /**
     * The table of this name.
     *
     * @throws EngineException if the package has none
     */
    @Override
    public TableData apply(String name) {
        return read.computeIfAbsent(name, this::fetch);
    }

    private TableData fetch(String name) {
        DataPackage.Table table = data.table(name).orElseThrow(() -> {
            List<String> names =
                    data.tables().stream().map(DataPackage.Table::name).toList();
            return new EngineException(
                    "table_missing",
                    "The data package has no table \"" + name + "\"" + Spelling.hint(name, names) + ".");
        });
        return source.read(table, context);
    }
}
