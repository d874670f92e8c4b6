package io.futureos.studio.engines.local.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each shape of a seasonal trend would have forecast from months before the end of a series, and how far it would have
 * been off. Shapes are averaged with weights that fall with a power of their error, as likelihoods do.
 */
final class TrendTrials {

    private static final double[] HALF_LIVES = {6, 18, 54};
    private static final double[] SHRINKAGES = {0.1, 2};
    private static final double[] FADINGS = {1, 0.95, 0};
    private static final double[] PERSISTENCES = {0, 0.8, 1};
    private static final int SHAPES = HALF_LIVES.length * SHRINKAGES.length * FADINGS.length * PERSISTENCES.length;

    private static final int HORIZON = 12;
    private static final int LONGEST = 36;
    private static final int STEP = 2;
    private static final int LEAST_KNOWN = 12;
    private static final int LEAST_LENGTH = 14;

    /** The power if there is one trial only: even then a shape that was far off counts for little. */
    private static final double LEAST_POWER = 4;

    /** Without so many forecast months, errors are guessed from the steps of the series. */
    private static final int LEAST_CASES = 12;

    private static final double LEAST_FREEDOM = 4;

    private final double[] scaled;
    private final double floor;
    private final List<Trial> trials = new ArrayList<>();
    private final double[] weights;
    private int cases;

    /**
     * What the average may be off by: once, whatever the horizon, and by a random walk month by month.
     *
     * @param once the standard deviation of what does not grow
     * @param monthly that of a month's step of what does
     * @param freedom how many independent errors both are known by, about
     */
    record Errors(double once, double monthly, double freedom) {}

    /**
     * What a shape says, month by month.
     *
     * @param drift what of it is the trend's since the last month
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Forecast(double[] months, double[] drift) {}

    /** @param forecasts by shape, from the end of the first {@code length} values */
    private record Trial(int length, List<Forecast> forecasts) {

        int months() {
            return forecasts.get(0).months.length;
        }
    }

    /** @param scaled NaN where a month is missing, known at the end of the first year at least */
    TrendTrials(double[] scaled, int firstMonth, double floor) {
        this.scaled = scaled;
        this.floor = floor;
        for (int back = 1; back <= LONGEST; back += STEP) {
            int length = scaled.length - back;
            if (length < LEAST_LENGTH || known(length) < LEAST_KNOWN) {
                break;
            }
            trials.add(new Trial(length, forecasts(scaled, length, firstMonth, Math.min(HORIZON, back))));
        }
        this.weights = weights();
    }

    private int known(int length) {
        return (int) Arrays.stream(scaled, 0, length)
                .filter(value -> !Double.isNaN(value))
                .count();
    }

    double[] scaled() {
        return scaled;
    }

    int length() {
        return scaled.length;
    }

    /** What each shape says of the months after the first {@code length} values. */
    static List<Forecast> forecasts(double[] scaled, int length, int firstMonth, int horizon) {
        int last = length - 1;
        while (last > 0 && Double.isNaN(scaled[last])) {
            last--;
        }
        List<Forecast> forecasts = new ArrayList<>();
        for (double halfLife : HALF_LIVES) {
            for (double shrinkage : SHRINKAGES) {
                SeasonalRegression fit = SeasonalRegression.fit(scaled, length, firstMonth, halfLife, shrinkage);
                double residual = scaled[last] - fit.fitted(firstMonth + last);
                for (double fading : FADINGS) {
                    for (double persistence : PERSISTENCES) {
                        double left = residual * StrictMath.pow(persistence, length - 1 - last);
                        forecasts.add(forecast(fit, fading, persistence, left, horizon));
                    }
                }
            }
        }
        return forecasts;
    }

    private static Forecast forecast(
            SeasonalRegression fit, double fading, double persistence, double residual, int horizon) {
        double[] months = new double[horizon];
        double[] drift = new double[horizon];
        double left = residual;
        double step = 1;
        double steps = 0;
        for (int h = 0; h < horizon; h++) {
            step *= fading;
            steps += step;
            left *= persistence;
            months[h] = fit.predict(fit.lastMonth() + 1 + h, steps) + left;
            drift[h] = fit.slope() * steps;
        }
        return new Forecast(months, drift);
    }

