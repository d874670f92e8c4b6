package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/**
 * What the data of a chart say, for who can't see it; without the full stop. Names stand where their number and gender do not
 * matter.
 */
public enum FindingTerm implements Term {
    /** A name and what is said of it. */
    NAMED("{}: {}", "{}: {}", "{}\u00a0: {}", "{}: {}", "{}: {}"),
    GOES("{} goes from {} to {}", "{}: von {} auf {}", "{}\u00a0: de {} à {}", "{}: de {} a {}", "{}: fra {} til {}"),
    BAND_ENDS(
            "{} ends at {} to {}",
            "{}: am Ende {} bis {}",
            "{}\u00a0: à la fin, de {} à {}",
            "{}: al final, de {} a {}",
            "{}: til slutt {} til {}"),
    MOST_AND_LEAST(
            "{} at most, {} at least",
            "{} als Höchstwert, {} als Tiefstwert",
            "{} au plus haut, {} au plus bas",
            "{} de máximo, {} de mínimo",
            "{} på det høyeste, {} på det laveste"),
    ONE_VALUE("{} has {}", "{}: {}", "{}\u00a0: {}", "{}: {}", "{}: {}"),
    HIGHEST_AND_LOWEST(
            "{} has {}, the most of {}; {} has {}, the least",
            "{}: {}, der höchste Wert von {}; {}: {}, der niedrigste",
            "{}\u00a0: {}, la valeur la plus haute sur {}\u00a0; {}\u00a0: {}, la plus basse",
            "{}: {}, el valor más alto de {}; {}: {}, el más bajo",
            "{}: {}, den høyeste verdien av {}; {}: {}, den laveste"),
    INTERVAL("{} interval", "{} Intervall", "{} intervalle", "{} intervalo", "{} intervall"),
    INTERVALS("{} intervals", "{} Intervalle", "{} intervalles", "{} intervalos", "{} intervaller"),
    OUTCOMES_RANGE(
            "Outcomes range from {} to {}",
            "Die Ergebnisse reichen von {} bis {}",
            "Les résultats vont de {} à {}",
            "Los resultados van de {} a {}",
            "Utfallene går fra {} til {}"),
    LIE_AT_OR_ABOVE(
            "{} lie at or above {}",
            "{} liegen bei {} oder darüber",
            "{} atteignent ou dépassent {}",
            "el {} alcanza o supera {}",
            "{} ligger på {} eller over"),
    MOVER(
            "What moves the answer: {} item",
            "Was die Antwort bewegt: {} Einflussgröße",
            "Ce qui fait varier la réponse\u00a0: {} facteur",
            "Lo que mueve la respuesta: {} factor",
            "Det som flytter svaret: {} faktor"),
    MOVERS(
            "What moves the answer: {} items",
            "Was die Antwort bewegt: {} Einflussgrößen",
            "Ce qui fait varier la réponse\u00a0: {} facteurs",
            "Lo que mueve la respuesta: {} factores",
            "Det som flytter svaret: {} faktorer"),
    MOVES_MOST(
            "{} moves the answer most, from {} to {}",
            "Am meisten bewegt die Antwort: {}, von {} bis {}",
            "Ce qui fait le plus varier la réponse\u00a0: {}, de {} à {}",
            "Lo que más mueve la respuesta: {}, de {} a {}",
            "Det som flytter svaret mest: {}, fra {} til {}"),
    /** What was said so far, and the value that it lies around. */
    AROUND("{}, around {}", "{}, um {} herum", "{}, autour de {}", "{}, alrededor de {}", "{}, rundt {}"),
    TRUE_AS_SAID(
            "Stated probabilities came true about as often as they should",
            "Was vorhergesagt wurde, trat etwa so oft ein wie angegeben",
            "Ce qui était annoncé s’est réalisé à peu près aussi souvent que prévu",
            "Lo pronosticado ocurrió más o menos con la frecuencia indicada",
            "Det som ble varslet, inntraff omtrent så ofte som oppgitt"),
    NOT_AS_SAID(
            "Stated probabilities and what came true differ",
            "Angegebene Wahrscheinlichkeiten und das, was eintrat, weichen voneinander ab",
            "Les probabilités annoncées et ce qui s’est réalisé diffèrent",
            "Las probabilidades indicadas y lo que ocurrió difieren",
            "Oppgitte sannsynligheter og det som inntraff, avviker fra hverandre"),
    /** What was said so far, and where it is least so. */
    LARGEST_DIFFERENCE(
            "{}; the largest difference is at a forecast of {}, of which {} came true",
            "{}; am größten ist der Unterschied bei Prognosen von {}: {} davon traten ein",
            "{}\u00a0; l’écart le plus grand est aux prévisions de {}\u00a0: {} se sont réalisées",
            "{}; la mayor diferencia está en los pronósticos de {}: se cumplió el {}",
            "{}; størst er forskjellen ved prognoser på {}: {} av dem inntraff"),
    VARIABLE("{} variable", "{} Variable", "{} variable", "{} variable", "{} variabel"),
    VARIABLES("{} variables", "{} Variablen", "{} variables", "{} variables", "{} variabler"),
    EFFECT("{} effect", "{} Wirkung", "{} effet", "{} efecto", "{} virkning"),
    EFFECTS("{} effects", "{} Wirkungen", "{} effets", "{} efectos", "{} virkninger"),
    /** Variables and effects. */
    BETWEEN_THEM(
            "{} and {} between them",
            "{} und {} zwischen ihnen",
            "{} et {} entre elles",
            "{} y {} entre ellas",
            "{} og {} mellom dem"),
    /** What was said so far, and the strongest of those effects. */
    STRONGEST(
            "{}; the strongest is that of {} on {}",
            "{}; die stärkste ist die von {} auf {}",
            "{}\u00a0; le plus fort est celui de {} sur {}",
            "{}; el más fuerte es el de {} sobre {}",
            "{}; den sterkeste er den som {} har på {}"),
    FROM_TO(
            "From {} ({}) to {} ({})",
            "Von {} ({}) auf {} ({})",
            "De {} ({}) à {} ({})",
            "De {} ({}) a {} ({})",
            "Fra {} ({}) til {} ({})"),
    /** What was said so far, and the largest of the steps. */
    LARGEST_STEP(
            "{}; the largest step is {}, {}",
            "{}; der größte Schritt ist {}, {}",
            "{}\u00a0; le pas le plus grand est {}, {}",
            "{}; el mayor paso es {}, {}",
            "{}; det største steget er {}, {}");

    @SuppressWarnings("ImmutableEnumChecker") // a record of text
    private final Words words;

    FindingTerm(String en, String de, String fr, String es, String nb) {
        words = new Words(en, de, fr, es, nb);
    }

    @Override
    public String in(ReportLanguage language) {
        return words.in(language);
    }
}
