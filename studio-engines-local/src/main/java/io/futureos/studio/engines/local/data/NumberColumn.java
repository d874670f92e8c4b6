package io.futureos.studio.engines.local.data;

import io.futureos.studio.model.Fingerprint;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Figures; NaN where one is missing. */
final class NumberColumn extends Column {
    private double[] values;
    private int size;

    NumberColumn(ColumnSpec spec) {
        super(spec, false);
        this.values = new double[64];
    }

    NumberColumn(ColumnSpec derived, double[] values) {
        super(derived, true);
        this.values = values;
        this.size = values.length;
    }

    double number(int row) {
        return values[row];
    }

    @Override
    void addMissing() {
        append(Double.NaN);
    }

    @Override
    void addText(String text, Place place) {
        double value = Double.parseDouble(text.strip());
        spec().bounds().violation(value).ifPresent(violation -> {
            throw place.error("figure_out_of_bounds", violation + "; correct the figure or the bound.");
        });
        append(value);
    }

    private void append(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        // Adding 0 turns -0 into 0, which print and hash differently but mean the same.
        values[size++] = value + 0.0;
    }

    @Override
    void reorder(int[] order) {
        values = Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
    }

    @Override
    @Nullable
    Object get(int row) {
        return Double.isNaN(values[row]) ? null : values[row];
    }

    @Override
    @Nullable
    String set(int row, @Nullable Object value) {
        if (value != null && !(value instanceof Number)) {
            return "the column holds numbers; give a number, or null if the figure is not known";
        }
        double figure = value == null ? Double.NaN : ((Number) value).doubleValue() + 0.0;
        values[row] = figure;
        return spec().bounds().violation(figure).orElse(null);
    }

    @Override
    Fingerprint fingerprint() {
        var bytes = ByteBuffer.allocate(size * Double.BYTES);
        for (int row = 0; row < size; row++) {
            bytes.putLong(Double.doubleToLongBits(values[row]));
        }
        return Fingerprint.of(bytes.array());
    }
}
