package io.futureos.studio.engines.local.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of a file hold, where the configuration does not say. Rows after as-of are not looked at. */
final class ColumnInference implements RowReader.RowTaker {

    private final FileSource source;
    private final @Nullable String asOf;
    private final List<Guess> guesses = new ArrayList<>();
    private Horizon horizon = Horizon.NONE;

    private ColumnInference(FileSource source, @Nullable String asOf) {
        this.source = source;
        this.asOf = asOf;
    }

    /** The source with all its columns known; as it is if its configuration names them. */
    static FileSource complete(FileSource source, byte[] content, @Nullable String asOf) {
        if (!source.columns().isEmpty()) {
            return source;
        }
        ColumnInference inference = new ColumnInference(source, asOf);
        source.reader().read(content, source.path(), inference);
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        inference.guesses.forEach(guess -> columns.put(guess.name, guess.spec(source)));
        return source.withColumns(columns);
    }

    @Override
    public void columns(List<String> names, Place header) {
        source.timeColumn().filter(name -> !names.contains(name)).ifPresent(name -> {
            throw header.column(name)
                    .error(
                            "column_missing",
                            "the time column is missing from the header, which has " + String.join(", ", names) + ".");
        });
        horizon = Horizon.of(source, names, asOf);
        names.forEach(name -> guesses.add(new Guess(name)));
    }

    @Override
    public void row(List<RawCell> cells, Place row) {
        if (horizon.isBefore(cells)) {
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            guesses.get(i).see(cells.get(i));
        }
    }

    /** The strictest type that every cell so far fits. */
    private static final class Guess {
        private static final List<ColumnType> STRICTEST_FIRST =
                List.of(ColumnType.NUMBER, ColumnType.MONTH, ColumnType.BOOLEAN, ColumnType.TEXT);

        private final String name;
        private final List<ColumnType> possible = new ArrayList<>(STRICTEST_FIRST);
        private boolean missing;
        private @Nullable RawCell seen;

        Guess(String name) {
            this.name = name;
        }

        void see(RawCell cell) {
            if (cell.isMissing()) {
                missing = true;
            } else {
                possible.removeIf(type -> !type.fits(cell) || (type == ColumnType.MONTH && isDay(cell)));
                seen = cell;
            }
        }

        /** Only a column that was said to hold months loses its days. */
        private static boolean isDay(RawCell cell) {
            return cell.form() == RawCell.Form.DAY;
        }

        ColumnSpec spec(FileSource source) {
            if (source.isTimeColumn(name)) {
                return ColumnSpec.inferred(name, ColumnType.MONTH, "", false);
            }
            ColumnType type = seen == null ? ColumnType.TEXT : possible.get(0);
            return ColumnSpec.inferred(name, type, source.unit(), missing);
        }
    }
}
