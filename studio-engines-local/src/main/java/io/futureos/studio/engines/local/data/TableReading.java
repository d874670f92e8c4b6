package io.futureos.studio.engines.local.data;

import static java.util.Comparator.comparing;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file into a table and checks every cell on the way. Of a row after as-of nothing but its month is looked at.
 */
final class TableReading implements RowReader.RowTaker {

    private final FileSource source;
    private final @Nullable String asOf;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<@Nullable Column> byPosition = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private Horizon horizon = Horizon.NONE;
    private long rowsAfterAsOf;

    private TableReading(FileSource source, @Nullable String asOf) {
        this.source = source;
        this.asOf = asOf;
    }

    /**
     * The table that {@code content} holds.
     *
     * @param source with its columns known
     * @param asOf the last month to read; null for all
     */
    static SourceTable read(FileSource source, byte[] content, @Nullable String asOf) {
        TableReading reading = new TableReading(source, asOf);
        source.reader().read(content, source.path(), reading);
        return reading.table();
    }

    @Override
    public void columns(List<String> names, Place header) {
        for (String name : source.columns().keySet()) {
            if (!names.contains(name)) {
                throw missing(name, names, header);
            }
        }
        checkDistinct(header);
        for (String name : names) {
            ColumnSpec spec = source.columns().get(name);
            Column column = spec == null ? null : Column.empty(spec);
            if (column != null) {
                columns.put(name, column);
            }
            byPosition.add(column);
        }
        horizon = Horizon.of(source, names, asOf);
    }

    @Override
    public void row(List<RawCell> cells, Place row) {
        if (horizon.isBefore(cells)) {
            rowsAfterAsOf++;
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            Column column = byPosition.get(i);
            if (column != null) {
                column.add(cells.get(i), at(cells.get(i), row).column(column.name()));
            }
        }
        places.add(row);
    }

    /** Names that differ in case only are one name in SQL, and a trap for people too. */
    private void checkDistinct(Place header) {
        Set<String> seen = new HashSet<>();
        Stream.concat(
                        source.columns().keySet().stream(),
                        source.derived().stream().map(DerivedSpec::name))
                .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw header.column(name)
                            .error("column_twice", "another column has this name (case aside); rename one of them.");
                });
    }

    private static Place at(RawCell cell, Place row) {
        return new Place(row.file(), row.counted(), cell.line(), null);
    }

    private SourceTable table() {
        if (places.isEmpty()) {
            throw new EngineException(
                    "no_rows_before_as_of",
                    source.path() + " has no row up to " + asOf + ", only " + rowsAfterAsOf
                            + " after it; ask as of a later month, or add earlier rows.");
        }
        Place[] ordered = places.toArray(Place[]::new);
        Column time = source.timeColumn().map(columns::get).orElse(null);
        if (time instanceof TextColumn months) {
            int[] order = IntStream.range(0, places.size())
                    .boxed()
                    .sorted(comparing((Integer row) -> String.valueOf(months.text(row))))
                    .mapToInt(row -> row)
                    .toArray();
            columns.values().forEach(column -> column.reorder(order));
            ordered = IntStream.of(order).mapToObj(places::get).toArray(Place[]::new);
            checkMonths(months, ordered);
        }
        return new SourceTable(source, columns, ordered, rowsAfterAsOf);
    }

    private static void checkMonths(TextColumn months, Place[] places) {
        for (int row = 1; row < places.length; row++) {
            String before = String.valueOf(months.text(row - 1));
            String month = String.valueOf(months.text(row));
            Place place = places[row].column(months.name());
            if (month.equals(before)) {
                throw place.error(
                        "month_twice",
                        month + " is already in " + places[row].counted() + " " + places[row - 1].number()
                                + "; give each month once.");
            }
        }
    }

    private static EngineException missing(String name, List<String> names, Place header) {
        String hint = Spelling.nearest(name, names)
                .map(nearest -> "; is it the one called \"" + nearest + "\"?")
                .orElse("; add it, or correct its name in the source's configuration.");
        return header.column(name)
                .error(
                        "column_missing",
                        "the column is missing from the header, which has " + String.join(", ", new TreeSet<>(names))
                                + hint);
    }
}
