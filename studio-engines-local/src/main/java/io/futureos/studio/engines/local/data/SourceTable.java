package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One source's table in memory while a package is built: rows up to as-of, by month if it has months. */
final class SourceTable {

    private final FileSource source;
    private final Map<String, Column> columns;
    private final Place[] places;
    private final long rowsAfterAsOf;

    SourceTable(FileSource source, Map<String, Column> columns, Place[] places, long rowsAfterAsOf) {
        this.source = source;
        this.columns = new LinkedHashMap<>(columns);
        this.places = places;
        this.rowsAfterAsOf = rowsAfterAsOf;
    }

    FileSource source() {
        return source;
    }

    String name() {
        return source.name();
    }

    int rows() {
        return places.length;
    }

    long rowsAfterAsOf() {
        return rowsAfterAsOf;
    }

    Collection<Column> columns() {
        return columns.values();
    }

    Optional<Column> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** A column of figures that a derived column is computed from. */
    NumberColumn figures(String name, String usedBy) {
        Column column = columns.get(name);
        if (column instanceof NumberColumn figures) {
            return figures;
        }
        throw new EngineException(
                "config_invalid",
                "Source \"" + name() + "\": the derived column \"" + usedBy + "\" needs \"" + name + "\", which is "
                        + (column == null ? "no column; there are " + new TreeSet<>(columns.keySet()) : "no number")
                        + ".");
    }

    void add(Column derived) {
        columns.put(derived.name(), derived);
    }

    /** Where a row stands in its file. */
    Place place(int row) {
        return places[row];
    }

    Optional<TextColumn> months() {
        return source.timeColumn().map(name -> (TextColumn) columns.get(name));
    }

    /** The last month; empty if the table has none. */
    Optional<String> lastMonth() {
        return months().map(months -> months.text(rows() - 1));
    }

    /** The row of the month {@code lag} months before the one of {@code row}; -1 if there is none. */
    int rowBefore(int row, int lag) {
        TextColumn months = months().orElseThrow();
        String wanted = YearMonth.parse(String.valueOf(months.text(row)))
                .minusMonths(lag)
                .toString();
        for (int earlier = row - 1; earlier >= Math.max(0, row - lag); earlier--) {
            if (wanted.equals(months.text(earlier))) {
                return earlier;
            }
        }
        return -1;
    }

    /** The key of a row in the notation of overrides: its month, else its number from 1. */
    String key(int row) {
        return months().map(months -> String.valueOf(months.text(row))).orElse(Integer.toString(row + 1));
    }

    /** The row with this key; null if there is none. */
    @Nullable
    Integer row(String key) {
        for (int row = 0; row < rows(); row++) {
            if (key(row).equals(key)) {
                return row;
            }
        }
        return null;
    }
}
