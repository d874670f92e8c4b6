package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.report.ReportSection;
import java.util.List;

/** The question, the answer, how sure it is, and what would change it. */
final class HeadlineSection implements Section {

    private static final double UNDECIDED = 1.0 / 3;

    @Override
    public String type() {
        return "headline";
    }

    @Override
    public ReportSection write(Findings findings) {
        Result main = findings.main();
        Html html = new Html()
                .quote(findings.question())
                .p(
                        "{} This is the probability that {} will be {}, in the scenario \"{}\".",
                        Phrase.say(
                                        Words.capital(Words.likelihood(
                                                        main.probability().value()))
                                                + ": {}.",
                                        main.probability().probability())
                                .strong(),
                        findings.subject(),
                        findings.event(),
                        main.name())
                .p(
                        "The best estimate of {} is {}, with a 90 % interval from {} and even odds of ending between {} and"
                                + " {}. {}",
                        findings.quantity(),
                        findings.value(main.median()).strong(),
                        findings.interval(main.whole(Quantile.Q05), main.whole(Quantile.Q95)),
                        findings.value(main.whole(Quantile.Q25)),
                        findings.value(main.whole(Quantile.Q75)),
                        place(findings))
                .p(meaning(main.probability()))
                .p(NearCertainty.grounds(findings, main).orElseGet(Phrase::nothing))
                .p(record(main))
                .p(history(findings))
                .p(whatWouldChangeIt(findings));
        return html.section("The forecast in brief", type(), List.of());
    }

    private static Phrase place(Findings findings) {
        double threshold = findings.task().threshold();
        Quantiles whole = findings.main().forecast().whole();
        String where;
        if (threshold < whole.q05() || threshold > whole.q95()) {
            where = threshold > whole.q95() ? "above the whole 90 % interval" : "below the whole 90 % interval";
        } else {
            boolean middle = whole.q25() <= threshold && threshold <= whole.q75();
            where = middle
                    ? "in the middle half of the forecast"
                    : "inside the 90 % interval but outside the middle half of the forecast";
        }
        return Phrase.say("The threshold of {} lies " + where + ".", findings.value(findings.threshold()));
    }

    private static Phrase meaning(Figure probability) {
        if (probability.value() > UNDECIDED && probability.value() < 1 - UNDECIDED) {
            return Phrase.say(
                    "This is very uncertain: on what is known today the question is open, and a plan should hold"
                            + " for either answer.");
        }
        boolean yes = probability.value() >= 0.5;
        Figure inHundred = probability.map(p -> Math.max(1, Math.min(99, Math.rint(100 * (yes ? 1 - p : p)))));
        return Phrase.say(
                "A plan may lean on \"" + (yes ? "yes" : "no")
                        + "\", but of a hundred such forecasts about {} should turn out the other way"
                        + " if the probability is right.",
                inHundred.count());
    }

    /** How far the figures can be trusted, which a reader of this section alone must know too. */
    private static Phrase record(Result main) {
        Backtest backtest = main.backtest();
        if (backtest.origins().isEmpty()) {
            return Phrase.say("No past forecast could be tested, so nothing vouches for these figures.");
        }
        Figure held = main.tested(backtest.coverage90(), "coverage90");
        return Phrase.say(
                "How far to trust this: {} of {} past forecasts held the outcome inside their 90 % interval, "
                        + (CalibrationSection.isTooNarrow(held)
                                ? "so the future is less sure than these figures say."
                                : "about as many as should or more."),
                held.percent(),
                main.tested(backtest.forecasts(), "forecasts").count());
    }

    private static Phrase history(Findings findings) {
        int last = findings.history().last();
        while (last > findings.history().first() && !findings.history().knows(last)) {
            last--;
        }
        Figure now = findings.past(last);
        Figure before = findings.past(last - 12);
        Phrase known = Phrase.say("The last known figure is {} in {}", findings.value(now), findings.pastMonth(last));
        if (Double.isNaN(before.value())) {
            return Phrase.say("{}.", known);
        }
        return Phrase.say(
                "{}; a year before it was {} ({}).{}",
                known,
                findings.value(before),
                now.minus(before).differenceIn(findings.unit()),
                overTheYear(findings, last));
    }

    /** A question about a year is about twelve months, of which the last one alone says little. */
    private static Phrase overTheYear(Findings findings, int last) {
        Figure sum = findings.past(last - 11);
        for (int month = last - 10; month <= last; month++) {
            Figure next = findings.past(month);
            sum = sum.with(sum.value() + next.value(), next);
        }
        return Double.isNaN(sum.value())
                ? Phrase.nothing()
                : Phrase.say(
                        " The mean of the twelve months to {} is {}.",
                        findings.pastMonth(last),
                        findings.value(sum.map(total -> total / 12)));
    }

    private static Phrase whatWouldChangeIt(Findings findings) {
        if (findings.others().isEmpty()) {
            return Phrase.say("No other scenario was run, so this report can't say what would change the answer.");
        }
        return findings.mostDifferent()
                .map(scenario -> changed(findings, scenario))
                .orElseGet(() -> Phrase.say("None of the other scenarios changes the answer."));
    }

    private static Phrase changed(Findings findings, Result scenario) {
        double before = findings.main().probability().value();
        double after = scenario.probability().value();
        String turn = (before >= 0.5) == (after >= 0.5)
                ? " That moves the probability, but not to the other side of even odds."
                : " That turns the answer.";
        return Phrase.say(
                "Of the scenarios compared, \"{}\" matters most: with it the probability is {} and the best estimate {}."
                        + turn,
                scenario.name(),
                scenario.probability().probability(),
                findings.value(scenario.median()));
    }
}
