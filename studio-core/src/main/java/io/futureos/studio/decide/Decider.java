package io.futureos.studio.decide;

import io.futureos.studio.action.DataAction;
import io.futureos.studio.action.PopulationAction;
import io.futureos.studio.action.ReportAction;
import io.futureos.studio.action.ScenarioAction;
import io.futureos.studio.action.SimulationAction;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.decide.Decision.Refused;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides any workbench action by asking the decider of its workbench. */
public final class Decider {

    private Decider() {}

    /** What {@code action} does, before invariants are checked. */
    public static Decision decide(WorkbenchAction action, DecideContext context) {
        return action.match(new ByWorkbench(context));
    }

    private record ByWorkbench(DecideContext context) implements WorkbenchAction.Cases<Decision> {

        @Override
        public Decision data(DataAction action) {
            return action.match(new DataDecider(context));
        }

        @Override
        public Decision population(PopulationAction action) {
            return action.match(new PopulationDecider(context));
        }

        @Override
        public Decision scenario(ScenarioAction action) {
            return action.match(new ScenarioDecider(context));
        }

        @Override
        public Decision simulation(SimulationAction action) {
            return action.match(new SimulationDecider(context));
        }

        @Override
        public Decision report(ReportAction action) {
            return action.match(new ReportDecider(context));
        }
    }

    static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }

    static Decision accepted(Edits edits, String summary) {
        return new Accepted(edits.changes(), Map.of(), List.of(), summary);
    }

    static Decision accepted(Edits edits, String summary, Map<String, Object> result) {
        return new Accepted(edits.changes(), result, List.of(), summary);
    }

    /** Nothing to do; says why. */
    static Decision nothingToDo(String why) {
        return new Accepted(List.<Change<?>>of(), Map.of(), List.of(why), why);
    }

    /** With these edits, what a job would make is there already. */
    static Decision madeAlready(Edits edits, String why) {
        return new Accepted(edits.changes(), Map.of(), List.of(why), why);
    }

    /** Gives the lane to a new job, and answers with its id. */
    static Decision started(DecideContext context, Edits edits, Lane lane, String task, String summary) {
        JobRef job = job(context, task);
        edits.set(Cells.job(lane), job);
        return accepted(edits, summary, Map.of("job_id", job.id().toString()));
    }

    private static JobRef job(DecideContext context, String task) {
        Project project = context.project();
        return new JobRef(new JobId(context.ids().get()), task, context.actor(), project.revision() + 1);
    }

    /** Open values by name, in this order. */
    static Map<String, Object> result(Object... namesAndValues) {
        var result = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            result.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return result;
    }
}
