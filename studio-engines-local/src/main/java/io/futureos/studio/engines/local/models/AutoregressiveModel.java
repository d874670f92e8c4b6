package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.util.ArrayList;
import java.util.List;

/** Autoregressions about several simple processes, averaged over by how likely each makes the history. */
final class AutoregressiveModel implements StatisticalModel {

    private static final double[] TIGHTNESSES = {0.03, 0.1, 0.3};
    private static final double[] SEASONALITIES = {1e-6, 0.3, 3};

    @Override
    public String name() {
        return "autoregression";
    }

    @Override
    public String method() {
        return "a month by months before it, held near simple processes and averaged over them";
    }

    @Override
    public double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws) {
        CentredSeries series = CentredSeries.onItsEnd(history, scale);
        List<Autoregression> fitted = new ArrayList<>();
        for (double[] simple : Autoregression.SIMPLE) {
            for (double tightness : TIGHTNESSES) {
                for (double seasonality : SEASONALITIES) {
                    fitted.add(new Autoregression(series, simple, tightness, seasonality));
                }
            }
        }
        Strata strata = new Strata(weights(fitted), count);
        double[][] paths = new double[count][];
        for (int i = 0; i < count; i++) {
            paths[i] = series.back(fitted.get(strata.next()).path(horizon, draws));
        }
        return paths;
    }

    private static double[] weights(List<Autoregression> fitted) {
        double best =
                fitted.stream().mapToDouble(Autoregression::logLikelihood).max().orElseThrow();
        return fitted.stream()
                .mapToDouble(one -> StrictMath.exp(one.logLikelihood() - best))
                .toArray();
    }
}
