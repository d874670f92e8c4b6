package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a team of the host application. */
public record TeamId(UUID value) implements Comparable<TeamId> {

    public TeamId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the textual form of a UUID.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
