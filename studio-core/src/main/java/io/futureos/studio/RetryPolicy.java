package io.futureos.studio;

import java.time.Duration;
import java.util.Optional;

/**
 * Says how long to wait before a job is tried again whose engine, or whose storage, was not available. Implementations are
 * pure and safe for use by several threads.
 */
@FunctionalInterface
public interface RetryPolicy {

    /**
     * How long to wait; empty if the job is to fail.
     *
     * @param attempts how many there were, 1 or more; the death of a node counts as one
     */
    Optional<Duration> delayAfter(int attempts);

    /** Five attempts, 1, 4, 16 and 64 seconds apart. */
    static RetryPolicy standard() {
        return attempts ->
                attempts < 5 ? Optional.of(Duration.ofSeconds(1L << (2 * (attempts - 1)))) : Optional.empty();
    }

    /** One attempt. */
    static RetryPolicy never() {
        return attempts -> Optional.empty();
    }
}
