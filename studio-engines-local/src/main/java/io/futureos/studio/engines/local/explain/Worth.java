package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.report.OverrideVerdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the assumptions that people set by hand were worth, once the outcome is known. */
record Worth(Findings findings, @Nullable OverrideReview review) {

    private static final Origin REVIEW = Origin.of(Kind.RESOLUTION).at("review");

    void write(Html html) {
        html.h3("What the assumptions were worth");
        if (review == null) {
            html.p("It was not found out yet; a report that is generated after that tells it.");
            return;
        }
        if (review.verdicts().isEmpty()) {
            html.p("Nobody had set anything by hand.");
        } else {
            html.p(
                    "The forecast was made again with everything that people had set by hand, and once without each of it, with the"
                            + " same luck. With all of it, it gives {} and scores {} ({}; smaller is better). One outcome says"
                            + " whether an assumption helped this time, not whether it was wise.",
                    Figure.at(review.probability(), REVIEW.at("probability")).probability(),
                    score(review.scores(), REVIEW.at("scores")),
                    Phrase.say(byValue() ? "CRPS" : "Brier score"));
            html.table(
                    List.of("Set by hand", "To", "Probability without it", "Score without it", "The forecast was"),
                    IntStream.range(0, review.verdicts().size())
                            .mapToObj(i -> row(review.verdicts().get(i), REVIEW.at("verdicts", i)))
                            .toList());
        }
        html.ul(IntStream.range(0, review.notes().size())
                .mapToObj(i -> Phrase.quoted(review.notes().get(i), REVIEW.at("notes", i)))
                .toList());
    }

    /** Where the value is known, forecasts are judged by what they said of it. */
    private boolean byValue() {
        return Objects.requireNonNull(review).scores().crps() != null;
    }

    private Phrase score(ForecastScores scores, Origin origin) {
        Double crps = scores.crps();
        return byValue() && crps != null
                ? findings.score(Figure.at(crps, origin.at("crps")))
                : Figure.at(scores.brier(), origin.at("brier")).as("%.3f");
    }

    private List<Phrase> row(OverrideVerdict verdict, Origin origin) {
        Double probability = verdict.probabilityWithout();
        ForecastScores scores = verdict.scoresWithout();
        return List.of(
                place(verdict, origin),
                value(verdict, origin.at("value")),
                probability == null
                        ? Phrase.say("-")
                        : Figure.at(probability, origin.at("probability_without"))
                                .probability(),
                scores == null ? Phrase.say("-") : score(scores, origin.at("scores_without")),
                judged(verdict, origin));
    }

    private Phrase place(OverrideVerdict verdict, Origin origin) {
        Phrase name = Phrase.quoted(verdict.place(), origin.at("place"));
        Phrase said = switch (verdict.kind()) {
            case DATA_OVERRIDE -> Phrase.say("Figure {}", name);
            case POPULATION_ADJUSTMENT -> Phrase.say("Population, {}", name);
            case ARCHETYPE_EDIT -> Phrase.say("Archetype {}", name);
            case SCENARIO_OVERRIDE -> findings.label(verdict.place()).capital();
            case SCENARIO_ADJUSTMENT -> Phrase.say("Population of the scenario, {}", name);
            case SHOCK -> Phrase.say("Shock of {}", findings.label(verdict.place()));
        };
        String reason = verdict.reason();
        return reason == null || reason.isBlank()
                ? said
                : Phrase.say("{} ({})", said, Phrase.quoted(reason, origin.at("reason")));
    }

    private Phrase value(OverrideVerdict verdict, Origin origin) {
        Object value = verdict.value();
        return verdict.kind() == OverrideVerdict.Kind.SCENARIO_OVERRIDE && value != null
                ? findings.valueOf(verdict.place(), value, origin)
                : OpenText.of(value, origin);
    }

    private static Phrase judged(OverrideVerdict verdict, Origin origin) {
        return switch (verdict.verdict()) {
            case BETTER_WITH -> Phrase.say("better with it");
            case BETTER_WITHOUT -> Phrase.say("better without it");
            case NO_DIFFERENCE -> Phrase.say("the same");
            case UNKNOWN ->
                Phrase.say(
                        "not to be told: {}",
                        Phrase.quoted(
                                Objects.requireNonNullElse(verdict.problem(), "no reason given"),
                                origin.at("problem")));
        };
    }
}
