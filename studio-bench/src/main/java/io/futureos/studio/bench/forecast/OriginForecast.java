package io.futureos.studio.bench.forecast;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was said at the end of one month.
 *
 * @param months by forecaster, what it said of each month after the origin that can be judged
 * @param december by forecaster, its probability that the question about December is to be answered with yes; a reasoner is
 *     among these only, and where that December is not over yet there are none
 * @param weights by member, what it counted for in the pool
 */
record OriginForecast(
        YearMonth origin,
        Map<String, Map<YearMonth, Predictive>> months,
        Map<String, Double> december,
        Map<String, Double> weights) {

    OriginForecast {
        months = Collections.unmodifiableMap(new LinkedHashMap<>(months));
        december = Collections.unmodifiableMap(new LinkedHashMap<>(december));
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}
