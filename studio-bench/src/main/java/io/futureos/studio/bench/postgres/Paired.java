package io.futureos.studio.bench.postgres;

import io.futureos.studio.bench.Spread;
import java.sql.SQLException;

/**
 * How long two ways to do the same thing took, in nanoseconds, done in turn so that whatever else the machine did met both: the
 * floor, ours, and the floor once more as the control.
 */
final class Paired {

    private static final double WARM_UP = 0.2;

    private final double[] floor;
    private final double[] ours;
    private final double[] control;

    private Paired(int turns) {
        this.floor = new double[turns];
        this.ours = new double[turns];
        this.control = new double[turns];
    }

    /** One way to do it. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /** Measures so many turns, after a fifth as many that warm up. In every other turn the order is the reverse. */
    static Paired measure(int turns, Step floor, Step ours) throws SQLException {
        return measure(turns, floor, () -> {}, ours);
    }

    /** @param prepare what has to be done before each of ours, and is not measured */
    static Paired measure(int turns, Step floor, Step prepare, Step ours) throws SQLException {
        var paired = new Paired(turns);
        for (int turn = -(int) Math.ceil(WARM_UP * turns); turn < turns; turn++) {
            boolean forth = turn % 2 == 0;
            double before = nanos(floor);
            prepare.run();
            double between = nanos(ours);
            double after = nanos(floor);
            if (turn >= 0) {
                paired.floor[turn] = forth ? before : after;
                paired.ours[turn] = between;
                paired.control[turn] = forth ? after : before;
            }
        }
        return paired;
    }

    private static double nanos(Step step) throws SQLException {
        long start = System.nanoTime();
        step.run();
        return System.nanoTime() - start;
    }

    /** Ours divided by the floor, turn by turn. */
    Spread ratio() {
        return quotients(ours);
    }

    /** The floor divided by itself: what a ratio is worth less than is worth nothing. */
    Spread controlRatio() {
        return quotients(control);
    }

    private Spread quotients(double[] dividends) {
        var quotients = new double[floor.length];
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] = dividends[i] / floor[i];
        }
        return Spread.of(quotients);
    }

    double floorMillis() {
        return Spread.of(floor).median() / 1e6;
    }

    double ourMillis() {
        return Spread.of(ours).median() / 1e6;
    }
}
