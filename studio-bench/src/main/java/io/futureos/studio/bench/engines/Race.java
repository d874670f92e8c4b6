package io.futureos.studio.bench.engines;

import io.futureos.studio.bench.Spread;
import java.io.IOException;
import java.util.Arrays;

/**
 * How long two ways to do the same thing took, in seconds, by turns, so that whatever else the machine did met both. A turn is
 * a few rounds of each, of which the median counts.
 */
record Race(Spread floor, Spread ours, Spread ratio) {

    private static final int TURNS = 15;
    private static final int WARM_UP = 5;

    /** How many rounds a turn has. */
    static final int ROUNDS = 5;

    /** One turn of one way: the seconds of each of its rounds. */
    @FunctionalInterface
    interface Turn {
        double[] seconds() throws IOException, InterruptedException;
    }

    static Race run(Turn floor, Turn ours) throws IOException, InterruptedException {
        double[] floors = new double[TURNS];
        double[] own = new double[TURNS];
        double[] ratios = new double[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double before = median(floor.seconds());
            double after = median(ours.seconds());
            if (turn >= 0) {
                floors[turn] = before;
                own[turn] = after;
                ratios[turn] = after / before;
            }
        }
        return new Race(Spread.of(floors), Spread.of(own), Spread.of(ratios));
    }

    /** The seconds of so many rounds in this process. */
    static double[] timed(Runnable round) {
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            round.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
