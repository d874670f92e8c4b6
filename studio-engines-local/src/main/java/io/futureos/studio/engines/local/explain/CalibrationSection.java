package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How good such forecasts were in the past. */
final class CalibrationSection implements Section {

    private static final double NOMINAL = 0.9;
    private static final double SLACK = 0.05;
    private static final String TITLE = "How good such forecasts were";

    @Override
    public String type() {
        return "calibration";
    }

    @Override
    public ReportSection write(Findings findings) {
        Result main = findings.main();
        Backtest backtest = main.backtest();
        Html html = new Html();
        if (backtest.origins().isEmpty()) {
            html.p("No past forecast could be tested, so nothing is known about how good such forecasts are.");
            return html.section(TITLE, type(), List.of());
        }
        int last = backtest.origins().size() - 1;
        Origin origins = main.backtested().at("origins");
        html.p(
                "The same method was run from {} past months, {} to {}, each time up to {} months ahead: {} forecasts whose"
                        + " outcome is known. Neither models nor weights saw anything later than their month. {}",
                Figure.counted(backtest.origins(), origins).count(),
                Phrase.month(backtest.origins().get(0), origins.at(0)),
                Phrase.month(backtest.origins().get(last), origins.at(last)),
                main.tested(backtest.horizon(), "horizon").count(),
                main.tested(backtest.forecasts(), "forecasts").count(),
                comparison(main));
        html.table(
                List.of("Interval", "Should hold", "Held"),
                List.of(
                        List.of(
                                Phrase.say("50 %"),
                                Phrase.say("50 %"),
                                coverage50(main).percent()),
                        List.of(
                                Phrase.say("80 %"),
                                Phrase.say("80 %"),
                                coverage80(main).percent()),
                        List.of(
                                Phrase.say("90 %"),
                                Phrase.say("90 %"),
                                coverage90(main).percent())));
        html.p(verdict(coverage90(main)));
        html.table(List.of("Figure", "Value", "What it says"), figures(findings));
        html.p(event(main));
        return html.section(TITLE, type(), charts(main));
    }

    private static Figure coverage50(Result main) {
        return main.tested(main.backtest().coverage50(), "coverage50");
    }

    private static Figure coverage80(Result main) {
        return main.tested(main.backtest().coverage80(), "coverage80");
    }

    private static Figure coverage90(Result main) {
        return main.tested(main.backtest().coverage90(), "coverage90");
    }

    private static Figure crps(Result main) {
        return main.tested(main.backtest().crps(), "crps");
    }

    private static Figure naive(Result main) {
        return main.tested(main.backtest().crpsSeasonalNaive(), "crps_seasonal_naive");
    }

    private static Phrase comparison(Result main) {
        if (naive(main).value() <= 0) {
            return Phrase.say("The figure of a year before was never wrong, so nothing could be better.");
        }
        Figure ratio = crps(main).with(crps(main).value() / naive(main).value(), naive(main));
        return ratio.value() <= 1
                ? Phrase.say(
                        "Their error (CRPS) was {} smaller than that of \"as a year before\".",
                        ratio.map(r -> 1 - r).percent())
                : Phrase.say(
                        "Their error (CRPS) was {} larger than that of \"as a year before\": this method has not earned trust"
                                + " here.",
                        ratio.map(r -> r - 1).percent());
    }

    /** Whether so few outcomes fell inside their 90 per cent intervals that a reader has to know. */
    static boolean isTooNarrow(Figure coverage90) {
        return coverage90.value() - NOMINAL < -SLACK;
    }

    private static Phrase verdict(Figure coverage) {
        double gap = coverage.value() - 0.9;
        Phrase held =
                Phrase.say("Of the past outcomes {} fell inside their 90 % interval, which was ", coverage.percent());
        if (isTooNarrow(coverage)) {
            return Phrase.say(
                    "{}too seldom: the past surprised this method more often than it said, so read the intervals as somewhat"
                            + " too narrow.",
                    held);
        }
        return gap > SLACK
                ? Phrase.say("{}more often than it should be: the intervals erred on the side of caution.", held)
                : Phrase.say("{}about as often as it should be.", held);
    }

