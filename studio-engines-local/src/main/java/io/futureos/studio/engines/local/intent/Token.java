package io.futureos.studio.engines.local.intent;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a question.
 *
 * @param text in lower case; of a month {@code YYYY-MM}
 * @param number of a number; null otherwise
 */
record Token(Kind kind, String text, @Nullable BigDecimal number) {

    private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d\\d");

    /** What a token is. */
    enum Kind {
        /** A word, or a sign that stands for one: {@code % < > <= >=}. */
        WORD,
        NUMBER,
        MONTH
    }

    static Token word(String text) {
        return new Token(Kind.WORD, text, null);
    }

    static Token month(String text) {
        return new Token(Kind.MONTH, text, null);
    }

    static Token number(String text, BigDecimal number) {
        return new Token(Kind.NUMBER, text, number);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether this can be a year: four digits without a separator, from 1900 to 2199. */
    boolean isYear() {
        return kind == Kind.NUMBER && YEAR.matcher(text).matches();
    }
}
