package io.futureos.studio.model;

import static io.futureos.studio.model.NumberFormat.DecimalMark.COMMA;
import static io.futureos.studio.model.NumberFormat.DecimalMark.POINT;

import io.futureos.studio.model.NumberFormat.Grouping;
import java.util.Locale;

/** The languages in which a report's fixed words are known, by their tag in BCP 47. */
public enum ReportLanguage {
    EN(new NumberFormat(POINT, Grouping.COMMA, true)),
    DE(new NumberFormat(COMMA, Grouping.POINT, true)),
    FR(new NumberFormat(COMMA, Grouping.SPACE, true)),
    ES(new NumberFormat(COMMA, Grouping.SPACE, true)),
    /** Norwegian, Bokmål. */
    NB(new NumberFormat(COMMA, Grouping.SPACE, true));

    @SuppressWarnings("ImmutableEnumChecker") // a record of text
    private final NumberFormat numbers;

    ReportLanguage(NumberFormat numbers) {
        this.numbers = numbers;
    }

    /** The tag in BCP 47 and the name in JSON, for example {@code de}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How numbers are written where nobody asks for another format. */
    public NumberFormat numbers() {
        return numbers;
    }
}
