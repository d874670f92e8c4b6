package io.futureos.studio.render.office;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as XML has them: the shortest decimal that reads back as the same value, on every JDK. */
final class Decimal {

    private static final double MILLIONTHS = 1e6;
    private static final double MOST_EXACT = 1L << 53;
    private static final int MOST_DIGITS = 17;
    private static final int DIGITS_THAT_OFTEN_DO = 15;

    private Decimal() {}

    static String text(double value) {
        double millionths = Math.rint(value * MILLIONTHS);
        if (Math.abs(millionths) < MOST_EXACT && millionths / MILLIONTHS == value) {
            return plain(BigDecimal.valueOf((long) millionths, 6));
        }
        var exact = new BigDecimal(value);
        for (int digits = DIGITS_THAT_OFTEN_DO; digits < MOST_DIGITS; digits++) {
            BigDecimal shorter = exact.round(new MathContext(digits));
            if (shorter.doubleValue() == value) {
                return shorter.stripTrailingZeros().toString();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS)).toString();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
