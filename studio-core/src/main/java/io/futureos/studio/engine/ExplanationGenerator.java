package io.futureos.studio.engine;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.Shock;
import io.futureos.studio.report.ReportContent;
import java.util.List;
import java.util.Map;

/** Writes the report's content; every number in it comes from the results ({@code explanation-generator}). */
public interface ExplanationGenerator extends Engine {

    /**
     * The section types that this generator can write, for example {@code headline}; a report configuration may choose
     * among them.
     */
    List<String> sectionTypes();

    /**
     * Writes the sections that the configuration names, in its order, or else a choice of its own. What people wrote is shown
     * as text; the HTML is what a {@link io.futureos.studio.report.ReportSection} may hold.
     *
     * @throws EngineException if there is no scenario, or a section is named that this generator can't write
     */
    ReportContent explain(Request request, EngineContext context);

    /**
     * What to write about.
     *
     * @param scenarios in the order in which the analyst ranked them; the first is the one the headline is about
     */
    record Request(
            String projectName,
            PredictionTask task,
            DataPackage data,
            Population population,
            CausalGraph graph,
            List<ScenarioResult> scenarios,
            ReportConfig config,
            List<Provenance> engines) {
        public Request {
            scenarios = List.copyOf(scenarios);
            engines = List.copyOf(engines);
        }
    }

    /**
     * A scenario with everything that set it apart and what came of it.
     *
     * @param reasonings what each reasoner said about it; empty if none was asked
     */
    record ScenarioResult(
            String name,
            String description,
            Map<String, Object> variableOverrides,
            Map<String, Object> populationAdjustments,
            List<Shock> shocks,
            SimulationSummary simulation,
            Forecast forecast,
            List<ReasonerMember> reasonings) {
        public ScenarioResult {
            variableOverrides = OpenValue.map(variableOverrides);
            populationAdjustments = OpenValue.map(populationAdjustments);
            shocks = List.copyOf(shocks);
            reasonings = List.copyOf(reasonings);
        }
    }

    /** What the report tells about the run itself (open values). */
    record SimulationSummary(
            int replicates, int ticks, long seed, Map<String, Object> parameters, List<String> caveats) {
        public SimulationSummary {
            parameters = OpenValue.map(parameters);
            caveats = List.copyOf(caveats);
        }
    }
}
