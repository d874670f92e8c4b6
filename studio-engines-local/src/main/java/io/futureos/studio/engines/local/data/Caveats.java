package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Calendar;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.DataPackage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader of the forecast must know about its data. */
final class Caveats {

    private Caveats() {}

    static List<String> of(
            List<SourceSpec> specs,
            List<SourceTable> tables,
            List<Table> stored,
            List<OverrideNote> overrides,
            Optional<String> asOf) {
        List<String> caveats = new ArrayList<>();
        for (SourceSpec spec : specs) {
            if (spec.citation().isEmpty()) {
                caveats.add("Source \"" + spec.name() + "\" does not say who published its figures.");
            }
        }
        for (SourceTable table : tables) {
            if (table.rowsAfterAsOf() > 0) {
                caveats.add("Rows of \"" + table.name() + "\" after " + asOf.orElse("the as-of month")
                        + " were left out: " + table.rowsAfterAsOf() + ".");
            }
            table.lastMonth()
                    .filter(last ->
                            asOf.filter(month -> last.compareTo(month) < 0).isPresent())
                    .ifPresent(last -> caveats.add(
                            "The figures of \"" + table.name() + "\" end in " + last + ", before the others."));
        }
        stored.forEach(table -> caveats.addAll(flaws(table)));
        for (OverrideNote note : overrides) {
            caveats.add(
                    note.orphaned()
                            ? "The override of " + note.field()
                                    + " has no effect, as the data no longer has this field."
                            : "The figure " + note.field() + " was replaced: " + note.reason());
        }
        return caveats;
    }

    /** What a table lacks, or has twice. */
    private static List<String> flaws(Table table) {
        List<String> flaws = new ArrayList<>();
        Long duplicates = table.duplicateRows();
        if (duplicates != null && duplicates > 0) {
            flaws.add("Rows of \"" + table.name() + "\" that say the same as one before them: " + duplicates
                    + ". Each counts.");
        }
        for (ColumnProfile column : table.columns()) {
            Calendar calendar = column.name().equals(table.timeColumn()) ? column.calendar() : null;
            if (calendar != null && calendar.firstGap() != null) {
                flaws.add("Months that \"" + table.name() + "\" does not have between " + calendar.first() + " and "
                        + calendar.last() + ": " + calendar.gaps() + ", the first is " + calendar.firstGap() + ".");
            }
            if (table.timeColumn() != null && !column.derived() && column.missing() > 0) {
                flaws.add("Figures of \"" + table.name() + "." + column.name() + "\" that are missing: "
                        + column.missing() + ".");
            }
        }
        return flaws;
    }
}
