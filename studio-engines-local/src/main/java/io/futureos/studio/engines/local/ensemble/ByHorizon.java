package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.EnsembleAggregator.HorizonFigures;
import io.futureos.studio.engine.EnsembleAggregator.MemberFigures;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How good past forecasts were by how far ahead they looked. */
final class ByHorizon {

    private final double scale;

    /** @param scale what absolute errors are divided by; 0 if the history gives none */
    ByHorizon(double scale) {
        this.scale = scale;
    }

    MemberFigures figures(String name, List<Judged> judged) {
        List<HorizonFigures> horizons = new ArrayList<>();
        for (int h = 1; h <= BacktestPlan.HORIZON; h++) {
            int horizon = h;
            List<Judged> there = judged.stream()
                    .filter(forecast -> forecast.horizon() == horizon)
                    .toList();
            if (!there.isEmpty()) {
                horizons.add(figures(horizon, there));
            }
        }
        return new MemberFigures(name, horizons);
    }

    private HorizonFigures figures(int horizon, List<Judged> judged) {
        return new HorizonFigures(
                horizon,
                judged.size(),
                mean(judged, Judged::crps),
                scale > 0 ? mean(judged, forecast -> forecast.absoluteError() / scale) : 0,
                coverage(judged, 0.5),
                coverage(judged, 0.8),
                coverage(judged, 0.9));
    }

    private static double coverage(List<Judged> judged, double level) {
        return mean(judged, forecast -> forecast.covers(level) ? 1 : 0);
    }

    private static double mean(List<Judged> judged, ToDoubleFunction<Judged> figure) {
        return Significant.six(judged.stream().mapToDouble(figure).average().orElseThrow());
    }
}
