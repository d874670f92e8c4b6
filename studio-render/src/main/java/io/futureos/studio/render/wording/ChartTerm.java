package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/** What charts say in and beside the drawing, and at the heads of their tables. */
public enum ChartTerm implements Term {
    VALUE("Value", "Wert", "Valeur", "Valor", "Verdi"),
    FIRST_OF(
            "The first {} of {}; the table has all.",
            "Die ersten {} von {}; die Tabelle hat alle.",
            "Les {} premiers sur {}\u00a0; le tableau les a tous.",
            "Los primeros {} de {}; la tabla los tiene todos.",
            "De første {} av {}; tabellen har alle."),
    LOW("Low", "Unten", "Bas", "Bajo", "Lav"),
    INNER_LOW("Inner low", "Innen unten", "Bas intérieur", "Bajo interior", "Indre lav"),
    MIDDLE("Middle", "Mitte", "Milieu", "Medio", "Midten"),
    INNER_HIGH("Inner high", "Innen oben", "Haut intérieur", "Alto interior", "Indre høy"),
    HIGH("High", "Oben", "Haut", "Alto", "Høy"),
    FROM("{}, from", "{}, von", "{}, de", "{}, desde", "{}, fra"),
    TO("{}, to", "{}, bis", "{}, à", "{}, hasta", "{}, til"),
    CHANGE("Change", "Änderung", "Variation", "Cambio", "Endring"),
    BIN_FROM("From", "Von", "De", "Desde", "Fra"),
    BIN_TO("To", "Bis", "À", "Hasta", "Til"),
    DENSITY("Density", "Dichte", "Densité", "Densidad", "Tetthet"),
    COUNT("Count", "Anzahl", "Effectif", "Recuento", "Antall"),
    MARK("Mark", "Markierung", "Repère", "Marca", "Markering"),
    BELOW("{} below", "{} darunter", "{} au-dessous", "{} por debajo", "{} under"),
    AT_OR_ABOVE(
            "{} at or above",
            "{} gleich oder darüber",
            "{} au seuil ou au-dessus",
            "{} igual o por encima",
            "{} likt eller over"),
    NO_VALUE("no value", "kein Wert", "aucune valeur", "sin valor", "ingen verdi"),
    NO_VALUES_OF_ITEM("no values", "keine Werte", "aucune valeur", "sin valores", "ingen verdier"),
    AS_EXPECTED("As expected", "Wie erwartet", "Comme prévu", "Según lo esperado", "Som forventet"),
    ANSWER_AT_LOW("Answer at low", "Antwort (unten)", "Réponse (bas)", "Respuesta (bajo)", "Svar (lav)"),
    ANSWER_AT_HIGH("Answer at high", "Antwort (oben)", "Réponse (haut)", "Respuesta (alto)", "Svar (høy)"),
    AT_LOW_END("at its low end", "am unteren Ende", "à sa valeur basse", "en su valor bajo", "ved nedre ende"),
    AT_HIGH_END("at its high end", "am oberen Ende", "à sa valeur haute", "en su valor alto", "ved øvre ende"),
    START("Start", "Anfang", "Début", "Inicio", "Start"),
    END("End", "Ende", "Fin", "Final", "Slutt"),
    UNEXPLAINED(
            "Not explained by the steps",
            "Durch die Schritte nicht erklärt",
            "Non expliqué par les étapes",
            "No explicado por los pasos",
            "Ikke forklart av stegene"),
    FORECAST_PROBABILITY(
            "Forecast probability",
            "Prognostizierte Wahrscheinlichkeit",
            "Probabilité prévue",
            "Probabilidad pronosticada",
            "Prognostisert sannsynlighet"),
    OBSERVED_FREQUENCY(
            "Observed frequency",
            "Beobachtete Häufigkeit",
            "Fréquence observée",
            "Frecuencia observada",
            "Observert hyppighet"),
    CASES("Cases", "Fälle", "Cas", "Casos", "Tilfeller"),
    AS_SAID(
            "came true as often as was said; dots below it were said too often",
            "so oft eingetreten wie vorhergesagt; Punkte darunter wurden zu oft vorhergesagt",
            "réalisé aussi souvent qu’annoncé\u00a0; les points au-dessous ont été annoncés trop souvent",
            "ocurrió tan a menudo como se dijo; los puntos por debajo se dijeron demasiado a menudo",
            "inntraff så ofte som varslet; prikker under ble varslet for ofte"),
    CAME_TRUE("what came true", "was eintrat", "ce qui s’est réalisé", "lo que ocurrió", "det som inntraff"),
    CAME_TRUE_IN_CASE(
            "what came true, in {} case",
            "was eintrat, in {} Fall",
            "ce qui s’est réalisé, sur {} cas",
            "lo que ocurrió, en {} caso",
            "det som inntraff, i {} tilfelle"),
    CAME_TRUE_IN_CASES(
            "what came true, in {} cases; a larger dot has more",
            "was eintrat, in {} Fällen; ein größerer Punkt hat mehr",
            "ce qui s’est réalisé, sur {} cas\u00a0; un point plus grand en a davantage",
            "lo que ocurrió, en {} casos; un punto mayor tiene más",
            "det som inntraff, i {} tilfeller; en større prikk har flere"),
    CAUSE("Cause", "Ursache", "Cause", "Causa", "Årsak"),
    EFFECT("Effect", "Wirkung", "Effet", "Efecto", "Virkning"),
    SIGN("Sign", "Vorzeichen", "Signe", "Signo", "Fortegn"),
    STRENGTH("Strength", "Stärke", "Force", "Intensidad", "Styrke"),
    LATER_BY("Later by", "Verzögerung", "Retard", "Retardo", "Forsinkelse"),
    LAG("lag {}", "Lag {}", "retard {}", "retardo {}", "etter {}"),
    MOVE_ALIKE(
            "+ both move alike",
            "+ beide gleichläufig",
            "+ varient dans le même sens",
            "+ varían en el mismo sentido",
            "+ beveger seg likt"),
    MOVE_APART(
            "\u2212 they move apart",
            "\u2212 beide gegenläufig",
            "\u2212 varient en sens contraire",
            "\u2212 varían en sentido contrario",
            "\u2212 beveger seg motsatt"),
    STRENGTH_UNKNOWN(
            "strength not known", "Stärke unbekannt", "force inconnue", "intensidad desconocida", "ukjent styrke"),
    STRONGEST_OF(
            "The {} of {} with the strongest effects; the table has all.",
            "Die {} von {} mit den stärksten Wirkungen; die Tabelle hat alle.",
            "Les {} sur {} aux effets les plus forts\u00a0; le tableau a tout.",
            "Las {} de {} con más efecto; la tabla las tiene todas.",
            "De {} av {} med de sterkeste virkningene; tabellen har alle."),
    PERCENTAGE_POINTS("pp", "PP", "pt", "p.\u00a0p.", "pp"),
    /** The sheet behind a chart; one word of letters, so that formulas need not quote it. */
    FIGURES("Figures", "Zahlen", "Chiffres", "Cifras", "Tall"),
    LOW_TO_MIDDLE("Low to middle", "Unten bis Mitte", "Du bas au milieu", "De bajo a medio", "Lav til midten"),
    MIDDLE_TO_HIGH("Middle to high", "Mitte bis oben", "Du milieu au haut", "De medio a alto", "Midten til høy"),
    INNER_LOW_TO_MIDDLE(
            "Inner low to middle",
            "Innen unten bis Mitte",
            "Du bas intérieur au milieu",
            "De bajo interior a medio",
            "Indre lav til midten"),
    MIDDLE_TO_INNER_HIGH(
            "Middle to inner high",
            "Mitte bis innen oben",
            "Du milieu au haut intérieur",
            "De medio a alto interior",
            "Midten til indre høy"),
    BELOW_BAND("{}, below it", "{}, darunter", "{}, au-dessous", "{}, por debajo", "{}, under"),
    LOWER_PART("{}, lower part", "{}, unterer Teil", "{}, partie basse", "{}, parte baja", "{}, nedre del");

    @SuppressWarnings("ImmutableEnumChecker") // a record of text
    private final Words words;

    ChartTerm(String en, String de, String fr, String es, String nb) {
        words = new Words(en, de, fr, es, nb);
    }

    @Override
    public String in(ReportLanguage language) {
        return words.in(language);
    }
}
