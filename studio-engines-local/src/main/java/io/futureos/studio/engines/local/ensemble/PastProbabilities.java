package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engines.local.ensemble.Extremising.PastEvent;
import io.futureos.studio.engines.local.series.Significant;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The yes-or-no side of the backtest: what probabilities the pool would have given, extremised as far as that had earned its
 * place by then, and how they turned out.
 */
final class PastProbabilities {

    private static final int BINS = 10;
    private static final String SHARE = "share";

    /** With fewer outcomes than this share on one side of the question's threshold, it was never really in doubt. */
    private static final double DOUBT = 0.1;

    private final PredictionTask task;
    private final List<Judged> judged;
    private final boolean judgesTheQuestion;
    private final Extremising extremising = new Extremising();
    private final List<Event> events = new ArrayList<>();

    /** @param judged past forecasts of the pool, oldest origin first */
    PastProbabilities(PredictionTask task, List<Judged> judged) {
        this.task = task;
        this.judged = judged;
        this.judgesTheQuestion = inDoubt() || !anyYearBefore();
        judged.stream().map(forecast -> forecast.past().origin()).distinct().forEach(this::give);
    }

    /** A probability as it was given, and what came. */
    private record Event(double probability, boolean happened) {

        double brier() {
            double miss = probability - (happened ? 1 : 0);
            return miss * miss;
        }

        double logScore() {
            return -StrictMath.log(happened ? probability : 1 - probability);
        }
    }

    private boolean inDoubt() {
        long met = judged.stream()
                .filter(forecast -> task.comparison().holds(forecast.past().outcome(), task.threshold()))
                .count();
        return Math.min(met, judged.size() - met) >= DOUBT * judged.size();
    }

    private boolean anyYearBefore() {
        return judged.stream()
                .anyMatch(forecast -> !Double.isNaN(forecast.past().naive()));
    }

    private void give(int origin) {
        List<PastEvent> pooled = judged.stream()
                .filter(forecast -> forecast.past().origin() == origin)
                .filter(forecast -> !Double.isNaN(threshold(forecast.past())))
                .map(this::event)
                .toList();
        double exponent = extremising.at(origin);
        pooled.forEach(event ->
                events.add(new Event(Extremising.extremised(event.probability(), exponent), event.happened())));
        extremising.learn(origin, pooled);
    }

    private double threshold(PastCase past) {
        return judgesTheQuestion ? task.threshold() : past.naive();
    }

    private PastEvent event(Judged forecast) {
        PastCase past = forecast.past();
        double threshold = threshold(past);
        long yes = 0;
        for (double value : forecast.sorted()) {
            yes += task.comparison().holds(value, threshold) ? 1 : 0;
        }
        return new PastEvent(
                past.origin(),
                past.period(),
                Probability.of(yes, forecast.sorted().length),
                task.comparison().holds(past.outcome(), threshold));
    }

    /** Whether probabilities are judged at the question's threshold; otherwise at the seasonal naive value. */
    boolean judgesTheQuestion() {
        return judgesTheQuestion;
    }

    /** What the probabilities are of, in words. */
    String event(String unit) {
        return "the month's " + (unit.equals(SHARE) ? "share" : "value") + " is " + words(task.comparison()) + " "
                + (judgesTheQuestion ? threshold(unit) : "that of the same month a year before");
    }

    static String words(Comparison comparison) {
        return switch (comparison) {
            case ABOVE -> "above";
            case AT_LEAST -> "at least";
            case BELOW -> "below";
            case AT_MOST -> "at most";
        };
    }

    /** As exactly as somebody asked. */
    private String threshold(String unit) {
        var exact = new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        if (unit.equals(SHARE)) {
            return exact.format(100 * task.threshold()) + " %";
        }
        boolean isPlain = unit.isBlank() || unit.equals("index");
        return exact.format(task.threshold()) + (isPlain ? "" : " " + unit);
    }

    /** By how much the log-odds of a probability given today are multiplied. */
    double exponent() {
        return extremising.at(Integer.MAX_VALUE);
    }

    double brier() {
        return events.stream().mapToDouble(Event::brier).average().orElseThrow();
    }

    double logScore() {
        return events.stream().mapToDouble(Event::logScore).average().orElseThrow();
    }

    List<ReliabilityBin> reliability() {
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<Event> inside = events.stream()
                    .filter(event -> Math.min(BINS - 1, (int) (event.probability * BINS)) == bin)
                    .toList();
            if (!inside.isEmpty()) {
                double forecast = inside.stream()
                        .mapToDouble(Event::probability)
                        .average()
                        .orElseThrow();
                double observed =
                        (double) inside.stream().filter(Event::happened).count() / inside.size();
                bins.add(new ReliabilityBin(Significant.six(forecast), Significant.six(observed), inside.size()));
            }
        }
        return bins;
    }
}
