package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;

/** How good such forecasts were in the past. */
final class CalibrationSection implements Section {

    @Override
    public String type() {
        return "calibration";
    }

    @Override
    public ReportSection write(Findings findings) {
        Backtest backtest = findings.forecast().backtest();
        Html html = new Html();
        if (backtest.origins().isEmpty()) {
            html.p("No past forecast could be tested, so nothing is known about how good such forecasts are.");
            return new ReportSection("How good such forecasts were", type(), html.toString(), List.of());
        }
        html.p("The same method was run from " + backtest.origins().size() + " months of the past, "
                + Words.month(backtest.origins().get(0)) + " to "
                + Words.month(backtest.origins().get(backtest.origins().size() - 1)) + ", up to "
                + backtest.horizon() + " months ahead: " + backtest.forecasts()
                + " forecasts whose outcome is known. Neither models nor weights saw anything later than their month. "
                + comparison(backtest));
        html.table(
                List.of("Interval", "Should hold", "Held"),
                List.of(
                        List.of("50 %", "50 %", Words.percent(backtest.coverage50())),
                        List.of("80 %", "80 %", Words.percent(backtest.coverage80())),
                        List.of("90 %", "90 %", Words.percent(backtest.coverage90()))));
        html.p(verdict(backtest));
        html.table(List.of("Figure", "Value", "What it says"), figures(findings, backtest));
        return new ReportSection("How good such forecasts were", type(), html.toString(), charts(backtest));
    }

    private static String comparison(Backtest backtest) {
        if (backtest.crpsSeasonalNaive() <= 0) {
            return "The figure of a year before was never wrong, so nothing could be better.";
        }
        double ratio = backtest.crps() / backtest.crpsSeasonalNaive();
        return ratio <= 1
                ? "Their error (CRPS) was " + Words.percent(1 - ratio) + " smaller than that of \"as a year before\"."
                : "Their error (CRPS) was " + Words.percent(ratio - 1)
                        + " larger than that of \"as a year before\": this method has not earned trust here.";
    }

    private static String verdict(Backtest backtest) {
        double gap = backtest.coverage90() - 0.9;
        String held = "Of the past outcomes " + Words.percent(backtest.coverage90())
                + " fell inside their 90 % interval, which was ";
        if (gap < -0.05) {
            return held + "too seldom: the past surprised this method more often than it said, so read the intervals as"
                    + " somewhat too narrow.";
        }
        return gap > 0.05
                ? held + "more often than it should be: the intervals erred on the side of caution."
                : held + "about as often as it should be.";
    }

    private static List<List<String>> figures(Findings findings, Backtest backtest) {
        return List.of(
                List.of(
                        "CRPS",
                        MethodSection.score(findings, backtest.crps()),
                        "mean error of the whole forecast with its uncertainty; smaller is better"),
                List.of(
                        "CRPS of the seasonal naive forecast",
                        MethodSection.score(findings, backtest.crpsSeasonalNaive()),
                        "the same for the figure of that month a year before"),
                List.of(
                        "MASE",
                        Words.format("%.2f", backtest.mase()),
                        "error of the median against the usual change over a year; below 1 is better than that"),
                List.of(
                        "Brier score",
                        Words.format("%.3f", backtest.brier()),
                        "mean squared error of the probabilities; 0 is perfect, always saying 50 % gives 0.25"),
                List.of(
                        "Log score",
                        Words.format("%.3f", backtest.logScore()),
                        "mean surprise at what happened; 0 is perfect, always saying 50 % gives 0.693"),
                List.of(
                        "Width of the 90 % interval",
                        MethodSection.score(findings, backtest.sharpness90()), "how precise the forecasts were"));
    }

    private static List<Chart> charts(Backtest backtest) {
        List<Chart> charts = new ArrayList<>();
        charts.add(coverage(backtest));
        if (backtest.reliability().size() > 1) {
            charts.add(reliability(backtest.reliability()));
        }
        return charts;
    }

    private static Chart coverage(Backtest backtest) {
        String title = Words.percent(backtest.coverage90()) + " of the outcomes fell inside the 90 % interval";
        return new Chart(
                "bar",
                Charts.bar(
                        List.of("50 % interval", "80 % interval", "90 % interval"),
                        List.of(
                                Charts.series("Should hold", List.of(0.5, 0.8, 0.9)),
                                Charts.series(
                                        "Held",
                                        List.of(backtest.coverage50(), backtest.coverage80(), backtest.coverage90())))),
                Charts.config(
                        title,
                        "Bar chart of interval coverage. " + title + ", " + Words.percent(backtest.coverage80())
                                + " inside the 80 % and " + Words.percent(backtest.coverage50())
                                + " inside the 50 % interval.",
                        "share",
                        "min",
                        0,
                        "max",
                        1));
    }

    private static Chart reliability(List<ReliabilityBin> bins) {
        double cases = bins.stream().mapToInt(ReliabilityBin::count).sum();
        double gap = bins.stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.observed() - bin.forecast()))
                        .sum()
                / cases;
        String title = Words.format("Past probabilities were off by %.0f percentage points on average", 100 * gap);
        return new Chart(
                "line",
                Charts.line(
                        bins.stream()
                                .map(bin -> Words.percent(bin.forecast()) + " (" + bin.count() + ")")
                                .toList(),
                        List.of(
                                Charts.series(
                                        "Came true",
                                        List.copyOf(bins.stream()
                                                .map(ReliabilityBin::observed)
                                                .toList())),
                                Charts.series(
                                        "As forecast",
                                        List.copyOf(bins.stream()
                                                .map(ReliabilityBin::forecast)
                                                .toList()))),
                        List.of()),
                Charts.config(
                        title,
                        "Line chart of how often events came true by their forecast probability. " + title + ".",
                        "share",
                        "x_label",
                        "forecast probability (number of cases)",
                        "y_label",
                        "share that came true",
                        "min",
                        0,
                        "max",
                        1));
    }
}
