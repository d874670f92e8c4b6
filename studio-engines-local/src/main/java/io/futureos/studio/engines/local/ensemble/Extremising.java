package io.futureos.studio.engines.local.ensemble;

import java.util.ArrayList;
import java.util.List;

/**
 * How far pooled probabilities are pushed from even odds: a pool of forecasters who each know a part is too cautious
 * (Ranjan and Gneiting, 2010), and its log-odds times an exponent above one may be better (Satopaa and others, 2014). The
 * exponent has to earn its place: chosen anew at each past origin from what was known there, it must have had a better log
 * score than leaving probabilities alone, by more than a standard error. Otherwise it is 1.
 */
final class Extremising {

    private static final double MOST = 2;
    private static final double STEP = 0.05;

    /** Exponents are drawn towards one as if so many more origins had wanted that. */
    private static final double PRIOR_ORIGINS = 8;

    private static final int LEAST_ORIGINS = 4;

    /** Forecasts a year ahead from every third month share three quarters of what they are judged by. */
    private static final double ORIGINS_PER_INDEPENDENT_ONE = 4;

    private final List<PastEvent> events = new ArrayList<>();
    private final List<Gain> gains = new ArrayList<>();

    /** A yes-or-no forecast, its outcome known at the end of {@code period}. */
    record PastEvent(int origin, int period, double probability, boolean happened) {

        double logScore(double exponent) {
            double extremised = extremised(probability, exponent);
            return -StrictMath.log(happened ? extremised : 1 - extremised);
        }
    }

    /** By how much the log score of an event would have been better with the exponent chosen at its origin. */
    private record Gain(int origin, int period, double value) {}

    /** The probability with its log-odds times the exponent. */
    static double extremised(double probability, double exponent) {
        return exponent == 1 ? probability : Probability.ofLogOdds(exponent * Probability.logOdds(probability));
    }

    /** Learns from the events of one origin. Origins have to come in order: what is chosen there rests on those before. */
    void learn(int origin, List<PastEvent> ofOrigin) {
        double exponent = best(origin);
        ofOrigin.forEach(
                event -> gains.add(new Gain(origin, event.period, event.logScore(1) - event.logScore(exponent))));
        events.addAll(ofOrigin);
    }

    /** The exponent at the end of {@code month}, from outcomes known by then: 1 unless it has earned another. */
    double at(int month) {
        return earned(month) ? best(month) : 1;
    }

    private double best(int month) {
        List<PastEvent> known =
                events.stream().filter(event -> event.period <= month).toList();
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; 1 + step * STEP <= MOST; step++) {
            double exponent = 1 + step * STEP;
            double score = known.stream()
                    .mapToDouble(event -> event.logScore(exponent))
                    .sum();
            if (score < least) {
                least = score;
                best = exponent;
            }
        }
        double origins = known.stream().mapToInt(PastEvent::origin).distinct().count();
        return StrictMath.exp(StrictMath.log(best) * origins / (origins + PRIOR_ORIGINS));
    }

    private boolean earned(int month) {
        List<Gain> known = gains.stream().filter(gain -> gain.period <= month).toList();
        double[] byOrigin = known.stream()
                .mapToInt(Gain::origin)
                .distinct()
                .mapToDouble(origin -> mean(known, origin))
                .toArray();
        if (byOrigin.length < LEAST_ORIGINS) {
            return false;
        }
        double sum = 0;
        double squares = 0;
        for (double gain : byOrigin) {
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / byOrigin.length;
        double variance = Math.max(0, squares / byOrigin.length - mean * mean);
        return mean > Math.sqrt(variance * ORIGINS_PER_INDEPENDENT_ONE / byOrigin.length);
    }

    private static double mean(List<Gain> gains, int origin) {
        return gains.stream()
                .filter(gain -> gain.origin == origin)
                .mapToDouble(Gain::value)
                .average()
                .orElse(0);
    }
}
