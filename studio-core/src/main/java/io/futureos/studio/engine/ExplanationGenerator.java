package io.futureos.studio.engine;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.Shock;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.report.ReportContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
     * Compares scenarios by what their runs stored; simulates nothing, and takes no longer than an answer may. A run that is
     * missing, stale or not paired is said in a note and fails nothing.
     *
     * @throws EngineException if the data does not have the target, or there is nothing to compare
     */
    ScenarioComparison compare(CompareRequest request, EngineContext context);

    /**
     * What to write about.
     *
     * @param scenarios in the order in which the analyst ranked them; the first is the one the headline is about
     * @param resolved how the question turned out; null as long as that is not known
     * @param comparison of these scenarios, in their order; null if they can't be compared
     */
    record Request(
            String projectName,
            PredictionTask task,
            DataPackage data,
            Population population,
            CausalGraph graph,
            List<ScenarioResult> scenarios,
            ReportConfig config,
            List<Provenance> engines,
            @Nullable Resolved resolved,
            @Nullable ScenarioComparison comparison) {
        public Request {
            scenarios = List.copyOf(scenarios);
            engines = List.copyOf(engines);
        }

        /** A report about a question whose outcome is not known, with scenarios that nobody compared. */
        public Request(
                String projectName,
                PredictionTask task,
                DataPackage data,
                Population population,
                CausalGraph graph,
                List<ScenarioResult> scenarios,
                ReportConfig config,
                List<Provenance> engines) {
            this(projectName, task, data, population, graph, scenarios, config, engines, null, null);
        }
    }

    /**
     * How the question turned out.
     *
     * @param value what the question's value came to; null where only the answer is known
     * @param knownAt from when on that was known
     * @param source who said so
     * @param probability of the last forecast that stood before; null if none did
     * @param scores of that forecast
     * @param review what the assumptions of that forecast were worth; null as long as that is not known
     */
    record Resolved(
            boolean answer,
            @Nullable Double value,
            Instant knownAt,
            String source,
            @Nullable Double probability,
            @Nullable ForecastScores scores,
            @Nullable OverrideReview review) {}

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

    /**
     * What to compare.
     *
     * @param basis by name, the fingerprint of each input that all scenarios share today
     * @param settings of the simulation, with its drivers (open values)
     * @param scenarios the first is what the others are held against
     */
    record CompareRequest(
            PredictionTask task,
            DataPackage data,
            Map<String, Object> basis,
            Map<String, Object> settings,
            List<Candidate> scenarios) {
        public CompareRequest {
            basis = OpenValue.map(basis);
            settings = OpenValue.map(settings);
            scenarios = List.copyOf(scenarios);
        }
    }

    /**
     * A scenario to compare.
     *
     * @param stale whether its run was made from other inputs than today's
     * @param run null if there is none
     */
    record Candidate(
            String name,
            Map<String, Object> variableOverrides,
            Map<String, Object> populationAdjustments,
            List<Shock> shocks,
            boolean stale,
            @Nullable StoredRun run) {
        public Candidate {
            variableOverrides = OpenValue.map(variableOverrides);
            populationAdjustments = OpenValue.map(populationAdjustments);
            shocks = List.copyOf(shocks);
        }
    }

    /**
     * What came of a run.
     *
     * @param basis by name, the fingerprint of each input that it was made from and that is not its scenario's own; runs share
     *     their luck only if these are equal
     * @param outcome null if the simulation does not model the target
     */
    record StoredRun(
            Map<String, Object> basis,
            SimulationSummary simulation,
            @Nullable Outcome outcome,
            Forecast forecast) {
        public StoredRun {
            basis = OpenValue.map(basis);
        }
    }
}
