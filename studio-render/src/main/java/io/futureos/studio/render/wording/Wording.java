package io.futureos.studio.render.wording;

import io.futureos.studio.model.NumberFormat;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportLanguage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** How a report says what no engine and no person wrote; the same on every machine, whatever its locale. */
public record Wording(ReportLanguage language, NumberFormat numbers) {

    /** English, with a decimal point. */
    public static final Wording ENGLISH = new Wording(ReportLanguage.EN, ReportLanguage.EN.numbers());

    public static Wording of(ReportConfig config) {
        return new Wording(config.language(), config.numbers());
    }

    /** A term, with a text in place of each {@code {}}, which is looked at no further. */
    public String say(Term term, Object... texts) {
        List<String> words = around(term);
        if (words.size() != texts.length + 1) {
            throw new IllegalArgumentException(
                    term + " has " + (words.size() - 1) + " places for " + texts.length + " texts");
        }
        var said = new StringBuilder(words.get(0));
        for (int i = 0; i < texts.length; i++) {
            said.append(texts[i]).append(words.get(i + 1));
        }
        return said.toString();
    }

    /** The words before, between and after the places of a term. */
    public List<String> around(Term term) {
        return List.of(term.in(language).split("\\{}", -1));
    }

    /** The term for so many of something; the French count nought as one. */
    public Term oneOrMore(long number, Term one, Term more) {
        return number == 1 || (number == 0 && language == ReportLanguage.FR) ? one : more;
    }

    /** A day as reports write it, in UTC. */
    public String day(Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        String month = say(CalendarTerm.MONTHS).split(" ", -1)[at.getMonthValue() - 1];
        return say(CalendarTerm.DAY, at.getDayOfMonth(), month, at.getYear());
    }

    /** An hour and minute, in UTC. */
    public String minute(Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        return twoDigits(at.getHour()) + ":" + twoDigits(at.getMinute());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : "" + number;
    }

    /** The short name of a month from 1 to 12. */
    public String shortMonth(int month) {
        return say(CalendarTerm.SHORT_MONTHS).split(" ", -1)[month - 1];
    }

    /**
     * A number that is written in English, with commas between thousands and a decimal point, in the report's format; nothing
     * but its marks changes.
     */
    public String number(String english) {
        var text = new StringBuilder();
        for (int i = 0; i < english.length(); i++) {
            char c = english.charAt(i);
            text.append(
                    c == ','
                            ? numbers.grouping().sign()
                            : c == '.' ? numbers.decimalMark().sign() : "" + c);
        }
        return text.toString();
    }

    /** A number that is in the report's format already, as per cent. */
    public String percent(String number) {
        return number + (numbers.percentSpace() ? "\u00a0%" : "%");
    }
}
