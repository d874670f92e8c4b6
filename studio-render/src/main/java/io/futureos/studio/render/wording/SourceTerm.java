package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/** Where the numbers of a chapter came from. */
public enum SourceTerm implements Term {
    SOURCES(
            "The numbers come from {}.",
            "Woher die Zahlen stammen: {}.",
            "Les nombres viennent de\u00a0: {}.",
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
            "den samlede prognosen for{}"),
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
    /** The name of a table or scenario. */
    NAME("\"{}\"", "„{}“", "«\u00a0{}\u00a0»", "«{}»", "«{}»");

    @SuppressWarnings("ImmutableEnumChecker") // a record of text
    private final Words words;

    SourceTerm(String en, String de, String fr, String es, String nb) {
        words = new Words(en, de, fr, es, nb);
    }

    @Override
    public String in(ReportLanguage language) {
        return words.in(language);
    }
}
