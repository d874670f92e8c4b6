package io.futureos.studio.examples.quickstart;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import java.time.YearMonth;
import java.util.List;

/**
 * What {@code forecast.json} holds; the names are written in snake_case and in this order.
 *
 * @param asOf the last month that the forecast knows, {@code YYYY-MM}
 * @param eventProbability of the first scenario, as are {@code periods} and {@code backtest}
 */
record ForecastFile(
        String question,
        String targetVariable,
        String asOf,
        long seed,
        double eventProbability,
        List<Quantiles> periods,
        List<ScenarioForecast> scenarios,
        Backtest backtest) {

    /** One scenario's forecast. */
    record ScenarioForecast(String name, double eventProbability, List<Quantiles> periods) {}

    static ForecastFile of(Forecasts forecasts) {
        List<Quantiles> periods = forecasts.first().periods();
        return new ForecastFile(
                forecasts.task().question(),
                forecasts.task().targetVariable(),
                YearMonth.parse(periods.get(0).period()).minusMonths(1).toString(),
                forecasts.seed(),
                forecasts.first().eventProbability(),
                periods,
                forecasts.scenarios().stream()
                        .map(scenario -> new ScenarioForecast(
                                scenario.name(),
                                scenario.forecast().eventProbability(),
                                scenario.forecast().periods()))
                        .toList(),
                forecasts.first().backtest());
    }
}
