package io.futureos.studio.engines.local.data;

import io.futureos.studio.engines.local.config.ConfigObject;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How small and how large a figure may sensibly be; null where there is no bound.
 *
 * @param minimum the smallest value allowed
 * @param maximum the largest value allowed
 */
record Bounds(@Nullable Double minimum, @Nullable Double maximum) {

    static final Bounds NONE = new Bounds(null, null);

    /** The bounds in a configuration; a share lies between 0 and 1 unless it says otherwise. */
    static Bounds of(ConfigObject config, String unit) {
        Double minimum = config.optionalNumber("minimum");
        Double maximum = config.optionalNumber("maximum");
        if (unit.equals(Units.SHARE)) {
            minimum = minimum == null ? Double.valueOf(0) : minimum;
            maximum = maximum == null ? Double.valueOf(1) : maximum;
        }
        if (minimum != null && maximum != null && minimum > maximum) {
            throw config.wrong("minimum", "is above \"maximum\"; swap them");
        }
        return new Bounds(minimum, maximum);
    }

    /** What is wrong with {@code value}, as the end of a sentence; empty if nothing is. Missing values are never wrong. */
    Optional<String> violation(double value) {
        if (minimum != null && value < minimum) {
            return Optional.of(plain(value) + " is below the minimum of " + plain(minimum));
        }
        if (maximum != null && value > maximum) {
            return Optional.of(plain(value) + " is above the maximum of " + plain(maximum));
        }
        return Optional.empty();
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new java.math.MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
