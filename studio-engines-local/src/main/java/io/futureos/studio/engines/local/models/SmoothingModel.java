package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.util.Arrays;
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
        double[] scaled = scale.forward(history);
        double centre = Arrays.stream(scaled)
                .filter(value -> !Double.isNaN(value))
                .limit(12)
                .average()
                .orElse(0);
        Arrays.setAll(scaled, i -> scaled[i] - centre);
        PosteriorSample<SmoothedSeries> posterior = new PosteriorSample<>(
                Smoothing.DIMENSIONS,
                place -> new SmoothedSeries(scaled, history.first(), Smoothing.at(place), scale.floor()),
                SmoothedSeries::logLikelihood);
        List<SmoothedSeries> drawn = posterior.values(count);
        double[][] paths = new double[count][];
        for (int i = 0; i < count; i++) {
            paths[i] = drawn.get(i).path(horizon, draws);
            for (int h = 0; h < horizon; h++) {
                paths[i][h] = scale.back(centre + paths[i][h]);
            }
        }
        return paths;
    }
}
