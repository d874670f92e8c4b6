package io.futureos.studio.engines.local.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The month after which a file's rows do not count.
 *
 * @param column the position of the months; -1 if the file has none
 * @param asOf the last month that counts; null if all do
 */
record Horizon(int column, @Nullable String asOf) {

    static final Horizon NONE = new Horizon(-1, null);

    static Horizon of(FileSource source, List<String> header, @Nullable String asOf) {
        return new Horizon(source.timeColumn().map(header::indexOf).orElse(-1), asOf);
    }

    /** Whether this row comes after as-of. Nothing but its month is looked at. */
    boolean isBefore(List<RawCell> row) {
        if (column < 0 || asOf == null) {
            return false;
        }
        RawCell cell = row.get(column);
        return ColumnType.MONTH.fits(cell)
                && ColumnType.MONTH.text(cell).strip().compareTo(asOf) > 0;
    }
}
