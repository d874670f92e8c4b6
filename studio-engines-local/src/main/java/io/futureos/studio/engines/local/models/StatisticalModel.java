package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.util.List;

/** A forecast from the target's own past. Implementations are stateless. */
public interface StatisticalModel {

    /** All there are, in the order in which reports show them. */
    List<StatisticalModel> ALL = List.of(
            new SeasonalTrendModel(), new SmoothingModel(), new AutoregressiveModel(), new SeasonalNaiveModel());

    /** As it appears in reports. */
    String name();

    /** What it assumes, in a few words for people. */
    String method();

    /**
     * Sample paths after the last month of {@code history}, with the uncertainty of parameters and residuals.
     *
     * @param history with one known month at least
     * @param horizon how many months ahead
     * @param count how many paths
     * @return values in the target's unit by draw and month
     */
    double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws);
}
