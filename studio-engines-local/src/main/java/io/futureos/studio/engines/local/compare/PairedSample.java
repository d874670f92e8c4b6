package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.ScenarioComparison.Above;
import io.futureos.studio.engine.ScenarioComparison.Settling;
import io.futureos.studio.engine.ScenarioComparison.Spread;
import io.futureos.studio.engines.local.ensemble.Quantile;
import io.futureos.studio.engines.local.series.Significant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What two runs say about the difference between them. Where their replicates had the same luck, each is compared with its own
 * twin, and what luck does to both falls out of the difference.
 */
final class PairedSample {

    /** Of the standard normal distribution at 0.975. */
    private static final double Z = 1.959963984540054;

    /** Either may be above if the chance of neither is smaller than this. */
    private static final double UNLIKELY = 0.05;

    private static final long MOST_MORE = 1_000_000;

    /** All pairs of so many values each are 250,000, which is quick and as fine as intervals need. */
    private static final int REPRESENTATIVES = 500;

    private PairedSample() {}

    /** The differences of twins, the second's value minus the first's. */
    static double[] differences(double[] first, double[] second) {
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = second[i] - first[i];
        }
        return differences;
    }

    /** The differences of everybody to everybody, or of representatives if there are too many. */
    static double[] allDifferences(double[] first, double[] second) {
        double[] some = representatives(first);
        double[] others = representatives(second);
        double[] differences = new double[some.length * others.length];
        int at = 0;
        for (double one : some) {
            for (double other : others) {
                differences[at++] = other - one;
            }
        }
        return differences;
    }

    private static double[] representatives(double[] values) {
        double[] sorted = sorted(values);
        if (sorted.length <= REPRESENTATIVES) {
            return sorted;
        }
        double[] some = new double[REPRESENTATIVES];
        Quantile.representatives(sorted, REPRESENTATIVES, some, 0);
        return some;
    }

    static Spread spread(double[] values) {
        double[] sorted = sorted(values);
        return new Spread(
                Significant.six(mean(values)),
                at(sorted, 0.5),
                at(sorted, 0.25),
                at(sorted, 0.75),
                at(sorted, 0.1),
                at(sorted, 0.9),
                at(sorted, 0.05),
                at(sorted, 0.95));
    }

    private static double at(double[] sorted, double level) {
        return Significant.six(Quantile.of(sorted, level));
    }

    static double median(double[] values) {
        return Quantile.of(sorted(values), 0.5);
    }

    /** How likely the second is above, from the differences of twins. */
    static Above ofTwins(double[] differences) {
        int n = differences.length;
        double above = 0;
        for (double difference : differences) {
            above += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
        }
        double p = above / n;
        Interval interval = Interval.agrestiCoull(p, n);
        Settling side = new Settling(
                interval.leavesOut(0.5),
                Significant.six(interval.low()),
                Significant.six(interval.high()),
                moreForSide(p, n));
        boolean either = interval.low() > UNLIKELY && interval.high() < 1 - UNLIKELY;
        double error = interval.halfWidth() / Z;
        return new Above(Significant.six(p), Significant.six(error), side, ofMean(differences), either);
    }

    private static @Nullable Long moreForSide(double p, int n) {
        if (Interval.agrestiCoull(p, n).leavesOut(0.5)) {
            return 0L;
        }
        long tooFew = n;
        long enough = n + MOST_MORE;
        if (!Interval.agrestiCoull(p, enough).leavesOut(0.5)) {
            return null;
        }
        while (enough - tooFew > 1) {
            long middle = (tooFew + enough) >>> 1;
            if (Interval.agrestiCoull(p, middle).leavesOut(0.5)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough - n;
    }

    private static Settling ofMean(double[] differences) {
        int n = differences.length;
        double mean = mean(differences);
        return settling(mean, Math.sqrt(variance(differences, mean) / n), 0, n);
    }

    /**
     * How likely the second is above, from runs whose replicates had different luck (Mann and Whitney, 1947), with the error of
     * DeLong, DeLong and Clarke-Pearson (1988).
     */
    static Above ofStrangers(double[] first, double[] second) {
        double[] below = placements(second, sorted(first));
        double[] above = placements(first, sorted(second));
        double p = mean(below);
        double error = Math.sqrt(variance(below, p) / below.length + variance(above, 1 - p) / above.length);
        double meanFirst = mean(first);
        double meanSecond = mean(second);
        double errorOfMean =
                Math.sqrt(variance(first, meanFirst) / first.length + variance(second, meanSecond) / second.length);
        int n = Math.min(first.length, second.length);
        return new Above(
                Significant.six(p),
                Significant.six(error),
                settling(p, error, 0.5, n),
                settling(meanSecond - meanFirst, errorOfMean, 0, n),
                false);
    }

    /** For each value, the share of the others that lie below it, ties by half. */
    private static double[] placements(double[] values, double[] sortedOthers) {
        double[] placements = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int less = firstNotBelow(sortedOthers, values[i]);
            int lessOrEqual = firstAbove(sortedOthers, values[i]);
            placements[i] = (less + lessOrEqual) / 2.0 / sortedOthers.length;
        }
        return placements;
    }

    private static int firstNotBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** An estimate from {@code n} replicates, whose error shrinks with the square root of their number. */
    private static Settling settling(double estimate, double error, double indifferent, int n) {
        double distance = Math.abs(estimate - indifferent);
        boolean settled = distance > Z * error;
        Long more = 0L;
        if (!settled) {
            double times = Z * error / distance;
            double needed = Math.floor(n * times * times) + 1 - n;
            more = distance == 0 || needed > MOST_MORE ? null : (Long) (long) Math.max(1, needed);
        }
        return new Settling(
                settled, Significant.six(estimate - Z * error), Significant.six(estimate + Z * error), more);
    }

    /** A 95 per cent interval of a probability. */
    record Interval(double low, double high) {

        /** Agresti and Coull (1998): as if two more had come out each way, so that no sample of any size is certain. */
        static Interval agrestiCoull(double p, long n) {
            double more = n + Z * Z;
            double middle = (n * p + Z * Z / 2) / more;
            double half = Z * Math.sqrt(middle * (1 - middle) / more);
            return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
        }

        boolean leavesOut(double point) {
            return low > point || high < point;
        }

        double halfWidth() {
            return (high - low) / 2;
        }
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : sum / (values.length - 1);
    }
}
