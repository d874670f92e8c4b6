package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One thing that is made by jobs, one job at a time: the understood question, the data package, the population, a
 * scenario's run, the report, an export of it, the delivery that a schedule asks for, or what the assumptions of a forecast were
 * worth once its outcome is known.
 *
 * @param key which scenario, format or schedule; empty where there is just one
 */
public record Lane(Kind kind, String key) implements Comparable<Lane> {

    /** What is made. */
    public enum Kind {
        QUESTION,
        DATA,
        POPULATION,
        SCENARIO,
        REPORT,
        EXPORT,
        DELIVERY,
        RESOLUTION;

        private final String segment = name().toLowerCase(Locale.ROOT);

        String segment() {
            return segment;
        }

        boolean hasKey() {
            return this == SCENARIO || this == EXPORT || this == DELIVERY;
        }
    }

    public static final Lane QUESTION = new Lane(Kind.QUESTION, "");
    public static final Lane DATA = new Lane(Kind.DATA, "");
    public static final Lane POPULATION = new Lane(Kind.POPULATION, "");
    public static final Lane REPORT = new Lane(Kind.REPORT, "");
    public static final Lane RESOLUTION = new Lane(Kind.RESOLUTION, "");

    public Lane {
        requireNonNull(kind, "kind");
        if (key.isEmpty() == kind.hasKey()) {
            throw new IllegalArgumentException("A lane of kind " + kind + " can't have the key \"" + key + "\"");
        }
    }

    /** The lane of a scenario's runs. */
    public static Lane scenario(ScenarioId id) {
        return new Lane(Kind.SCENARIO, id.toString());
    }

    /** The lane of a format's exports. */
    public static Lane export(ExportFormat format) {
        return new Lane(Kind.EXPORT, format.wireName());
    }

    /** The lane of a schedule's deliveries. */
    public static Lane delivery(UUID schedule) {
        return new Lane(Kind.DELIVERY, schedule.toString());
    }

    /** Reads the segments that {@link #under} wrote. */
    static Lane of(List<String> segments) {
        Kind kind = Kind.valueOf(segments.get(0).toUpperCase(Locale.ROOT));
        return new Lane(kind, kind.hasKey() ? segments.get(1) : "");
    }

    /** The path of this lane below {@code room}. */
    CellPath under(String room) {
        CellPath path = CellPath.of(room, kind.segment());
        return kind.hasKey() ? path.child(key) : path;
    }

    /** The scenario whose runs these are. */
    public ScenarioId scenarioId() {
        return ScenarioId.of(key);
    }

    @Override
    public int compareTo(Lane other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key.isEmpty() ? kind.segment() : kind.segment() + "/" + key;
    }
}
