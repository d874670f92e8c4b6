package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engines.local.data.PackageTables;
import io.futureos.studio.engines.local.data.TableData;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Another source, whose tables are kept that were read last: to unpack one takes a database that is started for it, and the
 * runs of one question all ask for the same few. A table is known by the key of its content, so what is kept never grows
 * old. Safe for several threads; two that ask at the same moment may both read, and get the same.
 */
public final class RecentTables implements TableSource {

    /** Cells kept at most, of all tables together: some ten megabytes. */
    static final long MOST_CELLS = 1_000_000;

    private final TableSource source;
    private final Map<DataPackage.Table, TableData> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long cells;

    /** What is read out of the tables' stored bytes. */
    public RecentTables() {
        this(PackageTables::read);
    }

    public RecentTables(TableSource source) {
        this.source = source;
    }

    @Override
    public TableData read(DataPackage.Table table, EngineContext context) {
        synchronized (kept) {
            TableData known = kept.get(table);
            if (known != null) {
                return known;
            }
        }
        TableData read = source.read(table, context);
        keep(table, read);
        return read;
    }

    private void keep(DataPackage.Table table, TableData read) {
        if (cells(table) > MOST_CELLS) {
            return;
        }
        synchronized (kept) {
            if (kept.put(table, read) == null) {
                cells += cells(table);
            }
            var eldest = kept.keySet().iterator();
            while (cells > MOST_CELLS) {
                cells -= cells(eldest.next());
                eldest.remove();
            }
        }
    }

    private static long cells(DataPackage.Table table) {
        return table.rows() * table.columns().size();
    }
}
