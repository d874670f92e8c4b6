package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/** The same words in all languages. */
record Words(String en, String de, String fr, String es, String nb) {

    String in(ReportLanguage language) {
        return switch (language) {
            case EN -> en;
            case DE -> de;
            case FR -> fr;
            case ES -> es;
            case NB -> nb;
        };
    }
}
