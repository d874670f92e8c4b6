package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.MemberFigures;
import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How good the pool's past forecasts were, in figures. */
final class Calibration {

    private static final int BINS = 10;

    /** With fewer outcomes than this share on one side of the question's threshold, it was never really in doubt. */
    private static final double DOUBT = 0.1;

    private final PredictionTask task;
    private final Target target;
    private final List<Contender> contenders;
    private final RollingBacktest backtest;
    private final List<Judged> judged;
    private final Extremising extremising = new Extremising();
    private final List<Event> events;

    Calibration(PredictionTask task, Target target, List<Contender> contenders, RollingBacktest backtest) {
        this.task = task;
        this.target = target;
        this.contenders = contenders;
        this.backtest = backtest;
        this.judged = List.copyOf(backtest.judged());
        this.events = events();
    }

    /** A yes-or-no forecast and what came. */
    private record Event(double probability, boolean happened) {}

    Backtest figures(List<Integer> origins) {
        return new Backtest(
                origins.stream().map(Months::text).toList(),
                BacktestPlan.HORIZON,
                judged.size(),
                mean(Judged::crps),
                seasonalNaiveCrps(),
                Significant.six(scaledError()),
                Significant.six(events.stream()
                        .mapToDouble(Calibration::brier)
                        .average()
                        .orElseThrow()),
                Significant.six(events.stream()
                        .mapToDouble(Calibration::logScore)
                        .average()
                        .orElseThrow()),
                coverage(0.5),
                coverage(0.8),
                coverage(0.9),
                mean(forecast -> Quantile.of(forecast.sorted(), 0.95) - Quantile.of(forecast.sorted(), 0.05)),
                reliability(events),
                byHorizon());
    }

    private List<MemberFigures> byHorizon() {
        ByHorizon byHorizon = new ByHorizon(errorScale());
        List<MemberFigures> figures = new ArrayList<>();
        figures.add(byHorizon.figures(Backtest.POOL, judged));
        for (int i = 0; i < contenders.size(); i++) {
            if (backtest.tested(i)) {
                figures.add(byHorizon.figures(contenders.get(i).name(), backtest.judged(i)));
            }
        }
        figures.add(byHorizon.figures(Backtest.YEAR_BEFORE, yearBefore()));
        return figures;
    }

    /** Whether probabilities are judged at the question's threshold; otherwise at the seasonal naive value. */
    boolean judgesTheQuestion() {
        long met = judged.stream()
                .filter(forecast -> task.comparison().holds(forecast.past().outcome(), task.threshold()))
                .count();
        boolean inDoubt = Math.min(met, judged.size() - met) >= DOUBT * judged.size();
        return inDoubt
                || judged.stream()
                        .allMatch(forecast -> Double.isNaN(forecast.past().naive()));
    }

    /** By how much the log-odds of a probability given today are multiplied. */
    double exponent() {
        return extremising.at(Integer.MAX_VALUE);
    }

    /** Each with the probability that would have been given then. */
    private List<Event> events() {
        boolean question = judgesTheQuestion();
        List<Event> events = new ArrayList<>();
        for (Judged forecast : judged) {
            double threshold = question ? task.threshold() : forecast.past().naive();
            if (!Double.isNaN(threshold)) {
                long yes = 0;
                for (double value : forecast.sorted()) {
                    yes += task.comparison().holds(value, threshold) ? 1 : 0;
                }
                double probability = Probability.of(yes, forecast.sorted().length);
                PastCase past = forecast.past();
                boolean happened = task.comparison().holds(past.outcome(), threshold);
                events.add(new Event(Extremising.extremised(probability, extremising.at(past.origin())), happened));
                extremising.learn(new Extremising.PastEvent(past.origin(), past.period(), probability, happened));
            }
        }
        return events;
    }

    private static double brier(Event event) {
        double miss = event.probability - (event.happened ? 1 : 0);
        return miss * miss;
    }

    private static double logScore(Event event) {
        return -StrictMath.log(event.happened ? event.probability : 1 - event.probability);
    }

    private double mean(ToDoubleFunction<Judged> figure) {
        return Significant.six(judged.stream().mapToDouble(figure).average().orElseThrow());
    }

    /** The score of a point forecast is its absolute error. */
    private double seasonalNaiveCrps() {
        return Significant.six(
                yearBefore().stream().mapToDouble(Judged::crps).average().orElseThrow());
    }

    private List<Judged> yearBefore() {
        return judged.stream()
                .map(forecast -> new Judged(forecast.past(), new double[] {naive(forecast.past())}))
                .toList();
    }

    /** The figure of that month a year before; where none is known, the last known month's. */
    private double naive(PastCase past) {
        return Double.isNaN(past.naive()) ? target.history().latest(past.origin()) : past.naive();
    }

    private double scaledError() {
        double scale = errorScale();
        double error =
                judged.stream().mapToDouble(Judged::absoluteError).average().orElseThrow();
        return scale > 0 ? error / scale : 0;
    }

    /** The mean absolute error of the seasonal naive forecast within the history (Hyndman and Koehler, 2006). */
    private double errorScale() {
        double yearly = meanStep(12);
        return yearly > 0 ? yearly : meanStep(1);
    }

    private double meanStep(int lag) {
        MonthlySeries history = target.history();
        double sum = 0;
        int count = 0;
        for (int month = history.first() + lag; month <= history.last(); month++) {
            double step = Math.abs(history.at(month) - history.at(month - lag));
            if (!Double.isNaN(step)) {
                sum += step;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double coverage(double level) {
        return mean(forecast -> forecast.covers(level) ? 1 : 0);
    }

    private static List<ReliabilityBin> reliability(List<Event> events) {
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<Event> inside = events.stream()
                    .filter(event -> Math.min(BINS - 1, (int) (event.probability * BINS)) == bin)
                    .toList();
            if (!inside.isEmpty()) {
                double forecast = inside.stream()
                        .mapToDouble(Event::probability)
                        .average()
                        .orElseThrow();
                double observed =
                        (double) inside.stream().filter(Event::happened).count() / inside.size();
                bins.add(new ReliabilityBin(Significant.six(forecast), Significant.six(observed), inside.size()));
            }
        }
        return bins;
    }
}
