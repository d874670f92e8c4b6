package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The history and the months ahead: a fan chart and a table. */
final class ForecastSection implements Section {

    private static final int SHOWN = 60;

    @Override
    public String type() {
        return "forecast";
    }

    @Override
    public ReportSection write(Findings findings) {
        List<Quantiles> periods = findings.forecast().periods();
        Html html = new Html()
                .p("The forecast begins after " + Words.month(asOf(findings)) + " and knows nothing later. "
                        + finding(findings) + " The shaded bands hold the value with 50, 80 and 90 % probability.");
        html.table(
                List.of("Month", "Median", "50 % interval", "80 % interval", "90 % interval"),
                periods.stream().map(month -> row(findings, month)).toList());
        return new ReportSection("Month by month", type(), html.toString(), List.of(chart(findings)));
    }

    private static String asOf(Findings findings) {
        return Months.text(findings.history().last());
    }

    private static List<String> row(Findings findings, Quantiles month) {
        return List.of(
                Words.month(month.period()),
                findings.value(month.q50()),
                findings.interval(month.q25(), month.q75()),
                findings.interval(month.q10(), month.q90()),
                findings.interval(month.q05(), month.q95()));
    }

    private static String finding(Findings findings) {
        List<Quantiles> periods = findings.forecast().periods();
        Quantiles first = periods.get(0);
        Quantiles last = periods.get(periods.size() - 1);
        return "The median goes from " + findings.value(first.q50()) + " in " + Words.month(first.period()) + " to "
                + findings.value(last.q50()) + " in " + Words.month(last.period()) + ".";
    }

    private static Chart chart(Findings findings) {
        Fan fan = new Fan(findings);
        Quantiles whole = findings.whole();
        String title = Words.capital(findings.quantity()) + " is expected at " + findings.value(whole.q50())
                + ", and between " + findings.value(whole.q05()) + " and " + findings.value(whole.q95())
                + " with 90 % probability";
        String alt = "Line chart of " + findings.target().label() + " up to " + Words.month(asOf(findings))
                + " with a forecast. " + finding(findings);
        return new Chart(
                "line",
                Charts.line(
                        fan.x(),
                        List.of(
                                Charts.series("History", fan.history()),
                                Charts.series("Median forecast", fan.ahead(Quantiles::q50))),
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
                        Charts.ordered("value", findings.task().threshold(), "label", findings.threshold()),
                        "split",
                        Charts.ordered("x", asOf(findings), "label", "Forecast")));
    }

    /** The chart's columns: the last months of the history, then the months ahead. */
    private static final class Fan {
        private final MonthlySeries history;
        private final List<Quantiles> periods;
        private final int first;

        Fan(Findings findings) {
            this.history = findings.history();
            this.periods = findings.forecast().periods();
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

        List<@Nullable Double> history() {
            List<@Nullable Double> values = new ArrayList<>();
            for (int month = first; month <= history.last(); month++) {
                values.add(history.knows(month) ? (Double) history.at(month) : null);
            }
            periods.forEach(month -> values.add(null));
            return values;
        }

        /** The forecast's figure, joined to the last month of the history. */
        List<@Nullable Double> ahead(ToDoubleFunction<Quantiles> quantile) {
            List<@Nullable Double> values = new ArrayList<>();
            for (int month = first; month < history.last(); month++) {
                values.add(null);
            }
            values.add(history.knows(history.last()) ? (Double) history.at(history.last()) : null);
            periods.forEach(month -> values.add(quantile.applyAsDouble(month)));
            return values;
        }
    }
}
