package io.futureos.studio.bench.forecast;

import io.futureos.studio.bench.forecast.BlockBootstrap.Interval;
import io.futureos.studio.bench.forecast.Track.AtOrigin;
import io.futureos.studio.bench.forecast.Track.Judged;
import io.futureos.studio.json.StudioJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a backtest, and the forecasts that they rest on, for programs. */
final class BacktestFiles {

    private final Subject subject;
    private final December question;
    private final Backtest.Result result;

    BacktestFiles(Subject subject, December question, Backtest.Result result) {
        this.subject = subject;
        this.question = question;
        this.result = result;
    }

    String json() {
        Track ensemble = result.track(Pipeline.ENSEMBLE);
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("series", subject.template().name());
        all.put("variable", subject.variable().name());
        all.put("label", subject.variable().label());
        all.put("months", subject.history().months());
        all.put("last", subject.history().last().toString());
        all.put("above", question.by());
        all.put("against_naive", ratio(Comparison.withNaive(result)));
        all.put(
                "against_textbook",
                Comparison.withTextbook(result).map(BacktestFiles::ratio).orElse(null));
        Map<String, @Nullable Object> covered = new LinkedHashMap<>();
        Track.LEVELS.forEach(level -> covered.put(name(level), coverage(ensemble, level)));
        all.put("ensemble_coverage", covered);
        all.put("forecasters", result.tracks().stream().map(this::figures).toList());
        return StudioJson.writePretty(all) + "\n";
    }

    private static Map<String, @Nullable Object> ratio(Comparison comparison) {
        Map<String, @Nullable Object> ratio = new LinkedHashMap<>();
        ratio.put("other", comparison.other());
        ratio.put("ratio", number(comparison.ratio()));
        ratio.put("low", number(comparison.interval().low()));
        ratio.put("high", number(comparison.interval().high()));
        return ratio;
    }

    private Map<String, @Nullable Object> figures(Track track) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("name", track.name());
        figures.put("origins", track.origins().size());
        figures.put("mean_weight", result.weights().get(track.name()));
        figures.put("brier", number(track.brier()));
        if (track.hasMonths()) {
            figures.put("forecasts", track.forecasts(Track.ALL));
            figures.put("crps", number(track.overHorizons(track::crps)));
            figures.put("mase", number(track.overHorizons(track::mase)));
            for (double level : Track.LEVELS) {
                figures.put(name(level), track.isPoint() ? null : coverage(track, level));
            }
            List<Map<String, @Nullable Object>> horizons = new ArrayList<>();
            for (int horizon = 1; horizon <= Pipeline.HORIZON; horizon++) {
                horizons.add(figures(track, horizon));
            }
            figures.put("by_horizon", horizons);
        }
        return figures;
    }

    private static Map<String, @Nullable Object> coverage(Track track, double level) {
        Interval interval = BlockBootstrap.of(track.origins(), origins -> Track.coverage(origins, level, Track.ALL));
        Map<String, @Nullable Object> coverage = new LinkedHashMap<>();
        coverage.put("share", number(track.coverage(level, Track.ALL)));
        coverage.put("low", number(interval.low()));
        coverage.put("high", number(interval.high()));
        return coverage;
    }

    private static Map<String, @Nullable Object> figures(Track track, int horizon) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("horizon", horizon);
        figures.put("forecasts", track.forecasts(horizon));
        figures.put("crps", number(track.crps(horizon)));
        figures.put("mase", number(track.mase(horizon)));
        for (double level : Track.LEVELS) {
            figures.put(name(level), track.isPoint() ? null : number(track.coverage(level, horizon)));
        }
        return figures;
    }

    private static String name(double level) {
        return String.format(Locale.ROOT, "coverage%.0f", 100 * level);
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** A line for each forecast of a month. */
    List<String> csv() {
        List<String> lines =
                new ArrayList<>(List.of("forecaster,origin,month,horizon,outcome,q05,q25,q50,q75,q95,below,crps"));
        for (Track track : result.tracks()) {
            for (AtOrigin at : track.origins()) {
                for (Judged month : at.months()) {
                    Predictive said = month.said();
                    lines.add(String.format(
                            Locale.ROOT,
                            "%s,%s,%s,%d,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%.4f,%.6g",
                            track.name(),
                            at.origin(),
                            month.period(),
                            month.horizon(),
                            month.outcome(),
                            said.quantile(0.05),
                            said.quantile(0.25),
                            said.median(),
                            said.quantile(0.75),
                            said.quantile(0.95),
                            said.below(month.outcome()),
                            said.crps(month.outcome())));
                }
            }
        }
        return lines;
    }
}
