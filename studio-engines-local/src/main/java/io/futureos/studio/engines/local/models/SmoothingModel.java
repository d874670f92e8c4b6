package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.util.List;

/**
 * Exponential smoothing with a damped slope (Gardner and McKenzie, 1985), seasons and autocorrelated surprises, in its
 * form with a single source of error (Hyndman, Koehler, Ord and Snyder, 2008). Its constants are not chosen but averaged
 * over, by how likely they make the history.
 */
final class SmoothingModel implements StatisticalModel {

    @Override
    public String name() {
        return "damped-trend smoothing";
    }

    @Override
    public String method() {
        return "exponential smoothing of level, fading slope and month effects, averaged over its constants";
    }

    @Override
    public double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws) {
        CentredSeries series = CentredSeries.onItsBeginning(history, scale);
        PosteriorSample<SmoothedSeries> posterior = new PosteriorSample<>(
                Smoothing.DIMENSIONS,
                place -> new SmoothedSeries(series, Smoothing.at(place)),
                SmoothedSeries::logLikelihood);
        List<SmoothedSeries> drawn = posterior.values(count);
        double[][] paths = new double[count][];
        for (int i = 0; i < count; i++) {
            paths[i] = series.back(drawn.get(i).path(horizon, draws));
        }
        return paths;
    }
}
