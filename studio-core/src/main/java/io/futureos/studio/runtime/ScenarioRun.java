package io.futureos.studio.runtime;

import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a scenario's run, as it is stored.
 *
 * @param outcome of the simulation; null if the simulation engine does not model the question's variable
 * @param reasonings what each reasoner said; null in runs that were stored before this was kept
 */
public record ScenarioRun(
        SimulationSummary simulation,
        @Nullable Outcome outcome,
        Forecast forecast,
        @Nullable List<ReasonerMember> reasonings) {}
