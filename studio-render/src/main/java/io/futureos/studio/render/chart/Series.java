package io.futureos.studio.render.chart;

import java.util.List;
import java.util.stream.DoubleStream;

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

    /** The position of the last value that is not missing, or -1. */
    public int lastIndex() {
        int last = values.size() - 1;
        while (last >= 0 && !has(last)) {
            last--;
        }
        return last;
    }
}
