package io.futureos.studio.engines.local.explain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a reader sees in a text. */
final class Numerals {

    private static final Pattern NUMERAL = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern PLAIN = Pattern.compile("(?:\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.\\d{1,15})?");

    private Numerals() {}

    static Matcher matcher(String text) {
        return NUMERAL.matcher(text);
    }

    /** The value of a numeral; the numeral itself if it is written in another way than this package writes numbers. */
    static Object value(String numeral) {
        return PLAIN.matcher(numeral).matches() ? (Object) Double.valueOf(numeral.replace(",", "")) : numeral;
    }
}
