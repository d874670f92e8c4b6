package io.futureos.studio.engines.local.data;

import io.futureos.studio.model.Fingerprint;
import org.jspecify.annotations.Nullable;

/** A column in memory while a package is built. */
abstract class Column {

    private final ColumnSpec spec;
    private final boolean derived;

    Column(ColumnSpec spec, boolean derived) {
        this.spec = spec;
        this.derived = derived;
    }

    static Column empty(ColumnSpec spec) {
        return spec.type() == ColumnType.NUMBER ? new NumberColumn(spec) : new TextColumn(spec);
    }

    ColumnSpec spec() {
        return spec;
    }

    String name() {
        return spec.name();
    }

    boolean isDerived() {
        return derived;
    }

    /**
     * Adds a cell below the others.
     *
     * @param place of the cell, for errors
     * @throws io.futureos.studio.engine.EngineException if it does not fit the column
     */
    final void add(RawCell cell, Place place) {
        if (cell.isMissing()) {
            if (!spec.optional() && spec.type() != ColumnType.TEXT) {
                throw place.error(
                        "cell_empty",
                        "the cell is empty; fill it in, or set \"optional\" for this column if figures may be missing.");
            }
            addMissing();
        } else if (spec.type().fits(cell)) {
            addText(spec.type().text(cell), place);
        } else {
            throw place.error(
                    "cell_wrong",
                    Place.quote(cell.text()) + " is not " + spec.type().form(cell) + ".");
        }
    }

    abstract void addMissing();

    abstract void addText(String text, Place place);

    /** Puts row {@code order[i]} in place {@code i}. */
    abstract void reorder(int[] order);

    /** The cell as an open value; null if missing. */
    abstract @Nullable Object get(int row);

    /**
     * Replaces a cell.
     *
     * @return why the value does not fit, as the end of a sentence; null if it was set
     */
    abstract @Nullable String set(int row, @Nullable Object value);

    /** Equal for equal cells, on every machine. */
    abstract Fingerprint fingerprint();
}
