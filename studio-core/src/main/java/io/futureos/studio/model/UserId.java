package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a user of the host application. */
public record UserId(UUID value) implements Comparable<UserId> {

    public UserId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the textual form of a UUID.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
