package io.futureos.studio.engines.local.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds what leaves an engine, so that the last bits of a machine's arithmetic reach nobody. */
public final class Significant {

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private Significant() {}

    /** The value to six significant digits; order is kept. */
    public static double six(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? 0 : value;
        }
        return new BigDecimal(value).round(SIX_DIGITS).doubleValue();
    }
}
