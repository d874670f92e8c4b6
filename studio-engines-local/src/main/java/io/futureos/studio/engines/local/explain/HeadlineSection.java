package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engines.local.series.Months;
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
        double probability = findings.forecast().eventProbability();
        Quantiles whole = findings.whole();
        Html html = new Html()
                .quote(findings.task().question())
                .p(
                        Html.strong(Words.capital(Words.likelihood(probability)) + ": " + Words.probability(probability)
                                + "."),
                        " This is the probability that "
                                + findings.label(findings.task().targetVariable()) + " will be " + findings.event()
                                + ", in the scenario \"" + findings.main().name() + "\".")
                .p(
                        "The best estimate of " + findings.quantity() + " is ",
                        Html.strong(findings.value(whole.q50())),
                        ", with a 90 % interval from " + findings.interval(whole.q05(), whole.q95())
                                + " and even odds of ending between " + findings.value(whole.q25()) + " and "
                                + findings.value(whole.q75()) + ". " + place(findings));
        html.p(meaning(probability));
        history(findings, html);
        html.p(whatWouldChangeIt(findings));
        return new ReportSection("The forecast in brief", type(), html.toString(), List.of());
    }

    private static String place(Findings findings) {
        double threshold = findings.task().threshold();
        Quantiles whole = findings.whole();
        String name = "The threshold of " + findings.threshold() + " lies ";
        if (threshold < whole.q05() || threshold > whole.q95()) {
            return name + (threshold > whole.q95() ? "above" : "below") + " the whole 90 % interval.";
        }
        boolean middle = whole.q25() <= threshold && threshold <= whole.q75();
        return name + (middle ? "in the middle half of the forecast." : "inside the 90 % interval but off its middle.");
    }

    private static String meaning(double probability) {
        if (probability > UNDECIDED && probability < 1 - UNDECIDED) {
            return "This is very uncertain: on what is known today the question is open, and a plan should hold for either"
                    + " answer.";
        }
        boolean yes = probability >= 0.5;
        long inHundred = Math.max(1, Math.min(99, Math.round(100 * (yes ? 1 - probability : probability))));
        return "A plan may lean on \"" + (yes ? "yes" : "no") + "\", but of a hundred such forecasts about " + inHundred
                + " should turn out the other way.";
    }

    private static void history(Findings findings, Html html) {
        int last = findings.history().last();
        while (last > findings.history().first() && !findings.history().knows(last)) {
            last--;
        }
        double now = findings.history().at(last);
        double before = findings.history().at(last - 12);
        String text = "The last known figure is " + findings.value(now) + " in " + Words.month(Months.text(last));
        html.p(
                Double.isNaN(before)
                        ? text + "."
                        : text + "; a year before it was " + findings.value(before) + " ("
                                + Words.difference(now - before, findings.unit()) + ")."
                                + overTheYear(findings, last));
    }

    /** A question about a year is about twelve months, of which the last one alone says little. */
    private static String overTheYear(Findings findings, int last) {
        double sum = 0;
        for (int month = last - 11; month <= last; month++) {
            sum += findings.history().at(month);
        }
        return Double.isNaN(sum)
                ? ""
                : " The mean of the twelve months to " + Words.month(Months.text(last)) + " is "
                        + findings.value(sum / 12) + ".";
    }

    private static String whatWouldChangeIt(Findings findings) {
        if (findings.others().isEmpty()) {
            return "No other scenario was run, so this report can't say what would change the answer.";
        }
        return findings.mostDifferent()
                .map(scenario -> changed(findings, scenario))
                .orElse("None of the other scenarios changes the answer.");
    }

    private static String changed(Findings findings, ScenarioResult scenario) {
        double before = findings.forecast().eventProbability();
        double after = scenario.forecast().eventProbability();
        String turn = (before >= 0.5) == (after >= 0.5)
                ? " That moves the probability, but not to the other side of even odds."
                : " That turns the answer.";
        return "Of the scenarios compared, \"" + scenario.name() + "\" matters most: with it the probability is "
                + Words.probability(after) + " and the best estimate "
                + findings.value(scenario.forecast().whole().q50()) + "." + turn;
    }
}
