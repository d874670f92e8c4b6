package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question, as somebody says.
 *
 * @param value what the question's value came to, in its variable's own unit: a share of 95 per cent is 0.95; null where only
 *     the answer is known
 * @param answer whether the answer is yes; null where it follows from the value
 * @param knownAt from when on it was known, to the microsecond
 * @param source who published it, for the report
 */
public record KnownOutcome(@Nullable Double value, @Nullable Boolean answer, Instant knownAt, String source) {

    public KnownOutcome {
        knownAt = knownAt.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(source, "source");
        if (value == null && answer == null) {
            throw new IllegalArgumentException("An outcome has a value or an answer, and this one has neither");
        }
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException("The value of an outcome is a finite number, was " + value);
        }
    }

    /** The question's value came to this. */
    public static KnownOutcome of(double value, Instant knownAt, String source) {
        return new KnownOutcome(value, null, knownAt, source);
    }

    /** The answer is yes or no, and that is all that is known. */
    public static KnownOutcome of(boolean answer, Instant knownAt, String source) {
        return new KnownOutcome(null, answer, knownAt, source);
    }
}