    private double[] weights() {
        double[] off = new double[SHAPES];
        for (Trial trial : trials) {
            for (int h = 0; h < trial.months(); h++) {
                double value = scaled[trial.length + h];
                if (!Double.isNaN(value)) {
                    cases++;
                    for (int shape = 0; shape < SHAPES; shape++) {
                        off[shape] += Math.abs(trial.forecasts.get(shape).months[h] - value);
                    }
                }
            }
        }
        double[] weights = new double[SHAPES];
        double least = Arrays.stream(off).min().orElseThrow() + cases * floor;
        double power = LEAST_POWER + trials.size() * STEP;
        double total = 0;
        for (int shape = 0; shape < SHAPES; shape++) {
            weights[shape] = cases == 0 ? 1 : StrictMath.pow(least / (off[shape] + cases * floor), power);
            total += weights[shape];
        }
        for (int shape = 0; shape < SHAPES; shape++) {
            weights[shape] /= total;
        }
        return weights;
    }

    /** The average of what the shapes say. */
    Forecast average(List<Forecast> forecasts) {
        int horizon = forecasts.get(0).months.length;
        double[] months = new double[horizon];
        double[] drift = new double[horizon];
        for (int shape = 0; shape < SHAPES; shape++) {
            for (int h = 0; h < horizon; h++) {
                months[h] += weights[shape] * forecasts.get(shape).months[h];
                drift[h] += weights[shape] * forecasts.get(shape).drift[h];
            }
        }
        return new Forecast(months, drift);
    }

    /** How far the average was off in the trials, wider for their having chosen it. */
    Errors errors() {
        double[] squares = new double[HORIZON];
        int[] counts = new int[HORIZON];
        for (Trial trial : trials) {
            double[] average = average(trial.forecasts).months;
            for (int h = 0; h < average.length; h++) {
                double error = scaled[trial.length + h] - average[h];
                if (!Double.isNaN(error)) {
                    squares[h] += error * error;
                    counts[h]++;
                }
            }
        }
        double[] variances = cases < LEAST_CASES ? ofSteps() : line(squares, counts);
        double span = trials.size() * STEP;
        double chosen = 1 + 1 / Math.max(1, span / 6);
        return new Errors(
                Math.sqrt(variances[0] * chosen + floor * floor),
                Math.sqrt(variances[1] * chosen),
                Math.max(LEAST_FREEDOM, span / 3));
    }

    /** The variance at horizon 0 and what each month adds, by least squares in which near months count more. */
    private static double[] line(double[] squares, int[] counts) {
        double ones = 0;
        double months = 0;
        double monthSquares = 0;
        double sum = 0;
        double product = 0;
        for (int h = 0; h < squares.length; h++) {
            if (counts[h] > 0) {
                double month = h + 1;
                double weight = counts[h] / ((month + 2) * (month + 2));
                double variance = squares[h] / counts[h];
                ones += weight;
                months += weight * month;
                monthSquares += weight * month * month;
                sum += weight * variance;
                product += weight * month * variance;
            }
        }
        double determinant = ones * monthSquares - months * months;
        double each = determinant > 0 ? (ones * product - months * sum) / determinant : 0;
        double once = (sum - each * months) / ones;
        if (each < 0) {
            return new double[] {sum / ones, 0};
        }
        return once < 0 ? new double[] {0, product / monthSquares} : new double[] {once, each};
    }

    /** As large as a step from one month to the next, growing with the root of the horizon after a year. */
    private double[] ofSteps() {
        double squares = 0;
        int count = 0;
        for (int i = 1; i < scaled.length; i++) {
            double step = scaled[i] - scaled[i - 1];
            if (!Double.isNaN(step)) {
                squares += step * step;
                count++;
            }
        }
        double variance = count == 0 ? floor * floor : squares / count;
        return new double[] {variance, variance / HORIZON};
    }
}
