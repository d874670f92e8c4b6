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

    /** In the order of their texts, which is that of databases; {@link UUID#compareTo} takes the halves for signed. */
    @Override
    public int compareTo(ProjectId other) {
        int byFirstHalf = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return byFirstHalf != 0
                ? byFirstHalf
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
