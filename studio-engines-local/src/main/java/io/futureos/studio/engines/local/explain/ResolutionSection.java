package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.ExplanationGenerator.Resolved;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import io.futureos.studio.report.ReportSection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the question turned out, and how good the last forecast before that was. */
final class ResolutionSection implements Section {

    static final String TYPE = "resolution";

    private static final Origin RESOLVED = Origin.of(Kind.RESOLUTION);
    private static final Origin SCORES = RESOLVED.at("scores");

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ReportSection write(Findings findings) {
        Html html = new Html();
        Resolved resolved = findings.request().resolved();
        if (resolved == null) {
            html.p("The outcome is not known yet.");
        } else {
            html.p(outcome(findings, resolved));
            scores(findings, resolved, html);
        }
        return html.section("How it turned out", type(), List.of());
    }

    private static Phrase outcome(Findings findings, Resolved resolved) {
        Double value = resolved.value();
        Phrase answer = Phrase.say(resolved.answer() ? "The answer is yes" : "The answer is no")
                .strong();
        return Phrase.say(
                "{}{}. That has been known since {}; the source is {}.",
                answer,
                value == null
                        ? Phrase.nothing()
                        : Phrase.say(
                                ": {} came to {}",
                                findings.quantity(),
                                findings.value(Figure.at(value, RESOLVED.at("value")))),
                day(resolved),
                Phrase.quoted(resolved.source(), RESOLVED.at("source")));
    }

    private static Phrase day(Resolved resolved) {
        LocalDate day = resolved.knownAt().atZone(ZoneOffset.UTC).toLocalDate();
        return Phrase.number(new BoundNumber(
                Words.day(day), resolved.knownAt().toString(), false, List.of(RESOLVED.at("known_at"))));
    }

    private static void scores(Findings findings, Resolved resolved, Html html) {
        Double probability = resolved.probability();
        ForecastScores scores = resolved.scores();
        if (probability == null || scores == null) {
            html.p("No forecast was published before that, so there is none to score.");
            return;
        }
        html.p(
                "The last forecast that was published before held it to be {}. Scores are better the smaller they are.",
                Figure.at(probability, RESOLVED.at("probability"))
                        .printed(Words.likelihood(probability) + ", at " + Words.probability(probability)));
        List<List<Phrase>> rows = new ArrayList<>();
        rows.add(row("Brier score", scores.brier(), "brier", scores.baseRateBrier(), "base_rate_brier"));
        rows.add(row("Log score", scores.logScore(), "log_score", scores.baseRateLogScore(), "base_rate_log_score"));
        if (scores.crps() != null) {
            rows.add(List.of(
                    Phrase.say("CRPS"),
                    findings.score(Figure.at(scores.crps(), SCORES.at("crps"))),
                    scores.naiveCrps() == null
                            ? Phrase.say("-")
                            : findings.score(Figure.at(scores.naiveCrps(), SCORES.at("naive_crps")))));
        }
        html.table(List.of("Score", "This forecast", "For comparison"), rows);
        html.p(reference(scores));
        new Worth(findings, resolved.review()).write(html);
    }

    private static List<Phrase> row(
            String name, double score, String place, @Nullable Double reference, String referencePlace) {
        return List.of(
                Phrase.say(name),
                Figure.at(score, SCORES.at(place)).as("%.3f"),
                reference == null
                        ? Phrase.say("-")
                        : Figure.at(reference, SCORES.at(referencePlace)).as("%.3f"));
    }

    private static Phrase reference(ForecastScores scores) {
        Double rate = scores.baseRate();
        if (rate == null) {
            return Phrase.nothing();
        }
        String event = scores.baseRateEvent();
        return Phrase.say(
                scores.naiveCrps() == null
                        ? "The comparison is with the base rate of {}{}."
                        : "The comparison is with the base rate of {}{}, and for CRPS with what the seasonal naive forecast scored"
                                + " in the backtest on average.",
                Figure.at(rate, SCORES.at("base_rate")).percent(),
                event == null
                        ? Phrase.say(" that the backtest found")
                        : Phrase.say(
                                ": so often it came true in the backtest that {}",
                                Phrase.quoted(event, SCORES.at("base_rate_event"))));
    }
}
