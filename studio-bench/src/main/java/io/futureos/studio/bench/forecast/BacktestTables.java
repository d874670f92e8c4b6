package io.futureos.studio.bench.forecast;

import io.futureos.studio.bench.forecast.BlockBootstrap.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The figures of a backtest as tables that a person reads, at most 100 columns wide. */
final class BacktestTables {

    private static final double AIM_OF_NAIVE = 0.5;
    private static final double AIM_OF_TEXTBOOK = 0.9;

    private final Backtest.Result result;
    private final boolean share;
    private final double unit;
    private final List<String> lines = new ArrayList<>();

    BacktestTables(Backtest.Result result, boolean share) {
        this.result = result;
        this.share = share;
        double largest = result.tracks().stream()
                .mapToDouble(track -> track.crps(Track.ALL))
                .filter(crps -> !Double.isNaN(crps))
                .max()
                .orElse(0);
        this.unit = share ? 0.01 : largest >= 10_000 ? 1_000 : 1;
    }

    /** A figure of one forecaster at one horizon. */
    @FunctionalInterface
    private interface Figure {
        double of(Track track, int horizon);
    }

    List<String> lines() {
        String in = share ? "percentage points" : unit == 1 ? "the series' own unit" : "thousands";
        block("CRPS, in " + in + " (less is better)", track -> true, this::scaledCrps);
        block("MASE, median against the seasonal naive error within the history", track -> true, Track::mase);
        for (double level : Track.LEVELS) {
            block(
                    text("Coverage of the central %.0f %% interval, in per cent", 100 * level),
                    track -> !track.isPoint(),
                    (track, horizon) -> 100 * track.coverage(level, horizon),
                    value -> Double.isNaN(value) ? "-" : text("%.0f", value));
        }
        summary();
        comparison();
        return List.copyOf(lines);
    }

    private double scaledCrps(Track track, int horizon) {
        return track.crps(horizon) / unit;
    }

    private void block(String title, Predicate<Track> shown, Figure figure) {
        block(title, shown, figure, BacktestTables::digits);
    }

    private void block(String title, Predicate<Track> shown, Figure figure, DoubleFunction<String> digits) {
        lines.add(title);
        lines.add(text("%-30s", "months ahead")
                + String.join(
                        "",
                        IntStream.rangeClosed(1, Pipeline.HORIZON)
                                .mapToObj(horizon -> text("%5d", horizon))
                                .toList())
                + "    mean");
        result.tracks().stream().filter(Track::hasMonths).filter(shown).forEach(track -> {
            var line = new StringBuilder(text("%-30.30s", track.name()));
            for (int horizon = 1; horizon <= Pipeline.HORIZON; horizon++) {
                line.append(text("%5s", digits.apply(figure.of(track, horizon))));
            }
            lines.add(line + text("%8s", digits.apply(track.overHorizons(horizon -> figure.of(track, horizon)))));
        });
        lines.add("");
    }

    private void summary() {
        lines.add("All forecasts together; in brackets the middle 90 % of what other years might have shown");
        lines.add(text("%-30s %16s %15s %15s %8s %7s", "", "50 % covers", "80 %", "90 %", "Brier", "weight"));
        for (Track track : result.tracks()) {
            Double weight = result.weights().get(track.name());
            lines.add(text(
                            "%-30.30s %16s %15s %15s %8s %7s",
                            track.name(),
                            covered(track, 0.5),
                            covered(track, 0.8),
                            covered(track, 0.9),
                            Double.isNaN(track.brier()) ? "" : text("%.3f", track.brier()),
                            weight == null ? "" : text("%.2f", weight))
                    .stripTrailing());
        }
        lines.add("");
    }

    private static String covered(Track track, double level) {
        if (!track.hasMonths() || track.isPoint()) {
            return "";
        }
        Interval interval = BlockBootstrap.of(track.origins(), origins -> Track.coverage(origins, level, Track.ALL));
        return text(
                "%.0f (%.0f to %.0f)",
                100 * track.coverage(level, Track.ALL), 100 * interval.low(), 100 * interval.high());
    }

    private void comparison() {
        against(Comparison.withNaive(result), AIM_OF_NAIVE);
        Comparison.withTextbook(result).ifPresent(better -> against(better, AIM_OF_TEXTBOOK));
    }

    private void against(Comparison other, double aim) {
        lines.add(text(
                "CRPS: %.2f of that of %s (%.2f to %.2f); aimed at %.1f: %s",
                other.ratio(),
                other.other(),
                other.interval().low(),
                other.interval().high(),
                aim,
                other.ratio() <= aim ? "met" : "missed"));
    }

    /** Three digits, which fit five columns. */
    private static String digits(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        return text(size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", value);
    }

    @SuppressWarnings("AnnotateFormatMethod") // private, and always given a literal
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
