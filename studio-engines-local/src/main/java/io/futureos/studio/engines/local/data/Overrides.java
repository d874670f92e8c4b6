package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.OpenValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces figures by those of the analyst. A field is written {@code table.column[key]}: the key is the month in a table
 * with months, for example {@code new_cars.battery_electric[2023-01]}, and the number of the row from 1 in any other.
 */
final class Overrides {

    private static final Pattern FIELD = Pattern.compile("(?<cell>[^\\[\\]]+\\.[^\\[\\]]+)\\[(?<key>[^\\[\\]]+)]");

    private final List<SourceTable> tables;
    private final Set<String> seen = new HashSet<>();

    private Overrides(List<SourceTable> tables) {
        this.tables = tables;
    }

    /**
     * Sets the figures in the tables.
     *
     * @return what became of each; one whose field is gone is orphaned and changes nothing
     * @throws EngineException if a field is malformed or derived, or a value does not fit its column
     */
    static List<OverrideNote> apply(List<DataOverride> overrides, List<SourceTable> tables) {
        Overrides application = new Overrides(tables);
        List<OverrideNote> notes = new ArrayList<>();
        overrides.forEach(override -> notes.add(application.apply(override)));
        return notes;
    }

    private OverrideNote apply(DataOverride override) {
        Matcher field = FIELD.matcher(override.field());
        if (!field.matches()) {
            throw wrong(
                    override,
                    "override_malformed",
                    "is not a field; write table.column[key], where the key is a month or the number of a row");
        }
        if (!seen.add(override.field())) {
            throw wrong(override, "override_twice", "is there twice; keep one");
        }
        for (SourceTable table : tables) {
            if (field.group("cell").startsWith(table.name() + ".")) {
                String column = field.group("cell").substring(table.name().length() + 1);
                return apply(override, table, column, field.group("key"));
            }
        }
        return orphaned(override);
    }

    private static OverrideNote apply(DataOverride override, SourceTable table, String name, String key) {
        if (table.source().derived().stream().anyMatch(derived -> derived.name().equals(name))) {
            throw wrong(override, "override_derived", "is derived; override the figures that it is computed from");
        }
        if (table.source().isTimeColumn(name)) {
            throw wrong(override, "override_time", "is the month itself; override the figures of the month instead");
        }
        Column column = table.column(name).orElse(null);
        Integer row = table.row(key);
        if (column == null || row == null) {
            return orphaned(override);
        }
        Object original = OpenValue.of(column.get(row));
        String objection = column.set(row, override.value());
        if (objection != null) {
            throw wrong(
                    override,
                    "override_wrong_value",
                    "has the value " + Place.quote(String.valueOf(override.value())) + ", but " + objection);
        }
        return note(override, original, false);
    }

    private static OverrideNote orphaned(DataOverride override) {
        return note(override, null, true);
    }

    private static OverrideNote note(DataOverride override, @Nullable Object original, boolean orphaned) {
        return new OverrideNote(override.field(), original, override.value(), override.reason(), orphaned);
    }

    private static EngineException wrong(DataOverride override, String code, String what) {
        return new EngineException(code, "The override of " + override.field() + " " + what + ".");
    }
}
