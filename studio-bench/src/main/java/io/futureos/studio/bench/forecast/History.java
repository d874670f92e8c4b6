package io.futureos.studio.bench.forecast;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** All that is known today of the quantity that is forecast, month by month. */
final class History {

    private static final int YEAR = 12;

    private final NavigableMap<YearMonth, Double> values;

    /** @param values without the months that have none; at least one */
    History(NavigableMap<YearMonth, Double> values) {
        this.values = new TreeMap<>(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A history has at least one month");
        }
    }

    YearMonth first() {
        return values.firstKey();
    }

    YearMonth last() {
        return values.lastKey();
    }

    int months() {
        return (int) ChronoUnit.MONTHS.between(first(), last()) + 1;
    }

    OptionalDouble at(YearMonth month) {
        Double value = values.get(month);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What came after {@code origin} and can be held against a forecast. */
    List<YearMonth> outcomes(YearMonth origin, int horizon) {
        return List.copyOf(values.subMap(origin.plusMonths(1), true, origin.plusMonths(horizon), true)
                .keySet());
    }

    /** The months from which the past is forecast again: the last {@code count} that have something after them. */
    List<YearMonth> origins(int count) {
        List<YearMonth> origins = new ArrayList<>();
        for (int back = count; back >= 1; back--) {
            YearMonth origin = last().minusMonths(back);
            if (!origin.isBefore(first())) {
                origins.add(origin);
            }
        }
        return origins;
    }

    /** The latest value of the same month of the year that was known at {@code origin}; else the latest of all. */
    double seasonalNaive(YearMonth period, YearMonth origin) {
        for (YearMonth before = period.minusMonths(YEAR);
                !before.isBefore(first());
                before = before.minusMonths(YEAR)) {
            Double value = before.isAfter(origin) ? null : values.get(before);
            if (value != null) {
                return value;
            }
        }
        return values.floorEntry(origin).getValue();
    }

    /**
     * The error by which those of forecasts from {@code origin} are divided: the mean one of the seasonal naive forecast
     * within the history up to there (Hyndman and Koehler, 2006). Empty where that is 0 or there is no full year.
     */
    OptionalDouble naiveError(YearMonth origin) {
        double sum = 0;
        int count = 0;
        for (YearMonth month : values.headMap(origin, true).keySet()) {
            OptionalDouble before = at(month.minusMonths(YEAR));
            if (before.isPresent()) {
                sum += Math.abs(at(month).orElseThrow() - before.getAsDouble());
                count++;
            }
        }
        return sum > 0 ? OptionalDouble.of(sum / count) : OptionalDouble.empty();
    }

    /** The mean of the twelve months up to {@code origin}; empty unless all are known. */
    OptionalDouble yearsMean(YearMonth origin) {
        var year =
                values.subMap(origin.minusMonths(YEAR - 1), true, origin, true).values();
        return year.size() < YEAR
                ? OptionalDouble.empty()
                : year.stream().mapToDouble(Double::doubleValue).average();
    }

    /** The months from the first to {@code origin} in order; NaN where one has no value. */
    double[] upTo(YearMonth origin) {
        double[] known = new double[(int) ChronoUnit.MONTHS.between(first(), origin) + 1];
        for (int i = 0; i < known.length; i++) {
            known[i] = at(first().plusMonths(i)).orElse(Double.NaN);
        }
        return known;
    }
}
