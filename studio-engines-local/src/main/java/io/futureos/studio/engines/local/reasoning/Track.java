package io.futureos.studio.engines.local.reasoning;

import java.util.Arrays;

/**
 * What a window of months brought, each time it was looked at from an earlier month, against what stood there then. A
 * question about the same window at a later month may use every one whose outcome was known by then, and no other.
 */
final class Track {

    /** The spread counts as if it had been seen this often more, and been that of a random walk. */
    private static final double PRIOR = 2;

    /** What was so this many months ago is no fair bar for a series that grows ever more slowly. */
    private static final int LATELY = 24;

    private final Standpoints standpoints;
    private final Window window;
    private final double[] outcomes;
    private final double[] errors;
    private final double[] spreads;

    Track(Standpoints standpoints, Question question, Window window) {
        this.standpoints = standpoints;
        this.window = window;
        int months = standpoints.to() - standpoints.from() + 1;
        this.outcomes = new double[Math.max(0, months)];
        this.errors = new double[outcomes.length];
        this.spreads = new double[outcomes.length];
        Arrays.fill(spreads, Double.NaN);
        for (int i = 0; i < outcomes.length; i++) {
            int origin = standpoints.from() + i;
            outcomes[i] = question.outcome(origin, window);
            Standpoint stood = standpoints.at(origin);
            double scaled =
                    Double.isNaN(outcomes[i]) ? Double.NaN : stood.scale().forward(outcomes[i]);
            errors[i] = scaled - stood.usual(window);
        }
    }

    Window window() {
        return window;
    }

    /** The earlier months from which the window's outcome was known by the end of {@code month}, oldest first. */
    int[] known(int month) {
        return java.util.stream.IntStream.rangeClosed(standpoints.from(), month - window.last())
                .filter(this::isKnown)
                .toArray();
    }

    private boolean isKnown(int origin) {
        int place = origin - standpoints.from();
        return place < outcomes.length && !Double.isNaN(outcomes[place]);
    }

    /** How many of the known ones would be left if no two shared a month. */
    double independent(int month) {
        return known(month).length / (double) window.last();
    }

    /** What came, in the target's unit. */
    double outcome(int origin) {
        return outcomes[origin - standpoints.from()];
    }

    /** How far what came was from what would have been usual, on the scale of then. */
    double error(int origin) {
        return errors[origin - standpoints.from()];
    }

    /** How far the usual was off in the past, as the root mean square of what was known by the end of {@code month}. */
    double spread(int month) {
        int place = month - standpoints.from();
        if (Double.isNaN(spreads[place])) {
            spreads[place] = computedSpread(month);
        }
        return spreads[place];
    }

    private double computedSpread(int month) {
        int[] known = known(month);
        double squares = 0;
        for (int origin : known) {
            squares += error(origin) * error(origin);
        }
        double step = standpoints.at(month).step();
        double weight = known.length / (double) window.last();
        double mean = known.length == 0 ? 0 : squares / known.length;
        return Math.sqrt((weight * mean + PRIOR * step * step * window.last()) / (weight + PRIOR));
    }

    /** By how much the window was off what would have been usual, lately: median and spread. */
    Climate climate(int month) {
        double[] known = Arrays.stream(known(month))
                .filter(origin -> origin > month - window.last() - LATELY)
                .mapToDouble(this::error)
                .sorted()
                .toArray();
        if (known.length == 0) {
            double step = standpoints.at(month).step();
            return new Climate(0, step * Math.sqrt(window.last()));
        }
        double median = (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
        double squares = 0;
        for (double error : known) {
            squares += (error - median) * (error - median);
        }
        return new Climate(median, Math.max(standpoints.at(month).step(), Math.sqrt(squares / known.length)));
    }

    /** What lately came of a window, against what would have been usual. */
    record Climate(double median, double spread) {}
}
