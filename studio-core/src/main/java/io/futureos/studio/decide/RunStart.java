package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.madeAlready;
import static io.futureos.studio.decide.Decider.refused;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.RunControl;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.workflow.Workbench;
import java.util.List;

/** Starts a scenario's run from its first month, whether the scenario workbench or the console asks for it. */
final class RunStart {

    private final DecideContext context;

    RunStart(DecideContext context) {
        this.context = context;
    }

    /** @param edits what is set together with the start */
    Decision start(Scenario scenario, Edits edits) {
        if (!context.assessment().isComplete(Workbench.POPULATION)) {
            return refused(new Refusal.NotReady(
                    Workbench.SIMULATION,
                    "a population that is up to date",
                    context.assessment().isComplete(Workbench.DATA)
                            ? "Make one with regenerate."
                            : "Build the data package with refresh_data, then make one with regenerate."));
        }
        if (context.project().get(Cells.question()).isEmpty()) {
            return refused(new Refusal.NotReady(
                    Workbench.SIMULATION, "a question to forecast", "Give the project an initial query."));
        }
        List<String> problems = context.assessment().problemsOf(scenario.id());
        if (!problems.isEmpty()) {
            return refused(new Refusal.ScenarioDoesNotFit(problems));
        }
        Lane lane = Lane.scenario(scenario.id());
        boolean explored =
                !Cells.injectedShocks(scenario.id()).in(context.project()).isEmpty();
        if (context.after(edits).lane(lane).isCurrent() && !explored) {
            return madeAlready(edits, "The run of scenario \"" + scenario.name() + "\" is up to date");
        }
        edits.clearAll(Cells.injectedShocks(scenario.id()))
                .clear(Cells.runRecord(scenario.id()))
                .set(Cells.runControl(scenario.id()), RunControl.RUNNING)
                .set(Cells.lastRun(), scenario.id());
        return started(context, edits, lane, "run", "Started to run scenario \"" + scenario.name() + "\"");
    }
}
