package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.Wording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How the values of a chart or table are written, the same on every machine.
 *
 * @param isPercent whether they are fractions of 1, shown as per cent; else they are plain numbers
 * @param wording of everything in the chart that no engine wrote
 */
public record ValueFormat(boolean isPercent, Wording wording) {

    private static final String MINUS = "\u2212";
    private static final double LARGEST_IN_FULL = 1e15;

    /** Fractions of 1, shown as per cent. */
    public static ValueFormat percent(Wording wording) {
        return new ValueFormat(true, wording);
    }

    /** Plain numbers. */
    public static ValueFormat number(Wording wording) {
        return new ValueFormat(false, wording);
    }

    /** {@code value} with a fixed number of decimals; empty if it is missing. */
    public String fixed(double value, int decimals) {
        String number = withoutSign(value, decimals);
        return isPercent && !number.isEmpty() ? wording.percent(number) : number;
    }

    /** The same without the sign of per cent. */
    String withoutSign(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "";
        }
        BigDecimal shown = BigDecimal.valueOf(value);
        if (isPercent) {
            shown = shown.movePointRight(2);
        }
        String number = Math.abs(value) > LARGEST_IN_FULL
                ? shown.round(new MathContext(4)).toString()
                : grouped(shown.setScale(decimals, RoundingMode.HALF_UP));
        return wording.number(number);
    }

    /** {@code value} as a table shows it: per cent to one decimal, numbers to four digits; empty if it is missing. */
    public String cell(double value) {
        return Double.isNaN(value) ? "" : fixed(value, isPercent ? 1 : decimalsOf(value));
    }

    /** How many decimals tell apart values that lie {@code step} from each other. */
    public int decimalsForStep(double step) {
        BigDecimal shown = BigDecimal.valueOf(step).round(new MathContext(3));
        if (isPercent) {
            shown = shown.movePointRight(2);
        }
        return Math.min(12, Math.max(0, shown.stripTrailingZeros().scale()));
    }

    /** How many decimals {@code value} needs when it is shown with four digits. */
    static int decimalsOf(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4));
        return Math.min(12, Math.max(0, rounded.stripTrailingZeros().scale()));
    }

    /** How many decimals it takes to show {@code value} with so many digits. */
    static int decimalsToDigits(double value, int digits) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return value == 0 ? 0 : Math.min(12, Math.max(0, digits - exact.precision() + exact.scale()));
    }

    private static String grouped(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        int wholeDigits = point < 0 ? plain.length() : point;
        var text = new StringBuilder(number.signum() < 0 ? MINUS : "");
        for (int i = 0; i < plain.length(); i++) {
            if (i > 0 && i < wholeDigits && (wholeDigits - i) % 3 == 0) {
                text.append(',');
            }
            text.append(plain.charAt(i));
        }
        return text.toString();
    }
}
