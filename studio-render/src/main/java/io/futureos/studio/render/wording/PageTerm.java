package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/** What stands on the pages of every report, and what is said where a file has less than the report. */
public enum PageTerm implements Term {
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
            "Le rapport est plus long que ce fichier ne le permet et s’arrête ici\u00a0; le rapport HTML est complet.",
            "El informe es más largo de lo que cabe en este archivo y termina aquí; el informe HTML lo tiene todo.",
            "Rapporten er lengre enn det er plass til i denne filen og slutter her; HTML-rapporten har alt."),
    TEXT_CUT(
            "The text ends here; the HTML report has all of it.",
            "Der Text endet hier; der HTML-Bericht hat alles.",
            "Le texte s’arrête ici\u00a0; le rapport HTML est complet.",
            "El texto termina aquí; el informe HTML lo tiene todo.",
            "Teksten slutter her; HTML-rapporten har alt."),
    ROWS_CUT(
            "The first {} of {} rows: the table ends here; the HTML report has all of it.",
            "Die ersten {} von {} Zeilen: Die Tabelle endet hier; der HTML-Bericht hat alles.",
            "Les {} premières lignes sur {}\u00a0: le tableau s’arrête ici\u00a0; le rapport HTML est complet.",
            "Las primeras {} de {} filas: la tabla termina aquí; el informe HTML lo tiene todo.",
            "De første {} av {} rader: Tabellen slutter her; HTML-rapporten har alt."),
    FIRST_ROWS(
            "The first {} of {} rows; the HTML report has all.",
            "Die ersten {} von {} Zeilen; der HTML-Bericht hat alle.",
            "Les {} premières lignes sur {}\u00a0; le rapport HTML les a toutes.",
            "Las primeras {} de {} filas; el informe HTML las tiene todas.",
            "De første {} av {} rader; HTML-rapporten har alle."),
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
            "Les graphiques de type «\u00a0{}\u00a0» ne peuvent être dessinés\u00a0; voici les données.",
            "No hay dibujo para gráficos de tipo «{}»; estos son los datos.",
            "Diagrammer av typen «{}» kan ikke tegnes; dette er dataene."),
    NO_VALUES(
            "There are no values to draw.",
            "Es gibt keine Werte zu zeichnen.",
            "Il n’y a aucune valeur à dessiner.",
            "No hay valores que dibujar.",
            "Det finnes ingen verdier å tegne."),
    MISSING_GLYPH(
            "The fonts of this file lack {} character of the report, each shown as {} ({}). The HTML report has them.",
            "Den Schriften dieser Datei fehlt {} Zeichen des Berichts, als {} gezeigt ({}). Der HTML-Bericht hat es.",
            "Il manque aux polices de ce fichier {} caractère du rapport, montré comme {} ({}). Le rapport HTML l’a.",
            "A las fuentes de este archivo les falta {} carácter del informe, mostrado como {} ({}). El informe HTML"
                    + " lo tiene.",
            "Skriftene i denne filen mangler {} tegn i rapporten, vist som {} ({}). HTML-rapporten har det."),
    MISSING_GLYPHS(
            "The fonts of this file lack {} characters of the report, each shown as {} ({}). The HTML report has them.",
            "Den Schriften dieser Datei fehlen {} Zeichen des Berichts, jedes als {} gezeigt ({}). Der HTML-Bericht"
                    + " hat sie.",
            "Il manque aux polices de ce fichier {} caractères du rapport, chacun montré comme {} ({}). Le rapport"
                    + " HTML les a.",
            "A las fuentes de este archivo les faltan {} caracteres del informe, cada uno mostrado como {} ({}). El"
                    + " informe HTML los tiene.",
            "Skriftene i denne filen mangler {} tegn i rapporten, hvert vist som {} ({}). HTML-rapporten har dem."),
    AND_OTHERS("and others", "und weitere", "et d’autres", "y otros", "og andre"),
    VERIFY(
            "This is report {}. It carries a sealed manifest, by which Studio Orchestrator’s verifier says whether"
                    + " anything in this file was changed.",
            "Dies ist Bericht {}. Er trägt ein versiegeltes Manifest, an dem der Verifier von Studio Orchestrator"
                    + " erkennt, ob etwas in dieser Datei geändert wurde.",
            "Ceci est le rapport {}. Il porte un manifeste scellé, par lequel le vérificateur de Studio Orchestrator"
                    + " dit si quelque chose a été modifié dans ce fichier.",
            "Este es el informe {}. Lleva un manifiesto sellado, por el que el verificador de Studio Orchestrator dice"
                    + " si algo ha cambiado en este archivo.",
            "Dette er rapport {}. Den har et forseglet manifest, som verifikatoren i Studio Orchestrator bruker til å"
                    + " si om noe i denne filen er endret."),
    COLOUR_MOVED(
            "The colour \u201c{}\u201d of the branding, {}, is shown as {}, since text in it could not be read (WCAG AA asks for a"
                    + " contrast of {} to 1).",
            "Die Markenfarbe \u201e{}\u201c, {}, ist als {} gezeigt, da Text in ihr nicht zu lesen wäre (WCAG AA verlangt einen"
                    + " Kontrast von {} zu 1).",
            "La couleur «\u00a0{}\u00a0» de la charte, {}, est rendue par {}, car le texte y serait illisible (WCAG AA demande un"
                    + " contraste de {} pour 1).",
            "El color «{}» de la marca, {}, se muestra como {}, ya que el texto en él no podría leerse (WCAG AA pide un"
                    + " contraste de {} a 1).",
            "Profilfargen «{}», {}, er vist som {}, siden tekst i den ikke ville vært lesbar (WCAG AA krever en"
                    + " kontrast på {} til 1)."),
    NO_LOGO(
            "The logo of the branding was not found and is left out.",
            "Das Logo der Marke wurde nicht gefunden und fehlt.",
            "Le logo de la charte n’a pas été trouvé et manque.",
            "El logotipo de la marca no se encontró y falta.",
            "Logoen i profilen ble ikke funnet og er utelatt."),
    NO_SECTION(
            "The report has no section \u201c{}\u201d, though it was to be shown.",
            "Der Bericht hat keinen Abschnitt \u201e{}\u201c, obwohl er gezeigt werden sollte.",
            "Le rapport n’a pas de section «\u00a0{}\u00a0», bien qu’elle ait été demandée.",
            "El informe no tiene la sección «{}», aunque se pidió.",
            "Rapporten har ikke avsnittet «{}», selv om det skulle vises."),
    FOOT(
            "Report {} of project {}, generated {}.",
            "Bericht {} des Projekts {}, erstellt am {}.",
            "Rapport {} du projet {}, établi le {}.",
            "Informe {} del proyecto {}, generado el {}.",
            "Rapport {} fra prosjekt {}, laget {}."),
    PAGE_OF("Page {} of {}", "Seite {} von {}", "Page {} sur {}", "Página {} de {}", "Side {} av {}"),
    DATA_OF_DRAWING(
            "Office has no chart of this type, so it is drawn in shapes that can be edited; this is the data.",
            "Office hat für diese Art kein Diagramm, daher ist es aus Formen gezeichnet, die sich bearbeiten lassen; dies"
                    + " sind die Daten.",
            "Office n’a pas de graphique de ce type, il est donc dessiné en formes modifiables\u00a0; voici les données.",
            "Office no tiene un gráfico de este tipo, por lo que está dibujado con formas editables; estos son los datos.",
            "Office har ikke noe diagram av denne typen, så det er tegnet med redigerbare figurer; dette er dataene."),
    TOO_LARGE_FOR_OFFICE(
            "Office has no charts as large as this one; this is the data.",
            "So große Diagramme hat Office nicht; dies sind die Daten.",
            "Office n’a pas de graphiques aussi grands\u00a0; voici les données.",
            "Office no tiene gráficos tan grandes; estos son los datos.",
            "Office har ikke så store diagrammer; dette er dataene."),
    TOO_HIGH(
            "This chart is too high for a page; this is the data.",
            "Dieses Diagramm ist zu hoch für eine Seite; dies sind die Daten.",
            "Ce graphique est trop haut pour une page\u00a0; voici les données.",
            "Este gráfico es demasiado alto para una página; estos son los datos.",
            "Dette diagrammet er for høyt for en side; dette er dataene."),
    IN_THE_NOTES(
            "The text goes on in the notes.",
            "Der Text geht in den Notizen weiter.",
            "Le texte continue dans les commentaires.",
            "El texto continúa en las notas.",
            "Teksten fortsetter i notatene."),
    ROWS_IN_THE_NOTES(
            "The first {} of {} rows; the others are in the notes.",
            "Die ersten {} von {} Zeilen; die übrigen stehen in den Notizen.",
            "Les {} premières lignes sur {}\u00a0; les autres sont dans les commentaires.",
            "Las primeras {} de {} filas; las demás están en las notas.",
            "De første {} av {} rader; resten står i notatene."),
    /** This and the next five stand in the empty places of slides that somebody adds. */
    FINDING_HERE("The finding", "Die Aussage", "Le constat", "La conclusión", "Funnet"),
    PART_HERE(
            "The part of the report",
            "Der Teil des Berichts",
            "La partie du rapport",
            "La parte del informe",
            "Delen av rapporten"),
    TEXT_HERE("The text", "Der Text", "Le texte", "El texto", "Teksten"),
    NOTES_HERE("The notes", "Die Notizen", "Les commentaires", "Las notas", "Notatene"),
    REPORT_HERE("The report", "Der Bericht", "Le rapport", "El informe", "Rapporten"),
    MADE_HERE(
            "When it was made",
            "Wann er erstellt wurde",
            "Quand il a été établi",
            "Cuándo se hizo",
            "Når den ble laget");

    @SuppressWarnings("ImmutableEnumChecker") // a record of text
    private final Words words;

    PageTerm(String en, String de, String fr, String es, String nb) {
        words = new Words(en, de, fr, es, nb);
    }

    @Override
    public String in(ReportLanguage language) {
        return words.in(language);
    }
}
