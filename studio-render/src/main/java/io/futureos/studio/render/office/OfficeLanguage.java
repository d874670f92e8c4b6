package io.futureos.studio.render.office;

import io.futureos.studio.model.ReportLanguage;

/**
 * A language as programs of Office name it, with the country whose spelling is checked.
 *
 * @param tag of BCP 47
 * @param number of the same in Windows (MS-LCID), in hexadecimal
 */
public record OfficeLanguage(String tag, String number) {

    public static OfficeLanguage of(ReportLanguage language) {
        return switch (language) {
            case EN -> new OfficeLanguage("en-GB", "809");
            case DE -> new OfficeLanguage("de-DE", "407");
            case FR -> new OfficeLanguage("fr-FR", "40C");
            case ES -> new OfficeLanguage("es-ES", "C0A");
            case NB -> new OfficeLanguage("nb-NO", "414");
        };
    }

    /** What comes before the format of a date or a number that is to be in this language. */
    String inNumberFormat() {
        return "[$-" + number + "]";
    }
}
