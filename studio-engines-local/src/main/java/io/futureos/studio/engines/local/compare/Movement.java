package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engines.local.ensemble.QuestionPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A path whose months all move by the same step: in log-odds for a share, in logarithms otherwise. The question's value moves less
 * where some of its months are known already.
 */
final class Movement {

    /** As good as all or nothing on either scale. */
    private static final double FARTHEST = 40;

    private static final int HALVINGS = 80;
    private static final double LEAST_SHARE = 1e-12;

    private final QuestionPeriod period;
    private final double[] path;
    private final boolean share;

    private Movement(QuestionPeriod period, double[] path, boolean share) {
        this.period = period;
        this.path = path;
        this.share = share;
    }

    /** The movement of a path; null where logarithms are taken of what is not above 0. */
    static @Nullable Movement of(QuestionPeriod period, double[] path, boolean share) {
        for (double value : path) {
            if (!share && value <= 0) {
                return null;
            }
        }
        return new Movement(period, path, share);
    }

    /** How far the months have to move for the value to go from one figure to another; null if no step is large enough. */
    @Nullable
    Double between(double from, double to) {
        Double start = stepTo(from);
        Double end = stepTo(to);
        return start == null || end == null ? null : (Double) (end - start);
    }

    private @Nullable Double stepTo(double value) {
        double low = -FARTHEST;
        double high = FARTHEST;
        if (valueAt(low) > value || valueAt(high) < value) {
            return null;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (valueAt(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double valueAt(double step) {
        double times = StrictMath.exp(step);
        double[] moved = new double[path.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = share ? movedShare(path[i], times) : path[i] * times;
        }
        return period.value(moved);
    }

    private static double movedShare(double share, double times) {
        double inside = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, share));
        double odds = inside / (1 - inside) * times;
        return odds / (1 + odds);
    }
}
