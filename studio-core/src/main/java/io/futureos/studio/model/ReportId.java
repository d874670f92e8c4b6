package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a generated report. */
public record ReportId(UUID value) implements Comparable<ReportId> {

    public ReportId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the textual form of a UUID.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ReportId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
