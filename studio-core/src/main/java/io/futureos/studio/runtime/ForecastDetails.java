package io.futureos.studio.runtime;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.report.ForecastScores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scores need of a forecast, as it is stored.
 *
 * @param scenario the name of the scenario that it was about
 * @param values equally likely values of what the question asks about
 * @param baseRate how often the backtest's event came; null without a backtest
 * @param baseRateEvent the backtest's event in words; null in what was stored before it was told
 * @param naiveCrps of the seasonal naive forecast in the backtest; null without a backtest
 */
public record ForecastDetails(
        String scenario,
        List<Double> values,
        @Nullable Double baseRate,
        @Nullable String baseRateEvent,
        @Nullable Double naiveCrps) {

    public ForecastDetails {
        values = List.copyOf(values);
    }

    static ForecastDetails of(String scenario, Forecast forecast) {
        Backtest backtest = forecast.backtest();
        return new ForecastDetails(
                scenario,
                forecast.values(),
                backtest.eventRate(),
                backtest.event(),
                backtest.forecasts() == 0 ? null : backtest.crpsSeasonalNaive());
    }

    ForecastScores scores(double probability, Resolution resolution) {
        return ForecastScores.of(
                probability, values, resolution.answer(), resolution.value(), baseRate, baseRateEvent, naiveCrps);
    }
}
