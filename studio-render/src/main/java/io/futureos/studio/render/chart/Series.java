package io.futureos.studio.render.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Named values; {@link Double#NaN} stands where one is missing.
 */
public record Series(String name, List<Double> values) {

    public Series {
        values = List.copyOf(values);
    }

    public boolean has(int index) {
        return !Double.isNaN(values.get(index));
    }

    /** The values that are not missing. */
    public DoubleStream present() {
        return values.stream().mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value));
    }

    /** The position of the largest value; there must be one. */
    int indexOfLargest() {
        return indices().max(Comparator.comparingDouble(values::get)).orElseThrow();
    }

    /** The position of the smallest value; there must be one. */
    int indexOfSmallest() {
        return indices().min(Comparator.comparingDouble(values::get)).orElseThrow();
    }

    private Stream<Integer> indices() {
        return IntStream.range(0, values.size()).filter(this::has).boxed();
    }

    /** The position of the first value that is not missing, or -1. */
    public int firstIndex() {
        int first = 0;
        while (first < values.size() && !has(first)) {
            first++;
        }
        return first == values.size() ? -1 : first;
    }

    /** The position of the last value that is not missing, or -1. */
    public int lastIndex() {
        int last = values.size() - 1;
        while (last >= 0 && !has(last)) {
            last--;
        }
        return last;
    }
}
