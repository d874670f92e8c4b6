package io.futureos.studio.runtime;

import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Workbench;
import java.util.ArrayList;
import java.util.List;

/** What a stage itself needs to be complete, as the actions that bring it about. */
final class Needs {

    private Needs() {}

    /** The contract's names of the actions, with the scenario where it matters; empty if nothing is needed. */
    static List<String> of(Assessment assessment, Workbench stage) {
        return switch (stage) {
            case DATA -> lane(assessment, Lane.DATA, "refresh_data");
            case POPULATION -> lane(assessment, Lane.POPULATION, "regenerate");
            case SCENARIO -> scenarios(assessment);
            case SIMULATION -> runs(assessment);
            case REPORT -> lane(assessment, Lane.REPORT, "generate");
        };
    }

    private static List<String> lane(Assessment assessment, Lane lane, String action) {
        boolean atWork = assessment.project().get(Cells.job(lane)).isPresent();
        return atWork || assessment.lane(lane).isCurrent() ? List.of() : List.of(action);
    }

    private static List<String> scenarios(Assessment assessment) {
        if (assessment.scenarios().isEmpty()) {
            return List.of("create_scenario");
        }
        return assessment.scenarios().stream()
                .filter(run -> !assessment.problemsOf(run.lane().scenarioId()).isEmpty())
                .map(run -> "edit_scenario " + run.lane().key())
                .toList();
    }

    private static List<String> runs(Assessment assessment) {
        Project project = assessment.project();
        var needed = new ArrayList<String>();
        for (ScenarioId id : Scenario.idsIn(project)) {
            Lane lane = Lane.scenario(id);
            if (!assessment.lane(lane).isCurrent()
                    && project.get(Cells.job(lane)).isEmpty()) {
                needed.add("run_scenario " + id);
            }
        }
        return needed;
    }
}
