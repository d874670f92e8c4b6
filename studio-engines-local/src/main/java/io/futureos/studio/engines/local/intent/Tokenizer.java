package io.futureos.studio.engines.local.intent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into words, numbers and months. Hyphens, underscores and punctuation part words; a possessive {@code 's} is
 * dropped, {@code n't} is "not". A number may have its thousands parted by commas or spaces and a decimal point.
 */
final class Tokenizer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = plain(text);
    }

    /**
     * The tokens of {@code text}.
     *
     * @throws Unclear if something looks like a number or a month but is none
     */
    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < tokenizer.text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    /** All kinds of spaces, dashes and apostrophes as the plain one. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') {
                plain.append('-');
            } else {
                plain.append(c == '\u2019' ? '\'' : c);
            }
        }
        return plain.toString();
    }

    private void next() {
        char c = text.charAt(at);
        if (startsNumber()) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else if (c == '<' || c == '>') {
            boolean orEqual = peek(1) == '=';
            tokens.add(Token.word(orEqual ? c + "=" : String.valueOf(c)));
            at += orEqual ? 2 : 1;
        } else {
            switch (c) {
                case '%' -> tokens.add(Token.word("%"));
                case '\u2264' -> tokens.add(Token.word("<="));
                case '\u2265' -> tokens.add(Token.word(">="));
                default -> {
                    // Punctuation parts words and means nothing else here.
                }
            }
            at++;
        }
    }

    private void word() {
        int start = at;
        while (Character.isLetterOrDigit(peek(0))) {
            at++;
        }
        tokens.add(Token.word(text.substring(start, at)));
        if (peek(0) == '\'' && Character.isLetter(peek(1))) {
            int suffix = ++at;
            while (Character.isLetter(peek(0))) {
                at++;
            }
            if (text.substring(suffix, at).equals("t")) {
                tokens.add(Token.word("not"));
            }
        }
    }

    private boolean startsNumber() {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char c = peek(0);
        boolean signed = c == '-' && before == ' ' && (isDigit(peek(1)) || (peek(1) == '.' && isDigit(peek(2))));
        return isDigit(c) || signed || (c == '.' && isDigit(peek(1)) && !isDigit(before));
    }

    private void number() {
        int start = at;
        if (peek(0) == '-') {
            at++;
        }
        digits();
        int length = at - start;
        if (length == 4 && peek(0) == '-' && isDigit(peek(1))) {
            month(start);
            return;
        }
        if (Character.isLetter(peek(0)) && length <= 2) {
            at = start;
            word();
            return;
        }
        groups(start);
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        } else if (peek(0) == ',' && isDigit(peek(1))) {
            digitsAfterComma(start);
        }
        String written = text.substring(start, at);
        tokens.add(Token.number(written, new BigDecimal(written.replaceAll("[ ,]", ""))));
    }

    private void month(int start) {
        at++;
        digits();
        String written = text.substring(start, at);
        boolean day = peek(0) == '-' && isDigit(peek(1));
        if (day || !written.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw new Unclear(
                    "question_month_malformed",
                    "\"" + written + (day ? "-..." : "") + "\" in the question is not a month; write YYYY-MM");
        }
        tokens.add(Token.month(written));
    }

    /** Groups of three digits after a first one of one to three, parted by commas or by spaces. */
    private void groups(int start) {
        int first = at - start - (text.charAt(start) == '-' ? 1 : 0);
        char separator = peek(0);
        if (first < 1 || first > 3 || (separator != ',' && separator != ' ')) {
            return;
        }
        while (peek(0) == separator && isDigit(peek(1)) && isDigit(peek(2)) && isDigit(peek(3)) && !isDigit(peek(4))) {
            at += 4;
        }
    }

    private void digitsAfterComma(int start) {
        at++;
        digits();
        throw new Unclear(
                "question_number_malformed",
                "\"" + text.substring(start, at)
                        + "\" in the question is not a number; write a decimal point and, if any, commas between"
                        + " thousands");
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