    /** What the scores of probabilities are about, and what somebody scores who only knows how often that comes. */
    private static Phrase event(Result main) {
        return main.judgedEventRate()
                .map(rate -> {
                    Figure always = rate.map(p -> p * (1 - p));
                    return Phrase.say(
                            "Brier score and log score judge one event, month by month: that {}. It came true in {} of the"
                                    + " cases. Always saying {}, which nobody could know beforehand, would have a Brier score"
                                    + " of {}; the forecasts' own probabilities were "
                                    + (main.backtest().brier() < always.value() ? "better" : "no better")
                                    + " than that.",
                            main.judgedEvent(),
                            rate.percent(),
                            rate.percent(),
                            always.as("%.3f"));
                })
                .orElseGet(Phrase::nothing);
    }

    private static List<List<Phrase>> figures(Findings findings) {
        Result main = findings.main();
        Backtest backtest = main.backtest();
        return List.of(
                figure(
                        "CRPS",
                        findings.score(crps(main)),
                        "mean error of the whole forecast with its uncertainty; smaller is better"),
                figure(
                        "CRPS of the seasonal naive forecast",
                        findings.score(naive(main)),
                        "the same for the figure of that month a year before"),
                figure(
                        "MASE",
                        main.tested(backtest.mase(), "mase").as("%.2f"),
                        "error of the median against the usual change over a year; below 1 is better than that"),
                figure(
                        "Brier score",
                        main.tested(backtest.brier(), "brier").as("%.3f"),
                        "mean squared error of the probabilities; 0 is perfect, always saying 50 % gives 0.25"),
                figure(
                        "Log score",
                        main.tested(backtest.logScore(), "log_score").as("%.3f"),
                        "mean surprise at what happened; 0 is perfect, always saying 50 % gives 0.693"),
                figure(
                        "Width of the 90 % interval",
                        findings.width(main.tested(backtest.sharpness90(), "sharpness90")),
                        "how precise the forecasts were"));
    }

    private static List<Phrase> figure(String name, Phrase value, String meaning) {
        return List.of(Phrase.say(name), value, Phrase.say(meaning));
    }

    private static List<Chart> charts(Result main) {
        List<Chart> charts = new ArrayList<>();
        charts.add(coverage(main));
        if (main.backtest().reliability().size() > 1) {
            charts.add(reliability(main));
        }
        return charts;
    }

    private static Chart coverage(Result main) {
        Backtest backtest = main.backtest();
        Phrase title = Phrase.say(
                "{} of the outcomes fell inside the 90 % interval",
                coverage90(main).percent());
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
                        Phrase.say(
                                "Bar chart of interval coverage. {}, {} inside the 80 % and {} inside the 50 % interval.",
                                title,
                                coverage80(main).percent(),
                                coverage50(main).percent()),
                        "share",
                        "min",
                        0,
                        "max",
                        1));
    }

    private static Chart reliability(Result main) {
        List<ReliabilityBin> bins = main.backtest().reliability();
        double cases = bins.stream().mapToInt(ReliabilityBin::count).sum();
        double gap = bins.stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.observed() - bin.forecast()))
                        .sum()
                / cases;
        Phrase title = Phrase.say(
                "Past probabilities were off by {} percentage points on average",
                main.tested(100 * gap, "reliability").as("%.0f"));
        return new Chart(
                "reliability",
                Charts.ordered(
                        "points", bins.stream().map(CalibrationSection::point).toList()),
                Charts.config(
                        title,
                        Phrase.say(
                                "Reliability chart of how often it came true that {}, by its forecast probability. {}.",
                                main.judgedEvent(),
                                title),
                        "share"));
    }

    private static Map<String, Object> point(ReliabilityBin bin) {
        return Charts.ordered("forecast", bin.forecast(), "observed", bin.observed(), "count", bin.count());
    }
}
