package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;

/** A forecast from the target's own past. Implementations are stateless. */
interface StatisticalModel {

    /** As it appears in reports. */
    String name();

    /** What it assumes, in a few words for people. */
    String method();

    /**
     * Sample paths after the last month of {@code history}, with the uncertainty of parameters and residuals.
     *
     * @return values in the target's unit by draw and month
     */
    double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws);
}
