package io.futureos.studio.workflow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes doubles as ECMAScript does (ECMA-262, Number::toString), as RFC 8785 asks for: the fewest digits that give the
 * same double when read again and, of those, the nearest to it.
 *
 * <p>{@link Double#toString(double)} alone will not do: before JDK 19 it has a digit too many for some values.
 */
final class ShortestNumber {

    /** Two decimals of up to 15 digits never mean the same normal double, so one that reads back is the shortest. */
    private static final int DISTINCT_DIGITS = 15;

    private static final int MAX_DIGITS = 17;

    private ShortestNumber() {}

    /** @throws IllegalArgumentException if {@code value} is not finite */
    static void append(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A number in JSON must be finite, this one is " + value);
        }
        if (value == 0) {
            out.append('0');
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        Decimal shortest = shortest(Math.abs(value));
        layOut(out, shortest.digits(), shortest.point());
    }

    /** The number 0.{@code digits} times ten to the power {@code point}; digits neither begin nor end with 0. */
    private record Decimal(String digits, int point) {

        static Decimal of(BigDecimal value) {
            String digits = value.unscaledValue().toString();
            return new Decimal(withoutEndingZeros(digits), digits.length() - value.scale());
        }

        /** Reads what {@link Double#toString(double)} writes, for example {@code 0.0012} or {@code 1.25E-7}. */
        static Decimal parse(String text) {
            int exponentAt = text.indexOf('E');
            int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text, exponentAt + 1, text.length(), 10);
            int end = exponentAt < 0 ? text.length() : exponentAt;
            int dot = text.indexOf('.');
            String digits = text.substring(0, dot) + text.substring(dot + 1, end);
            int zeros = 0;
            while (digits.charAt(zeros) == '0') {
                zeros++;
            }
            return new Decimal(withoutEndingZeros(digits.substring(zeros)), dot - zeros + exponent);
        }

        private static String withoutEndingZeros(String digits) {
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            return digits.substring(0, end);
        }
    }

    private static Decimal shortest(double value) {
        boolean isNormal = value >= Double.MIN_NORMAL;
        if (isNormal) {
            Decimal printed = Decimal.parse(Double.toString(value));
            if (printed.digits().length() <= DISTINCT_DIGITS) {
                return printed;
            }
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = isNormal ? DISTINCT_DIGITS : 1; digits < MAX_DIGITS; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return Decimal.of(nearest);
            }
            // The doubles below a power of two are closer than those above it: only the farther one may read back.
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            if (above.doubleValue() == value) {
                return Decimal.of(above);
            }
        }
        return Decimal.of(exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static void layOut(StringBuilder out, String digits, int point) {
        int length = digits.length();
        if (length <= point && point <= 21) {
            out.append(digits).append("0".repeat(point - length));
        } else if (0 < point && point <= 21) {
            out.append(digits, 0, point).append('.').append(digits, point, length);
        } else if (-6 < point && point <= 0) {
            out.append("0.").append("0".repeat(-point)).append(digits);
        } else {
            out.append(digits.charAt(0));
            if (length > 1) {
                out.append('.').append(digits, 1, length);
            }
            out.append('e').append(point > 0 ? "+" : "").append(point - 1);
        }
    }
}
