package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import java.util.stream.DoubleStream;

/** Writes the values of one chart with the same number of decimals, so that they can be compared at a glance. */
public record Numbers(ValueFormat format, int decimals) {

    /** As many decimals as {@code values} need, but not more than four digits of the largest. */
    public static Numbers of(ValueFormat format, DoubleStream values) {
        double[] all = values.toArray();
        double largest = DoubleStream.of(all).map(Math::abs).max().orElse(0);
        int enough = ValueFormat.decimalsToDigits(largest, 4);
        int needed =
                DoubleStream.of(all).mapToInt(ValueFormat::decimalsOf).max().orElse(0);
        return new Numbers(format, format.isPercent() ? 1 : Math.min(enough, needed));
    }

    /** A difference of two values as text, with its sign; that of two shares is in percentage points. */
    public String difference(double value) {
        String number = format.withoutSign(value, decimals);
        String unit = format.isPercent() ? "\u00a0" + format.wording().say(ChartTerm.PERCENTAGE_POINTS) : "";
        return number.isEmpty() ? "" : (value > 0 ? "+" : "") + number + unit;
    }

    /** {@code value} as text; empty if it is missing. */
    public String text(double value) {
        return format.fixed(value, decimals);
    }
}
