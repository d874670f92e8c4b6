package io.futureos.studio.bench.forecast;

import io.futureos.studio.bench.forecast.BlockBootstrap.Interval;
import io.futureos.studio.bench.forecast.Track.AtOrigin;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The ensemble's CRPS over that of another forecaster, both means over the horizons of their means.
 *
 * @param interval of what other years might have shown, both drawn at the same origins
 */
record Comparison(String other, double ratio, Interval interval) {

    static Comparison of(Track ensemble, Track other) {
        Map<YearMonth, AtOrigin> others = new HashMap<>();
        other.origins().forEach(at -> others.put(at.origin(), at));
        return new Comparison(
                other.name(),
                crps(ensemble.origins()) / crps(other.origins()),
                BlockBootstrap.of(
                        ensemble.origins(),
                        origins -> crps(origins)
                                / crps(origins.stream()
                                        .map(at -> Objects.requireNonNull(others.get(at.origin())))
                                        .toList())));
    }

    /** With the one of ETS and ARIMA that did better; empty if neither was asked. */
    static Optional<Comparison> withTextbook(Backtest.Result result) {
        return result.tracks().stream()
                .filter(track -> track.name().equals(Textbook.ETS.label())
                        || track.name().equals(Textbook.ARIMA.label()))
                .min((one, other) -> Double.compare(crps(one.origins()), crps(other.origins())))
                .map(better -> of(result.track(Pipeline.ENSEMBLE), better));
    }

    static Comparison withNaive(Backtest.Result result) {
        return of(result.track(Pipeline.ENSEMBLE), result.track(Backtest.NAIVE));
    }

    private static double crps(List<AtOrigin> origins) {
        return new Track("", origins).overHorizons(horizon -> Track.crps(origins, horizon));
    }
}
