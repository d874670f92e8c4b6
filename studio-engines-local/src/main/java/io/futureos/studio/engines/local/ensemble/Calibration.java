package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.MemberFigures;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How good the pool's past forecasts were, in figures. */
final class Calibration {

    private final Target target;
    private final List<Contender> contenders;
    private final RollingBacktest backtest;
    private final List<Judged> judged;
    private final PastProbabilities probabilities;

    Calibration(Target target, List<Contender> contenders, RollingBacktest backtest, PastProbabilities probabilities) {
        this.target = target;
        this.contenders = contenders;
        this.backtest = backtest;
        this.judged = List.copyOf(backtest.judged());
        this.probabilities = probabilities;
    }

    Backtest figures(List<Integer> origins) {
        return new Backtest(
                origins.stream().map(Months::text).toList(),
                BacktestPlan.HORIZON,
                judged.size(),
                mean(Judged::crps),
                seasonalNaiveCrps(),
                Significant.six(scaledError()),
                probabilities.event(target.variable().unit()),
                Significant.six(probabilities.brier()),
                Significant.six(probabilities.logScore()),
                coverage(0.5),
                coverage(0.8),
                coverage(0.9),
                mean(forecast -> Quantile.of(forecast.sorted(), 0.95) - Quantile.of(forecast.sorted(), 0.05)),
                probabilities.reliability(),
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
}
