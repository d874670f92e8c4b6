package io.futureos.studio.runtime;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.LaneState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The contract's view of a project, derived from a working copy and from nothing else. Immutable; {@link #after} makes
 * only those parts anew that a change can have reached, and equals {@link #of} on the changed copy.
 *
 * @param runs in the analyst's order
 */
record StateView(ProjectState state, List<RunView> runs) {

    /** Makes every part. */
    static StateView of(WorkingCopy copy) {
        List<RunView> runs = inOrder(copy.assessment()).stream()
                .map(id -> RunView.of(copy.assessment(), id))
                .toList();
        return new StateView(stages(copy, runs).state(null), runs);
    }

    /**
     * The view of {@code copy}, which differs from the one shown here in the changed cells only.
     *
     * @param changed the paths of all cells that differ; more do no harm
     */
    StateView after(WorkingCopy copy, Collection<CellPath> changed) {
        Reach reach = Reach.of(changed);
        if (reach.everything()) {
            return of(copy);
        }
        List<RunView> next = runsAfter(copy.assessment(), reach);
        return new StateView(stages(copy, next).state(state), next);
    }

    /** Without the copy itself: lists that are worked out on demand must not keep the whole past alive. */
    private static StageViews stages(WorkingCopy copy, List<RunView> runs) {
        return new StageViews(copy.project(), copy.history(), copy.assessment(), runs);
    }

    private List<RunView> runsAfter(Assessment assessment, Reach reach) {
        if (!reach.order()) {
            var next = new ArrayList<RunView>(runs.size());
            for (RunView run : runs) {
                boolean reached = reach.scenarios().contains(run.lane());
                next.add(reached ? RunView.of(assessment, run.state().scenarioId()) : run);
            }
            return next;
        }
        Map<ScenarioId, RunView> kept = new HashMap<>();
        for (RunView run : runs) {
            if (!reach.scenarios().contains(run.lane())) {
                kept.put(run.state().scenarioId(), run);
            }
        }
        return inOrder(assessment).stream()
                .map(id -> kept.containsKey(id) ? kept.get(id) : RunView.of(assessment, id))
                .toList();
    }

    private static List<ScenarioId> inOrder(Assessment assessment) {
        var lanes = new LinkedHashSet<Lane>();
        for (LaneState run : assessment.scenarios()) {
            lanes.add(run.lane());
        }
        return Scenario.ordered(assessment.project(), lanes);
    }
}
