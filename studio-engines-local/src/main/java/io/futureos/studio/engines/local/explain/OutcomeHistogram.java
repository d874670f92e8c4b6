package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.Chart;
import java.util.List;
import java.util.Optional;

/** How the forecast spreads what the question asks about: its equally likely values, counted on either side of the threshold. */
final class OutcomeHistogram {

    private OutcomeHistogram() {}

    /** Empty if the forecast tells no values, or the same over and over. */
    static Optional<Chart> of(Findings findings) {
        List<Double> values = findings.main().forecast().values();
        return values.stream().distinct().count() > 1
                ? Optional.of(chart(findings, Bins.of(values)))
                : Optional.empty();
    }

    private static Chart chart(Findings findings, Bins bins) {
        Result main = findings.main();
        Phrase title = Phrase.say(
                "{} is " + Words.comparison(findings.task().comparison()) + " {} with a probability of {}",
                findings.quantity().capital(),
                findings.value(findings.threshold()),
                main.probability().probability());
        Phrase alt = Phrase.say(
                "Histogram of {} equally likely values of {}, with a median of {}. {}.",
                Figure.counted(main.forecast().values(), main.pooled().at("values"))
                        .count(),
                findings.quantity(),
                findings.value(main.median()),
                title);
        return new Chart(
                "histogram",
                Charts.ordered(
                        "edges",
                        bins.edges(),
                        "counts",
                        bins.counts(),
                        "marks",
                        List.of(Charts.ordered("value", main.median().value(), "label", "Median")),
                        "below",
                        below(findings)),
                Charts.config(
                        title,
                        alt,
                        findings.unit(),
                        "x_label",
                        findings.quantity().capital().text(),
                        "threshold",
                        Charts.threshold(findings)));
    }

    /** By the forecast's probability, in which also reasoners have a say who give no values. */
    private static double below(Findings findings) {
        double yes = findings.main().probability().value();
        boolean above = findings.task()
                .comparison()
                .holds(Double.MAX_VALUE, findings.task().threshold());
        return above ? 1 - yes : yes;
    }
}
