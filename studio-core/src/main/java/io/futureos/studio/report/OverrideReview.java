package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the assumptions were worth of the last forecast that stood when the outcome became known.
 *
 * @param probability of the event with all of them, as today's engines say
 * @param scores of the forecast with all of them
 * @param verdicts one for each assumption, in a fixed order
 * @param notes what a reader must know, one sentence each
 */
public record OverrideReview(
        double probability, ForecastScores scores, List<OverrideVerdict> verdicts, List<String> notes) {

    public OverrideReview {
        requireNonNull(scores, "scores");
        verdicts = List.copyOf(verdicts);
        notes = List.copyOf(notes);
    }
}
