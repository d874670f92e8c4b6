package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a piece of long work. */
public record JobId(UUID value) implements Comparable<JobId> {

    public JobId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the textual form of a UUID.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static JobId of(String text) {
        return new JobId(UUID.fromString(text));
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
