package io.futureos.studio.runtime;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
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
 * @param naiveCrps of the seasonal naive forecast in the backtest; null without a backtest
 */
public record ForecastDetails(
        String scenario,
        List<Double> values,
        @Nullable Double baseRate,
        @Nullable Double naiveCrps) {

    public ForecastDetails {
        values = List.copyOf(values);
    }

    static ForecastDetails of(String scenario, Forecast forecast) {
        Backtest backtest = forecast.backtest();
        return new ForecastDetails(
                scenario,
                forecast.values(),
                baseRate(backtest.reliability()),
                backtest.forecasts() == 0 ? null : backtest.crpsSeasonalNaive());
    }

    private static @Nullable Double baseRate(List<ReliabilityBin> reliability) {
        double yes = 0;
        int count = 0;
        for (ReliabilityBin bin : reliability) {
            yes += bin.observed() * bin.count();
            count += bin.count();
        }
        return count == 0 ? null : (Double) (yes / count);
    }

    ForecastScores scores(double probability, Resolution resolution) {
        return ForecastScores.of(probability, values, resolution.answer(), resolution.value(), baseRate, naiveCrps);
    }
}
