package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;

/**
 * A straight line with seasons on the scale (for a share: a logistic curve), by discounted least squares. How fast the past
 * is forgotten, how far months are shrunk, how fast the slope fades and how much of the last residual stays is averaged
 * over, by how well each combination would have forecast the months before the end of the history; what the average was
 * off by then is what it may be off by now.
 */
final class SeasonalTrendModel implements StatisticalModel {

    @Override
    public String name() {
        return "seasonal logistic trend";
    }

    @Override
    public String method() {
        return "a fading trend with month effects, by discounted least squares, averaged over how fast it fades";
    }

    @Override
    public double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws) {
        TrendTrials trials = new TrendTrials(scale.forward(history), history.first(), scale.floor());
        TrendTrials.Forecast expected =
                trials.average(TrendTrials.forecasts(trials.scaled(), trials.length(), history.first(), horizon));
        TrendTrials.Errors errors = trials.errors();
        double[][] paths = new double[count][horizon];
        for (double[] path : paths) {
            double factor = draws.deviationFactor(errors.freedom());
            double wandering = 0;
            double ended = 0;
            int lasts = draws.trendLasts(history.known());
            for (int h = 0; h < horizon; h++) {
                wandering += errors.monthly() * draws.normal();
                double off = factor * (wandering + errors.once() * draws.normal());
                ended = h < lasts ? 0 : ended + expected.drift()[h] - (h == 0 ? 0 : expected.drift()[h - 1]);
                path[h] = scale.back(expected.months()[h] - ended + off);
            }
        }
        return paths;
    }
}
