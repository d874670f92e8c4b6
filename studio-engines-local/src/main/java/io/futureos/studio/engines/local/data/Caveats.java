package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.OverrideNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader of the forecast must know about its data. */
final class Caveats {

    private Caveats() {}

    static List<String> of(
            List<SourceSpec> specs, List<SourceTable> tables, List<OverrideNote> overrides, Optional<String> asOf) {
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
        for (OverrideNote note : overrides) {
            caveats.add(
                    note.orphaned()
                            ? "The override of " + note.field()
                                    + " has no effect, as the data no longer has this field."
                            : "The figure " + note.field() + " was replaced: " + note.reason());
        }
        return caveats;
    }
}
