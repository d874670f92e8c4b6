package io.futureos.studio.change;

import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.InstantText;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as open values, the form in which journals keep them: a schema number, the header, and each change as
 * {@code [path, before, after]}, where null means that the cell has no value. Older schemas are brought up to date while
 * reading; cells that this version does not know are carried along as they are. Safe for use by several threads.
 */
public final class JournalForm {

    /** The schema that this version writes. */
    public static final int SCHEMA = 1;

    private final int schema;
    private final Map<Integer, Upcaster> upcasters = new TreeMap<>();

    /** Reads and writes the current schema; there is no older one yet. */
    public JournalForm() {
        this(SCHEMA, List.of());
    }

    JournalForm(int schema, List<Upcaster> upcasters) {
        this.schema = schema;
        upcasters.forEach(upcaster -> this.upcasters.put(upcaster.from(), upcaster));
    }

    /** The revision as an open object. */
    public Map<String, Object> write(Revision revision) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("schema", (long) schema);
        fields.put("number", revision.number());
        fields.put("id", revision.id().toString());
        fields.put("actor", revision.actor().toString());
        fields.put("at", InstantText.of(revision.at()));
        fields.put("workbench", revision.workbench());
        fields.put("action", revision.action());
        fields.put("summary", revision.summary());
        fields.put("reversible", revision.reversible());
        if (revision.undoes() != null) {
            fields.put("undoes", revision.undoes());
        }
        if (revision.redoes() != null) {
            fields.put("redoes", revision.redoes());
        }
        fields.put(
                "changes", revision.changes().stream().map(JournalForm::written).toList());
        return OpenValue.map(fields);
    }

    private static <T> List<@Nullable Object> written(Change<T> change) {
        Cell<T> cell = change.cell();
        return Arrays.asList(
                cell.path().text(),
                change.before().map(cell.type()::toOpen).orElse(null),
                change.after().map(cell.type()::toOpen).orElse(null));
    }

    /**
     * The revision that {@code fields} describe.
     *
     * @throws IllegalArgumentException if they are no revision, or one of a newer schema
     */
    public Revision read(Map<String, Object> fields) {
        Map<String, Object> current = upToDate(fields);
        return new Revision(
                whole(current, "number"),
                UUID.fromString(text(current, "id")),
                UserId.of(text(current, "actor")),
                InstantText.read(text(current, "at")),
                text(current, "workbench"),
                text(current, "action"),
                text(current, "summary"),
                Boolean.TRUE.equals(current.get("reversible")),
                (Long) current.get("undoes"),
                (Long) current.get("redoes"),
                changes(current.get("changes")));
    }

    private Map<String, Object> upToDate(Map<String, Object> fields) {
        Map<String, Object> current = fields;
        for (long at = whole(fields, "schema"); at != schema; at++) {
            Upcaster upcaster = upcasters.get((int) at);
            if (upcaster == null) {
                throw new IllegalArgumentException("Revision " + fields.get("number") + " was journalled with schema "
                        + at + ", but this version of the library reads schema " + schema
                        + (at > schema ? "; use a newer version" : " and has no upcaster for it"));
            }
            current = upcaster.upcast(current);
        }
        return current;
    }

    private static List<Change<?>> changes(@Nullable Object written) {
        var changes = new ArrayList<Change<?>>();
        if (written instanceof List<?> list) {
            for (Object change : list) {
                changes.add(change((List<?>) change));
            }
        }
        return changes;
    }

    private static Change<?> change(List<?> written) {
        Cell<?> cell = Cells.at(new CellPath(String.valueOf(written.get(0))));
        return change(cell, written.get(1), written.get(2));
    }

    private static <T> Change<T> change(Cell<T> cell, @Nullable Object before, @Nullable Object after) {
        return new Change<>(cell, value(cell, before), value(cell, after));
    }

    private static <T> Optional<T> value(Cell<T> cell, @Nullable Object open) {
        return Optional.ofNullable(open).map(cell.type()::fromOpen);
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "A journalled revision has text in \"" + name + "\", but this one has " + fields.get(name));
    }

    private static long whole(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(
                "A journalled revision has a whole number in \"" + name + "\", but this one has " + fields.get(name));
    }
}
