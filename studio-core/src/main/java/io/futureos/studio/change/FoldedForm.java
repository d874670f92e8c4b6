package io.futureos.studio.change;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.change.History.Steps;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.InstantText;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.PersistentMap;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.ModificationEntry;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A folded project with its history as an open object, the form in which checkpoints keep it. Cells that this
 * version of the library does not know are carried along as they are.
 */
public final class FoldedForm {

    private static final long SCHEMA = 1;

    private FoldedForm() {}

    /** A project and what its revisions add up to besides. */
    public record Folded(Project project, History history) {}

    /** The open object. */
    public static Map<String, Object> write(Folded folded) {
        Project project = folded.project();
        History history = folded.history();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("schema", SCHEMA);
        fields.put("project_id", project.id().toString());
        fields.put("revision", project.revision());
        fields.put("created_at", InstantText.of(project.createdAt()));
        fields.put("updated_at", InstantText.of(project.updatedAt()));
        fields.put("cells", cells(project));
        fields.put("stamps", mapped(project.stamps(), FoldedForm::stamp));
        fields.put("log", history.log().stream().map(FoldedForm::entry).toList());
        fields.put("undoable", mapped(history.undoable(), FoldedForm::steps));
        fields.put("redoable", mapped(history.redoable(), FoldedForm::steps));
        fields.put("last_active", mapped(history.lastActive(), InstantText::of));
        fields.put("last_touched", mapped(history.lastTouched(), InstantText::of));
        return OpenValue.map(fields);
    }

    private static Map<String, Object> cells(Project project) {
        var cells = new LinkedHashMap<String, Object>();
        project.cells().forEach((path, value) -> cells.put(path.text(), Cells.open(value)));
        return cells;
    }

    private static <K, V> Map<String, Object> mapped(Map<K, V> map, Function<V, Object> write) {
        var mapped = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> mapped.put(key.toString(), write.apply(value)));
        return mapped;
    }

    private static Map<String, Object> stamp(Stamp stamp) {
        return Map.of(
                "revision", stamp.revision(),
                "actor", stamp.actor().toString(),
                "at", InstantText.of(stamp.at()),
                "summary", stamp.summary(),
                "restoring", stamp.restoring());
    }

    private static Map<String, Object> entry(ModificationEntry entry) {
        return Map.of(
                "timestamp", InstantText.of(entry.timestamp()),
                "user_id", entry.userId().toString(),
                "workbench", entry.workbench(),
                "action", entry.action(),
                "summary", entry.summary(),
                "reversible", entry.reversible());
    }

    /** The revisions of a stack, the lowest first. */
    private static List<Object> steps(Steps steps) {
        var numbers = new ArrayDeque<Object>();
        for (Steps step = steps; step != null; step = step.below()) {
            numbers.addFirst(step.revision());
        }
        return new ArrayList<>(numbers);
    }

    /**
     * The project and its history.
     *
     * @throws IllegalArgumentException if the object is none, or was written by a newer version of the library
     */
    public static Folded read(Map<String, Object> fields) {
        if (!Long.valueOf(SCHEMA).equals(fields.get("schema"))) {
            throw new IllegalArgumentException("A folded project was written with schema " + fields.get("schema")
                    + ", but this version of the library reads schema " + SCHEMA + "; use a newer version");
        }
        long revision = (Long) field(fields, "revision");
        Project project = Project.empty(ProjectId.of(text(fields, "project_id")), instant(fields, "created_at"));
        for (Map.Entry<String, Object> cell : object(fields, "cells").entrySet()) {
            project = set(project, Cells.at(new CellPath(cell.getKey())), cell.getValue());
        }
        PersistentMap<CellPath, Stamp> stamps = read(object(fields, "stamps"), CellPath::new, FoldedForm::stampOf);
        var history = new History(
                ModificationLog.of(
                        ((List<?>) field(fields, "log"))
                                .stream().map(FoldedForm::entryOf).toList(),
                        revision),
                read(object(fields, "undoable"), UserId::of, FoldedForm::stepsOf),
                read(object(fields, "redoable"), UserId::of, FoldedForm::stepsOf),
                read(object(fields, "last_active"), UserId::of, value -> InstantText.read((String) value)),
                read(object(fields, "last_touched"), name -> name, value -> InstantText.read((String) value)));
        return new Folded(
                project.at(revision, instant(fields, "created_at"), instant(fields, "updated_at"), stamps), history);
    }

    private static <T> Project set(Project project, Cell<T> cell, Object open) {
        return cell.with(project, Optional.of(cell.type().fromOpen(open)));
    }

    private static <K extends Comparable<K>, V> PersistentMap<K, V> read(
            Map<String, Object> written, Function<String, K> key, Function<Object, V> value) {
        PersistentMap<K, V> map = PersistentMap.empty();
        for (Map.Entry<String, Object> entry : written.entrySet()) {
            map = map.with(key.apply(entry.getKey()), value.apply(entry.getValue()));
        }
        return map;
    }

    private static Stamp stampOf(Object value) {
        Map<String, Object> fields = object(value);
        return new Stamp(
                (Long) field(fields, "revision"),
                UserId.of(text(fields, "actor")),
                instant(fields, "at"),
                text(fields, "summary"),
                (Boolean) field(fields, "restoring"));
    }

    private static ModificationEntry entryOf(Object value) {
        Map<String, Object> fields = object(value);
        return new ModificationEntry(
                instant(fields, "timestamp"),
                UserId.of(text(fields, "user_id")),
                text(fields, "workbench"),
                text(fields, "action"),
                text(fields, "summary"),
                (Boolean) field(fields, "reversible"));
    }

    private static Steps stepsOf(Object value) {
        Steps steps = null;
        for (Object number : (List<?>) value) {
            steps = new Steps((Long) number, steps);
        }
        return requireNonNull(steps, "a stack has one step or more");
    }

    private static Object field(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A folded project has \"" + name + "\", but this one has not");
        }
        return value;
    }

    private static String text(Map<String, Object> fields, String name) {
        return (String) field(fields, name);
    }

    private static Instant instant(Map<String, Object> fields, String name) {
        return InstantText.read(text(fields, name));
    }

    private static Map<String, Object> object(Map<String, Object> fields, String name) {
        return object(field(fields, name));
    }

    @SuppressWarnings("unchecked") // the keys of an open object are text
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
