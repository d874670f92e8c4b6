package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/** The names of calibration figures. */
public enum CalibrationTerm implements Term {
    CALIBRATION_FIGURE("Figure", "Kennzahl", "Indicateur", "Indicador", "Måltall"),
    BRIER("Brier score", "Brier-Score", "Score de Brier", "Puntuación de Brier", "Brier-skår"),
    COVERAGE("Coverage", "Abdeckung", "Couverture", "Cobertura", "Dekning"),
    COVERAGE_OF(
            "Coverage of the {} interval",
            "Abdeckung des Intervalls von {}",
            "Couverture de l’intervalle à {}",
            "Cobertura del intervalo del {}",
            "Dekning av {}-intervallet"),
    SHARPNESS_OF(
            "Sharpness of the {} interval",
            "Breite des Intervalls von {}",
            "Finesse de l’intervalle à {}",
            "Nitidez del intervalo del {}",
            "Skarphet av {}-intervallet"),
    CRPS(
            "CRPS (continuous ranked probability score)",
            "CRPS (stetiger Rangwahrscheinlichkeits-Score)",
            "CRPS (score de probabilité ordonnée continue)",
            "CRPS (puntuación de probabilidad ordenada continua)",
            "CRPS (kontinuerlig rangert sannsynlighetsskår)"),
    CRPS_NAIVE(
            "CRPS of the seasonal naive forecast",
            "CRPS der saisonal naiven Prognose",
            "CRPS de la prévision naïve saisonnière",
            "CRPS del pronóstico estacional ingenuo",
            "CRPS for den sesongnaive prognosen"),
    FORECASTS(
            "Pairs of forecast and outcome",
            "Paare aus Prognose und Ergebnis",
            "Paires de prévision et de résultat",
            "Pares de pronóstico y resultado",
            "Par av prognose og utfall"),
    HORIZON("Horizon (months)", "Horizont (Monate)", "Horizon (mois)", "Horizonte (meses)", "Horisont (måneder)"),
    JUDGED_EVENT(
            "Event that probabilities are judged by",
            "Ereignis, an dem Wahrscheinlichkeiten gemessen werden",
            "Événement auquel les probabilités sont jugées",
            "Suceso con el que se juzgan las probabilidades",
            "Hendelse som sannsynligheter bedømmes mot"),
    JUDGED_EVENT_RATE(
            "Share of the cases in which it came true",
            "Anteil der Fälle, in denen es eintrat",
            "Part des cas où il s’est produit",
            "Proporción de casos en que ocurrió",
            "Andel av tilfellene der den inntraff"),
    LOG_SCORE(
            "Logarithmic score",
            "Logarithmischer Score",
            "Score logarithmique",
            "Puntuación logarítmica",
            "Logaritmisk skår"),
    MAE(
            "Mean absolute error",
            "Mittlerer absoluter Fehler",
            "Erreur absolue moyenne",
            "Error absoluto medio",
            "Gjennomsnittlig absoluttfeil"),
    MASE(
            "Mean absolute scaled error",
            "Mittlerer absoluter skalierter Fehler",
            "Erreur absolue moyenne normalisée",
            "Error absoluto medio escalado",
            "Gjennomsnittlig skalert absoluttfeil"),
    ORIGINS(
            "Forecast origins",
            "Prognoseursprünge",
            "Origines de prévision",
            "Orígenes del pronóstico",
            "Prognosestarter"),
    RMSE(
            "Root mean square error",
            "Wurzel des mittleren quadratischen Fehlers",
            "Racine de l’erreur quadratique moyenne",
            "Raíz del error cuadrático medio",
            "Rotmiddelkvadratfeil");

    @SuppressWarnings("ImmutableEnumChecker") // a record of text
    private final Words words;

    CalibrationTerm(String en, String de, String fr, String es, String nb) {
        words = new Words(en, de, fr, es, nb);
    }

    @Override
    public String in(ReportLanguage language) {
        return words.in(language);
    }
}
