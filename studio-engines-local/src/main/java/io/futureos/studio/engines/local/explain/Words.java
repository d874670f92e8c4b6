package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.series.Months;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;

/** How figures, months and probabilities are said in English; {@link Figure} binds them to where they came from. */
final class Words {

    /** Below this, three decimals say nothing. */
    private static final double SMALL = 0.001;

    private static final MathContext ONE_DIGIT = new MathContext(1);

    private Words() {}

    /** A figure in a unit: a share as per cent, anything else with the unit behind it. */
    static String value(double value, String unit) {
        if (unit.equals("share")) {
            return format("%.1f %%", 100 * value);
        }
        boolean isPlain = unit.isBlank() || unit.equals("index");
        return isPlain ? number(value) : number(value) + " " + unit;
    }

    /** A difference of two figures, with its sign. */
    static String difference(double difference, String unit) {
        if (unit.equals("share")) {
            return format("%+.1f percentage points", zeroed(100 * difference, 0.05));
        }
        String sign = difference < 0 ? "-" : "+";
        return sign + value(Math.abs(difference), unit);
    }

    static double zeroed(double value, double least) {
        return Math.abs(value) < least ? 0 : value;
    }

    static String percent(double fraction) {
        return format("%.0f %%", 100 * fraction);
    }

    /** A number as precisely as its size makes sense. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1000) {
            return format("%,.0f", value);
        }
        if (value == Math.rint(value)) {
            return format("%.0f", value);
        }
        if (size < SMALL) {
            return new BigDecimal(value).round(ONE_DIGIT).stripTrailingZeros().toPlainString();
        }
        if (size < 1 && Math.rint(100 * value) == 100 * value) {
            return format("%.2f", value);
        }
        return format(size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f", value);
    }

    /** A probability as people can hear it; never 0 or 100 per cent. */
    static String probability(double probability) {
        if (probability < 0.01) {
            return "less than 1 %";
        }
        return probability > 0.99 ? "more than 99 %" : percent(probability);
    }

    /** The calibrated language of the IPCC's guidance note on uncertainties (2010). */
    static String likelihood(double probability) {
        if (probability < 0.01) {
            return "exceptionally unlikely";
        } else if (probability < 0.1) {
            return "very unlikely";
        } else if (probability < 1.0 / 3) {
            return "unlikely";
        } else if (probability <= 2.0 / 3) {
            return "about as likely as not";
        } else if (probability <= 0.9) {
            return "likely";
        }
        return probability <= 0.99 ? "very likely" : "virtually certain";
    }

    /** {@code 2025-12} as "December 2025". */
    static String month(String period) {
        return Months.name(Months.number(period));
    }

    /** For example "15 January 2026". */
    static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + Months.name(day.getYear() * 12 + day.getMonthValue() - 1);
    }

    static String comparison(PredictionTask.Comparison comparison) {
        return switch (comparison) {
            case ABOVE -> "above";
            case AT_LEAST -> "at least";
            case BELOW -> "below";
            case AT_MOST -> "at most";
        };
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
