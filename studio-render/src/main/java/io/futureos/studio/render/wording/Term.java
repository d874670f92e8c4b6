package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/**
 * The fixed words of a report, in every language. {@code {}} stands for what differs. A term without its word in one of the
 * languages does not compile, and neither does a language without words.
 */
public enum Term {
    REPORT("Report", "Bericht", "Rapport", "Informe", "Rapport"),
    CONTENTS("Contents", "Inhalt", "Sommaire", "Índice", "Innhold"),
    SKIP("Skip to the report", "Zum Bericht springen", "Aller au rapport", "Ir al informe", "Gå til rapporten"),
    GENERATED(
            "Generated {}, {} UTC",
            "Erstellt am {}, {} UTC",
            "Établi le {}, {} UTC",
            "Generado el {}, {} UTC",
            "Laget {}, {} UTC"),
    STALE(
            "This report is no longer up to date.",
            "Dieser Bericht ist nicht mehr aktuell.",
            "Ce rapport n’est plus à jour.",
            "Este informe ya no está actualizado.",
            "Denne rapporten er ikke lenger oppdatert."),
    REMARKS("Remarks", "Anmerkungen", "Remarques", "Observaciones", "Merknader"),
    APPENDIX("Appendix", "Anhang", "Annexe", "Anexo", "Vedlegg"),
    METHODOLOGY("Methodology", "Methodik", "Méthodologie", "Metodología", "Metode"),
    DATA_SOURCES("Data sources", "Datenquellen", "Sources des données", "Fuentes de datos", "Datakilder"),
    CALIBRATION("Calibration", "Kalibrierung", "Calibration", "Calibración", "Kalibrering"),
    CAVEATS("Caveats", "Vorbehalte", "Réserves", "Salvedades", "Forbehold"),
    ABOUT("About this file", "Zu dieser Datei", "À propos de ce fichier", "Acerca de este archivo", "Om denne filen"),
    FIGURE("Figure {}", "Abbildung {}", "Figure {}", "Figura {}", "Figur {}"),
    TABLE("Table {}", "Tabelle {}", "Tableau {}", "Tabla {}", "Tabell {}"),
    UNTITLED(
            "Untitled section",
            "Abschnitt ohne Titel",
            "Section sans titre",
            "Sección sin título",
            "Avsnitt uten tittel"),
    REPORT_CUT(
            "The report is longer than fits into this file and ends here; the HTML report has all of it.",
            "Der Bericht ist länger, als in diese Datei passt, und endet hier; der HTML-Bericht hat alles.",
            "Le rapport est plus long que ce fichier ne le permet et s’arrête ici ; le rapport HTML est complet.",
            "El informe es más largo de lo que cabe en este archivo y termina aquí; el informe HTML lo tiene todo.",
            "Rapporten er lengre enn det er plass til i denne filen og slutter her; HTML-rapporten har alt."),
    TEXT_CUT(
            "The text ends here; the HTML report has all of it.",
            "Der Text endet hier; der HTML-Bericht hat alles.",
            "Le texte s’arrête ici ; le rapport HTML est complet.",
            "El texto termina aquí; el informe HTML lo tiene todo.",
            "Teksten slutter her; HTML-rapporten har alt."),
    ROWS_CUT(
            "The first {} of {} rows: the table ends here, and the HTML report has all.",
            "Die ersten {} von {} Zeilen: Die Tabelle endet hier, und der HTML-Bericht hat alle.",
            "Les {} premières lignes sur {} : le tableau s’arrête ici, et le rapport HTML les a toutes.",
            "Las primeras {} de {} filas: la tabla termina aquí y el informe HTML las tiene todas.",
            "De første {} av {} rader: Tabellen slutter her, og HTML-rapporten har alle."),
    SOURCES(
            "The numbers come from {}.",
            "Woher die Zahlen stammen: {}.",
            "Les nombres viennent de : {}.",
            "Los números proceden de: {}.",
            "Tallene kommer fra: {}."),
    FROM_QUESTION("the question", "die Frage", "la question", "la pregunta", "spørsmålet"),
    FROM_ROW("the table{}", "die Tabelle{}", "le tableau{}", "la tabla{}", "tabellen{}"),
    FROM_DATA(
            "what is known about the data",
            "was über die Daten bekannt ist",
            "ce que l’on sait des données",
            "lo que se sabe de los datos",
            "det som er kjent om dataene"),
    FROM_GRAPH("the causal graph", "der Kausalgraph", "le graphe causal", "el grafo causal", "årsaksgrafen"),
    FROM_POPULATION(
            "the synthetic population",
            "die synthetische Bevölkerung",
            "la population synthétique",
            "la población sintética",
            "den syntetiske befolkningen"),
    FROM_SCENARIO(
            "what the scenario{} changes",
            "was das Szenario{} ändert",
            "ce que change le scénario{}",
            "lo que cambia el escenario{}",
            "det scenarioet{} endrer"),
    FROM_RUN(
            "the simulation of{}",
            "die Simulation von{}",
            "la simulation de{}",
            "la simulación de{}",
            "simuleringen av{}"),
    FROM_FORECAST(
            "the pooled forecast of{}",
            "die gemeinsame Prognose von{}",
            "la prévision combinée de{}",
            "el pronóstico combinado de{}",
            "det samlede varselet for{}"),
    FROM_BACKTEST(
            "the backtest of{}",
            "der Rückvergleich von{}",
            "le test rétrospectif de{}",
            "la prueba retrospectiva de{}",
            "tilbaketesten av{}"),
    FROM_COMPARISON(
            "the comparison of the scenarios",
            "der Vergleich der Szenarien",
            "la comparaison des scénarios",
            "la comparación de los escenarios",
            "sammenligningen av scenarioene"),
    FROM_RESOLUTION(
            "how the question turned out",
            "wie die Frage ausging",
            "l’issue de la question",
            "cómo se resolvió la pregunta",
            "hvordan det gikk"),
    FROM_REASONING(
            "what the reasoners said of{}",
            "was die Argumentierenden über{} sagten",
            "ce que les raisonneurs ont dit de{}",
            "lo que dijeron los razonadores de{}",
            "det resonnørene sa om{}"),
    FROM_ENGINE(
            "the list of the engines",
            "die Liste der Programme",
            "la liste des moteurs",
            "la lista de los motores",
            "listen over motorene"),
    FIGURE_AS_TABLE(
            "Figure {} as a table",
            "Abbildung {} als Tabelle",
            "Figure {} sous forme de tableau",
            "Figura {} como tabla",
            "Figur {} som tabell"),
    DATA_OF_THE_FIGURE(
            "Data of figure {}",
            "Daten der Abbildung {}",
            "Données de la figure {}",
            "Datos de la figura {}",
            "Data til figur {}"),
    DATA_OF_THE_FIGURES(
            "Data of the figures",
            "Daten der Abbildungen",
            "Données des figures",
            "Datos de las figuras",
            "Data til figurene"),
    NO_DRAWING(
            "There is no drawing for charts of type “{}”; this is the data.",
            "Für Diagramme der Art „{}“ gibt es keine Zeichnung; dies sind die Daten.",
            "Les graphiques de type « {} » ne peuvent être dessinés ; voici les données.",
            "No hay dibujo para gráficos de tipo «{}»; estos son los datos.",
            "Diagrammer av typen «{}» kan ikke tegnes; dette er dataene."),
    NO_VALUES(
            "There are no values to draw.",
            "Es gibt keine Werte zu zeichnen.",
            "Il n’y a aucune valeur à dessiner.",
            "No hay valores que dibujar.",
            "Det finnes ingen verdier å tegne."),
    FIRST_ROWS(
            "The first {} of {} rows; the HTML report has all.",
            "Die ersten {} von {} Zeilen; der HTML-Bericht hat alle.",
            "Les {} premières lignes sur {} ; le rapport HTML les a toutes.",
            "Las primeras {} de {} filas; el informe HTML las tiene todas.",
            "De første {} av {} rader; HTML-rapporten har alle."),
    FIRST_OF(
            "The first {} of {}; the table has all.",
            "Die ersten {} von {}; die Tabelle hat alle.",
            "Les {} premiers sur {} ; le tableau les a tous.",
            "Los primeros {} de {}; la tabla los tiene todos.",
            "De første {} av {}; tabellen har alle."),
    MISSING_GLYPH(
            "The fonts of this file lack {} character of the report, each shown as {} ({}). The HTML report has them.",
            "Den Schriften dieser Datei fehlt {} Zeichen des Berichts, als {} gezeigt ({}). Der HTML-Bericht hat es.",
            "Il manque aux polices de ce fichier {} caractère du rapport, montré comme {} ({}). Le rapport HTML l’a.",
            "A las fuentes de este archivo les falta {} carácter del informe, mostrado como {} ({}). El informe HTML lo tiene.",
            "Skriftene i denne filen mangler {} tegn i rapporten, vist som {} ({}). HTML-rapporten har det."),
    MISSING_GLYPHS(
            "The fonts of this file lack {} characters of the report, each shown as {} ({}). The HTML report has them.",
            "Den Schriften dieser Datei fehlen {} Zeichen des Berichts, jedes als {} gezeigt ({}). Der HTML-Bericht hat sie.",
            "Il manque aux polices de ce fichier {} caractères du rapport, chacun montré comme {} ({}). Le rapport HTML les a.",
            "A las fuentes de este archivo les faltan {} caracteres del informe, cada uno mostrado como {} ({}). El informe"
                    + " HTML los tiene.",
            "Skriftene i denne filen mangler {} tegn i rapporten, hvert vist som {} ({}). HTML-rapporten har dem."),
    AND_OTHERS("and others", "und weitere", "et d’autres", "y otros", "og andre"),
    VERIFY(
            "This is report {}. It carries a sealed manifest, by which Studio Orchestrator’s verifier says whether anything in"
                    + " this file was changed.",
            "Dies ist Bericht {}. Er trägt ein versiegeltes Manifest, an dem der Verifier von Studio Orchestrator erkennt, ob"
                    + " etwas in dieser Datei geändert wurde.",
            "Ceci est le rapport {}. Il porte un manifeste scellé, par lequel le vérificateur de Studio Orchestrator dit si"
                    + " quelque chose a été modifié dans ce fichier.",
            "Este es el informe {}. Lleva un manifiesto sellado, por el que el verificador de Studio Orchestrator dice si"
                    + " algo ha cambiado en este archivo.",
            "Dette er rapport {}. Den har et forseglet manifest, som verifikatoren i Studio Orchestrator bruker til å si om noe"
                    + " i denne filen er endret."),
    FOOT(
            "Report {} of project {}, generated {}.",
            "Bericht {} des Projekts {}, erstellt am {}.",
            "Rapport {} du projet {}, établi le {}.",
            "Informe {} del proyecto {}, generado el {}.",
            "Rapport {} fra prosjekt {}, laget {}."),
    COLOUR_MOVED(
            "The colour “{}” was asked for as {} and is shown as {}, which can be read on the page.",
            "Die Farbe „{}“ war als {} gewünscht und ist als {} gezeigt, was auf der Seite lesbar ist.",
            "La couleur « {} » a été demandée en {} et est montrée en {}, lisible sur la page.",
            "El color «{}» se pidió como {} y se muestra como {}, que puede leerse en la página.",
            "Fargen «{}» var ønsket som {} og er vist som {}, som kan leses på siden."),
    COLOUR_UNUSED(
            "The colour “{}” was given, but reports have no use for it; they use primary and accent.",
            "Die Farbe „{}“ wurde angegeben, aber Berichte verwenden sie nicht, nur primary und accent.",
            "La couleur « {} » a été donnée, mais les rapports ne l’utilisent pas, seulement primary et accent.",
            "Se indicó el color «{}», pero los informes no lo usan, solo primary y accent.",
            "Fargen «{}» ble oppgitt, men rapporter bruker den ikke, bare primary og accent."),
    LOGO_MISSING(
            "The logo is left out: nothing was found at its address.",
            "Das Logo fehlt: Unter seiner Adresse wurde nichts gefunden.",
            "Le logo est omis : rien n’a été trouvé à son adresse.",
            "Falta el logotipo: no se encontró nada en su dirección.",
            "Logoen er utelatt: Ingenting ble funnet på adressen."),
    LOGO_REFUSED(
            "The logo is left out:",
            "Das Logo ist weggelassen:",
            "Le logo est omis :",
            "Se omite el logotipo:",
            "Logoen er utelatt:"),
    SECTION_MISSING(
            "The section “{}” was asked for, but this report does not have it.",
            "Der Abschnitt „{}“ war gewünscht, aber dieser Bericht hat ihn nicht.",
            "La section « {} » a été demandée, mais ce rapport ne l’a pas.",
            "Se pidió la sección «{}», pero este informe no la tiene.",
            "Avsnittet «{}» var ønsket, men denne rapporten har det ikke."),
    VALUE("Value", "Wert", "Valeur", "Valor", "Verdi"),
    CALIBRATION_FIGURE("Figure", "Kennzahl", "Indicateur", "Indicador", "Måltall"),
    LOW("Low", "Unten", "Bas", "Bajo", "Lav"),
    INNER_LOW("Inner low", "Mitte unten", "Bas intérieur", "Bajo interior", "Indre lav"),
    MIDDLE("Middle", "Mitte", "Milieu", "Medio", "Midten"),
    INNER_HIGH("Inner high", "Mitte oben", "Haut intérieur", "Alto interior", "Indre høy"),
    HIGH("High", "Oben", "Haut", "Alto", "Høy"),
    FROM("{}, from", "{}, von", "{}, de", "{}, desde", "{}, fra"),
    TO("{}, to", "{}, bis", "{}, à", "{}, hasta", "{}, til"),
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
    DAY("{} {} {}", "{}. {} {}", "{} {} {}", "{} de {} de {}", "{}. {} {}"),
    BRIER("Brier score", "Brier-Score", "Score de Brier", "Puntuación de Brier", "Brier-skår"),
    COVERAGE("Coverage", "Abdeckung", "Couverture", "Cobertura", "Dekning"),
    COVERAGE_OF(
            "Coverage of the {}\u00a0% interval",
            "Abdeckung des {}-%-Intervalls",
            "Couverture de l’intervalle à {}\u00a0%",
            "Cobertura del intervalo del {}\u00a0%",
            "Dekning av {}\u00a0%-intervallet"),
    SHARPNESS_OF(
            "Sharpness of the {}\u00a0% interval",
            "Breite des {}-%-Intervalls",
            "Finesse de l’intervalle à {}\u00a0%",
            "Nitidez del intervalo del {}\u00a0%",
            "Skarphet av {}\u00a0%-intervallet"),
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
            "CRPS for det sesongnaive varselet"),
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

    private final String en;
    private final String de;
    private final String fr;
    private final String es;
    private final String nb;

    Term(String en, String de, String fr, String es, String nb) {
        this.en = en;
        this.de = de;
        this.fr = fr;
        this.es = es;
        this.nb = nb;
    }

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
