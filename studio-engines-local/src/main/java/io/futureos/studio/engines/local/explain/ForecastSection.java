package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history and the months ahead, and how what the question asks about is spread. */
final class ForecastSection implements Section {

    /** Years enough to see trend and season, and few enough for the months ahead to have room. */
    private static final int SHOWN = 36;

    @Override
    public String type() {
        return "forecast";
    }

    @Override
    public ReportSection write(Findings findings) {
        List<List<Phrase>> rows = IntStream.range(
                        0, findings.main().forecast().periods().size())
                .mapToObj(month -> row(findings, month))
                .toList();
        Html html = new Html()
                .p(
                        "The forecast begins after {} and knows nothing later. {} {}",
                        findings.asOf(),
                        finding(findings),
                        legend(findings))
                .table(List.of("Month", "Median", "50 % interval", "80 % interval", "90 % interval"), rows);
        Optional<Chart> outcomes = OutcomeHistogram.of(findings);
        if (outcomes.isPresent() && findings.areChartsShown()) {
            html.p(
                    "The histogram counts the {} equally likely values that the forecast has for {}. The shares on either side"
                            + " of the threshold are those of the forecast's probability, in which reasoners have a say that"
                            + " give no values.",
                    Figure.counted(
                                    findings.main().forecast().values(),
                                    findings.main().pooled().at("values"))
                            .count(),
                    findings.quantity());
        }
        return html.section(
                "Month by month",
                type(),
                Stream.concat(Stream.of(chart(findings)), outcomes.stream()).toList());
    }

    /** What the intervals are, in the chart and in the table. */
    private static Phrase legend(Findings findings) {
        return findings.areChartsShown()
                ? Phrase.say(
                        "The shaded bands, like the table, are those of \"{}\" and should hold a month's value with 50, 80 and"
                                + " 90 % probability; of the other scenarios the chart shows the median.",
                        findings.main().name())
                : Phrase.say(
                        "The table is that of \"{}\", and its intervals should hold a month's value with 50, 80 and 90 %"
                                + " probability.",
                        findings.main().name());
    }

    private static List<Phrase> row(Findings findings, int month) {
        Result main = findings.main();
        return List.of(
                main.monthName(month),
                findings.value(main.month(month, Quantile.Q50)),
                findings.interval(main.month(month, Quantile.Q25), main.month(month, Quantile.Q75)),
                findings.interval(main.month(month, Quantile.Q10), main.month(month, Quantile.Q90)),
                findings.interval(main.month(month, Quantile.Q05), main.month(month, Quantile.Q95)));
    }

    private static Phrase finding(Findings findings) {
        Result main = findings.main();
        int last = main.forecast().periods().size() - 1;
        return Phrase.say(
                "The median goes from {} in {} to {} in {}.",
                findings.value(main.month(0, Quantile.Q50)),
                main.monthName(0),
                findings.value(main.month(last, Quantile.Q50)),
                main.monthName(last));
    }

    private static Chart chart(Findings findings) {
        Fan fan = new Fan(findings);
        Result main = findings.main();
        Phrase title = Phrase.say(
                "{} is expected at {}, and between {} and {} with 90 % probability",
                findings.quantity().capital(),
                findings.value(main.median()),
                findings.value(main.whole(Quantile.Q05)),
                findings.value(main.whole(Quantile.Q95)));
        Phrase alt = Phrase.say(
                "Line chart of {} up to {} with a forecast. {}",
                findings.label(findings.target().name()),
                findings.asOf(),
                finding(findings));
        return new Chart(
                "line",
                Charts.line(
                        fan.x(),
                        fan.lines(),
                        List.of(
                                Charts.band("90 %", fan.ahead(Quantiles::q05), fan.ahead(Quantiles::q95)),
                                Charts.band("80 %", fan.ahead(Quantiles::q10), fan.ahead(Quantiles::q90)),
                                Charts.band("50 %", fan.ahead(Quantiles::q25), fan.ahead(Quantiles::q75)))),
                Charts.config(
                        title,
                        alt,
                        findings.unit(),
                        "y_label",
                        findings.target().label(),
                        "threshold",
                        Charts.threshold(findings),
                        "split",
                        Charts.ordered("x", Months.text(findings.history().last()), "label", "Forecast")));
    }

    /** The chart's columns: the last months of the history, then the months ahead. */
    private static final class Fan {
        private final List<Result> results;
        private final MonthlySeries history;
        private final List<Quantiles> periods;
        private final int first;

        Fan(Findings findings) {
            this.results = findings.results();
            this.history = findings.history();
            this.periods = findings.main().forecast().periods();
            this.first = Math.max(history.first(), history.last() - SHOWN + 1);
        }

        List<String> x() {
            List<String> x = new ArrayList<>();
            for (int month = first; month <= history.last(); month++) {
                x.add(Months.text(month));
            }
            periods.forEach(month -> x.add(month.period()));
            return x;
        }

        /** The history, and the median of each scenario. */
        List<Map<String, Object>> lines() {
            List<Map<String, Object>> lines = new ArrayList<>();
            lines.add(Charts.series("History", history()));
            results.forEach(result ->
                    lines.add(Charts.series(result.scenario().name(), ahead(result.forecast(), Quantiles::q50))));
            return lines;
        }

        private List<@Nullable Double> history() {
            List<@Nullable Double> values = new ArrayList<>();
            for (int month = first; month <= history.last(); month++) {
                values.add(history.knows(month) ? (Double) history.at(month) : null);
            }
            periods.forEach(month -> values.add(null));
            return values;
        }

        /** The forecast's figure, joined to the last month of the history. */
        List<@Nullable Double> ahead(ToDoubleFunction<Quantiles> quantile) {
            return ahead(results.get(0).forecast(), quantile);
        }

        private List<@Nullable Double> ahead(Forecast forecast, ToDoubleFunction<Quantiles> quantile) {
            List<@Nullable Double> values = new ArrayList<>();
            for (int month = first; month < history.last(); month++) {
                values.add(null);
            }
            values.add(history.knows(history.last()) ? (Double) history.at(history.last()) : null);
            for (int ahead = 0; ahead < periods.size(); ahead++) {
                values.add(
                        ahead < forecast.periods().size()
                                ? (Double) quantile.applyAsDouble(
                                        forecast.periods().get(ahead))
                                : null);
            }
            return values;
        }
    }
}
