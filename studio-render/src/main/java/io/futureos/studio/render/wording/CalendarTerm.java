package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/** Months, and how a day is written. */
public enum CalendarTerm implements Term {
    MONTHS(
            "January February March April May June July August September October November December",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "januar februar mars april mai juni juli august september oktober november desember"),
    SHORT_MONTHS(
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "ene feb mar abr may jun jul ago sep oct nov dic",
            "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des."),
    /** Day, month and year. */
    DAY("{} {} {}", "{}. {} {}", "{} {} {}", "{} de {} de {}", "{}. {} {}");

    @SuppressWarnings("ImmutableEnumChecker") // a record of text
    private final Words words;

    CalendarTerm(String en, String de, String fr, String es, String nb) {
        words = new Words(en, de, fr, es, nb);
    }

    @Override
    public String in(ReportLanguage language) {
        return words.in(language);
    }
}
