package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A question as it stands at the end of a month: what of its period is still to come, and what that has to bring.
 *
 * @param history of the target, up to that month
 * @param denominators of a ratio, which weigh its months; null otherwise
 */
record Question(
        PredictionTask task,
        Variable variable,
        MonthlySeries history,
        @Nullable MonthlySeries denominators) {

    /** A mean over a period counts if no more of its months than this share are missing. */
    private static final double MAY_BE_MISSING = 0.25;

    /** @throws EngineException {@code period_malformed} or {@code period_not_covered} */
    Question {
        if (Months.number(task.to()) < Months.number(task.from())) {
            throw new EngineException(
                    "period_malformed",
                    "The question's period ends in " + task.to() + ", before it begins in " + task.from() + ".");
        }
        if (Months.number(task.to()) <= history.last() && knownMonths(task, history).length == 0) {
            throw new EngineException(
                    "period_not_covered",
                    "The question is about " + task.from() + " to " + task.to()
                            + ", which is past, but none of its months has a figure.");
        }
    }

    int asOf() {
        return history.last();
    }

    /** 1 if more of the target is towards yes, -1 if less of it is. */
    int direction() {
        return task.comparison() == Comparison.ABOVE || task.comparison() == Comparison.AT_LEAST ? 1 : -1;
    }

    boolean anyMonth() {
        return task.occasion() == Occasion.ANY_MONTH;
    }

    /** Whether any month of the period is still to come. */
    boolean isOpen() {
        return Months.number(task.to()) > asOf();
    }

    /** The months of the period that are still to come, as seen from as-of. */
    Window window() {
        return new Window(Math.max(1, Months.number(task.from()) - asOf()), Months.number(task.to()) - asOf());
    }

    private static int[] knownMonths(PredictionTask task, MonthlySeries history) {
        return java.util.stream.IntStream.rangeClosed(
                        Months.number(task.from()), Math.min(Months.number(task.to()), history.last()))
                .filter(history::knows)
                .toArray();
    }

    /** The months of the period whose figures are known already. */
    int[] knownMonths() {
        return knownMonths(task, history);
    }

    /**
     * What the mean (for any-month questions: the best) of the months to come is held against, given what the known ones
     * brought.
     */
    double threshold() {
        int[] known = knownMonths();
        if (anyMonth() || !isOpen()) {
            return task.threshold();
        }
        Window open = window();
        double weightToCome = 0;
        for (int ahead = open.first(); ahead <= open.last(); ahead++) {
            weightToCome += usualWeight(asOf() + ahead);
        }
        double weight = 0;
        double sum = 0;
        for (int month : known) {
            weight += weight(month);
            sum += weight(month) * history.at(month);
        }
        double whole = isSum() ? task.threshold() : task.threshold() * (weight + weightToCome);
        return (whole - sum) / weightToCome;
    }

    /** The answer if nothing that can still come would change it: 1 for yes, 0 for no, NaN if it is open. */
    double settled() {
        boolean already = anyMonth()
                && Arrays.stream(knownMonths())
                        .anyMatch(month -> task.comparison().holds(history.at(month), task.threshold()));
        if (already) {
            return 1;
        }
        if (!isOpen()) {
            return anyMonth() ? 0 : task.comparison().holds(pastValue(), task.threshold()) ? 1 : 0;
        }
        boolean atLowest = task.comparison().holds(lowest(), threshold());
        return atLowest == task.comparison().holds(highest(), threshold()) ? (atLowest ? 1 : 0) : Double.NaN;
    }

    /** The value of a period that is over. */
    double pastValue() {
        double mean = overall(Months.number(task.from()), Months.number(task.to()), 1);
        return isSum() && !anyMonth() ? mean * knownMonths().length : mean;
    }

    private double lowest() {
        Double minimum = variable.minimum();
        return minimum != null ? minimum : isShare() ? 0 : Double.NEGATIVE_INFINITY;
    }

    private double highest() {
        Double maximum = variable.maximum();
        return maximum != null ? maximum : isShare() ? 1 : Double.POSITIVE_INFINITY;
    }

    boolean isShare() {
        return variable.unit().equals("share");
    }

    private boolean isSum() {
        return variable.aggregation() == Aggregation.SUM;
    }

    /** What the months {@code window} after {@code origin} brought together; NaN if too little of it is known. */
    double outcome(int origin, Window window) {
        return origin + window.last() > asOf()
                ? Double.NaN
                : overall(origin + window.first(), origin + window.last(), MAY_BE_MISSING);
    }

    private double overall(int from, int to, double mayBeMissing) {
        int missing = 0;
        for (int month = from; month <= to; month++) {
            missing += history.knows(month) ? 0 : 1;
        }
        return missing > mayBeMissing * (to - from + 1) ? Double.NaN : together(from, to, history::at, this::weight);
    }

    /** Whether what a possible future brings in the months to come makes the answer yes. */
    boolean isMetBy(IntToDoubleFunction monthAhead) {
        Window open = window();
        double value = together(open.first(), open.last(), monthAhead, ahead -> usualWeight(asOf() + ahead));
        return task.comparison().holds(value, threshold());
    }

    private double together(int from, int to, IntToDoubleFunction values, IntToDoubleFunction weights) {
        double sum = 0;
        double total = 0;
        double best = Double.NaN;
        for (int month = from; month <= to; month++) {
            double value = values.applyAsDouble(month);
            if (!Double.isNaN(value)) {
                sum += weights.applyAsDouble(month) * value;
                total += weights.applyAsDouble(month);
                best = Double.isNaN(best) || direction() * (value - best) > 0 ? value : best;
            }
        }
        return anyMonth() && to > from ? best : sum / total;
    }

    private double weight(int month) {
        if (denominators == null || variable.aggregation() != Aggregation.RATIO_OF_SUMS) {
            return 1;
        }
        double weight = denominators.at(month);
        return weight > 0 ? weight : usualWeight(month);
    }

    /** The denominator of that calendar month when it was known last. */
    private double usualWeight(int month) {
        if (denominators == null || variable.aggregation() != Aggregation.RATIO_OF_SUMS) {
            return 1;
        }
        for (int before = month - 12; before >= denominators.first(); before -= 12) {
            if (before <= asOf() && denominators.at(before) > 0) {
                return denominators.at(before);
            }
        }
        double latest = denominators.latest(asOf());
        return latest > 0 ? latest : 1;
    }

    /** The question as it would stand a month later, had that month brought {@code value}. */
    Question withNext(double value) {
        double[] longer = Arrays.copyOf(history.values(), history.size() + 1);
        longer[longer.length - 1] = value;
        return new Question(task, variable, MonthlySeries.from(history.first(), longer), denominators);
    }
}
