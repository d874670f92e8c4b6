package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What one assumption of a person was worth: the forecast as it was, held against the same forecast without the assumption,
 * made with the same luck.
 *
 * @param place what was set: a field of the data, a dimension, an archetype, or a variable
 * @param value what it was set to (open value)
 * @param reason why, as its author wrote; null where none is asked for
 * @param probabilityWithout of the event; null if the forecast can't be made without the assumption
 * @param scoresWithout of the forecast without it; null if it can't be made
 * @param verdict by the score of the value where the value is known, else by that of the probability
 * @param problem why it can't be told; null if it can
 */
public record OverrideVerdict(
        Kind kind,
        String place,
        @Nullable Object value,
        @Nullable String reason,
        @Nullable Double probabilityWithout,
        @Nullable ForecastScores scoresWithout,
        Verdict verdict,
        @Nullable String problem) {

    /** What people may set by hand. */
    public enum Kind {
        DATA_OVERRIDE,
        POPULATION_ADJUSTMENT,
        ARCHETYPE_EDIT,
        SCENARIO_OVERRIDE,
        SCENARIO_ADJUSTMENT,
        SHOCK
    }

    /** Which forecast was better. */
    public enum Verdict {
        BETTER_WITH,
        BETTER_WITHOUT,
        NO_DIFFERENCE,
        UNKNOWN
    }

    public OverrideVerdict {
        requireNonNull(kind, "kind");
        requireNonNull(place, "place");
        requireNonNull(verdict, "verdict");
    }
}
