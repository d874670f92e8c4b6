package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a project. */
public record ProjectId(UUID value) implements Comparable<ProjectId> {

    public ProjectId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the textual form of a UUID.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static ProjectId of(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ProjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
