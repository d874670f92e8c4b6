package io.futureos.studio.runtime;

import io.futureos.studio.decide.Inquiry.Compared;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.CompareRequest;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios and what their runs stored, as the explanation generator is asked to compare them.
 *
 * @param compared at least one
 * @param runs of the compared, in their order; null where there is none
 */
record ComparedRuns(Project project, Assessment assessment, List<Compared> compared, List<@Nullable ScenarioRun> runs) {

    CompareRequest request(Output question, PredictionTask task, Output data, DataPackage figures) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < compared.size(); i++) {
            candidates.add(candidate(compared.get(i), runs.get(i)));
        }
        return new CompareRequest(
                task,
                figures,
                today(question, data),
                project.get(Cells.simulationConfig()).orElse(Map.of()),
                candidates);
    }

    private Candidate candidate(Compared one, @Nullable ScenarioRun run) {
        Scenario scenario = Scenario.of(project, one.scenario()).orElseThrow();
        Output outcome = one.outcome();
        return new Candidate(
                one.name(),
                scenario.overrides(),
                OpenValue.map(scenario.adjustments()),
                scenario.shocks(),
                one.stale(),
                outcome == null || run == null
                        ? null
                        : new StoredRun(
                                Assessment.shared(outcome.basis()), run.simulation(), run.outcome(), run.forecast()));
    }

    /** The inputs that the scenarios share today, as far as they are there. */
    private Map<String, Object> today(Output question, Output data) {
        Inputs inputs =
                assessment.lane(Lane.scenario(compared.get(0).scenario())).inputs();
        var today = new TreeMap<String, Object>(inputs == null ? Map.of() : Assessment.shared(inputs.groups()));
        today.put("question", question.content().value());
        today.put("data", data.content().value());
        return today;
    }
}
