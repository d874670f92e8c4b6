package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.SeriesReader;

/**
 * The one number that a question is about, for each path: over its months, those that are known already with what they
 * brought.
 */
public final class QuestionPeriod {

    private static final int PATTERN_MONTHS = 36;

    private final PredictionTask task;
    private final Target target;
    private final int from;
    private final int to;

    /**
     * The number for paths that begin somewhere else than the data ends, such as those of a run that is older than the data.
     *
     * @param first the first month of the paths, {@code YYYY-MM}
     * @param horizon how many months the paths have
     * @throws EngineException {@code period_malformed} or {@code period_not_covered}
     */
    public static QuestionPeriod of(
            PredictionTask task, Variable variable, SeriesReader reader, String first, int horizon) {
        int asOf = Months.number(first) - 1;
        String denominator = variable.denominator();
        MonthlySeries history = reader.series(variable).upTo(asOf);
        MonthlySeries weights = denominator == null
                ? null
                : reader.column(variable, denominator).upTo(asOf);
        return new QuestionPeriod(task, new Target(variable, history, weights), horizon);
    }

    /** @throws EngineException {@code period_malformed} or {@code period_not_covered} */
    QuestionPeriod(PredictionTask task, Target target, int horizon) {
        this.task = task;
        this.target = target;
        this.from = Months.number(task.from());
        this.to = Months.number(task.to());
        if (to < from) {
            throw new EngineException(
                    "period_malformed",
                    "The question's period ends in " + task.to() + ", before it begins in " + task.from() + ".");
        }
        if (to > target.asOf() + horizon || from < target.history().first()) {
            throw new EngineException(
                    "period_not_covered",
                    "The question is about " + label() + ", but the figures begin in "
                            + Months.text(target.history().first()) + " and a forecast of " + horizon
                            + " months ends in " + Months.text(target.asOf() + horizon) + ".");
        }
        if (to <= target.asOf() && knownMonths() == 0) {
            throw new EngineException(
                    "period_not_covered",
                    "The question is about " + label() + ", which is past, but none of its months has a figure.");
        }
    }

    String label() {
        return from == to ? task.from() : task.from() + "/" + task.to();
    }

    /** How many months of the period are in the past and known. */
    int knownMonths() {
        int known = 0;
        for (int month = from; month <= Math.min(to, target.asOf()); month++) {
            known += target.history().knows(month) ? 1 : 0;
        }
        return known;
    }

    /** How many months of the period are in the past and have no figure; they don't enter the value. */
    int missingMonths() {
        return Math.max(0, Math.min(to, target.asOf()) - from + 1) - knownMonths();
    }

    /** Whether a month counts: it is still to come, or its figure is known. */
    private boolean counts(int month) {
        return month > target.asOf() || target.history().knows(month);
    }

    /** The number for one path from the month after as-of. */
    public double value(double[] path) {
        return task.occasion() == Occasion.ANY_MONTH ? extreme(path) : whole(path);
    }

    private double at(int month, double[] path) {
        return month > target.asOf()
                ? path[month - target.asOf() - 1]
                : target.history().at(month);
    }

    private double extreme(double[] path) {
        boolean upwards = task.comparison() == Comparison.ABOVE || task.comparison() == Comparison.AT_LEAST;
        double extreme = upwards ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int month = from; month <= to; month++) {
            if (counts(month)) {
                extreme = upwards ? Math.max(extreme, at(month, path)) : Math.min(extreme, at(month, path));
            }
        }
        return extreme;
    }

    private double whole(double[] path) {
        double sum = 0;
        double weights = 0;
        for (int month = from; month <= to; month++) {
            if (counts(month)) {
                double weight = weight(month);
                sum += weight * at(month, path);
                weights += weight;
            }
        }
        return target.variable().aggregation() == Aggregation.SUM ? sum : sum / weights;
    }

    /** What a month of a ratio counts for: its denominator, or what that was in this month of the last three years. */
    private double weight(int month) {
        MonthlySeries denominators = target.denominators();
        if (target.variable().aggregation() != Aggregation.RATIO_OF_SUMS || denominators == null) {
            return 1;
        }
        if (month <= target.asOf() && denominators.at(month) > 0) {
            return denominators.at(month);
        }
        double usual = mean(denominators, Months.calendarMonth(month));
        return usual > 0 ? usual : fallback(denominators);
    }

    private double mean(MonthlySeries series, int calendarMonth) {
        double sum = 0;
        int count = 0;
        for (int month = target.asOf() - PATTERN_MONTHS + 1; month <= target.asOf(); month++) {
            boolean same = calendarMonth < 0 || Months.calendarMonth(month) == calendarMonth;
            if (same && series.at(month) > 0) {
                sum += series.at(month);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double fallback(MonthlySeries series) {
        double overall = mean(series, -1);
        return overall > 0 ? overall : 1;
    }
}
