package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the project's question turned out.
 *
 * @param answer whether the answer is yes
 * @param value what the question's value came to; null where only the answer is known
 * @param knownAt from when on that was known
 * @param source who published it
 * @param question of the question that this is the answer to, whatever its wording; forecasts of another one are not scored
 */
public record Resolution(boolean answer, @Nullable Double value, Instant knownAt, String source, Fingerprint question) {

    public Resolution {
        requireNonNull(knownAt, "knownAt");
        requireNonNull(source, "source");
        requireNonNull(question, "question");
    }
}
