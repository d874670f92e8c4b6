package io.futureos.studio.decide;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Role;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Inputs;
import io.futureos.studio.workflow.LaneState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a project of its own out of another: new ids everywhere, the same content. As fingerprints know no ids, everything
 * that was current is current in the copy. Jobs, people, schedules and whatever goes on in the other do not come along.
 */
public final class Duplication {

    private static final Set<String> LEFT_BEHIND = Set.of("job", "failure", "collaborator", "version");
    private static final Set<String> ROOMS_LEFT_BEHIND = Set.of(
            "report/schedule",
            "report/delivered",
            "report/published",
            "project/owner",
            "project/team",
            "project/deleted_at",
            "simulation/control",
            "simulation/injected");

    private final DecideContext context;
    private final Map<String, String> newIds = new HashMap<>();

    public Duplication(DecideContext context) {
        this.context = context;
    }

    /** Decides what a new project has that starts as a copy of {@code other}. */
    public Decision of(Assessment assessment, String name) {
        Project other = assessment.project();
        var edits = new Edits(context.project());
        for (CellPath path : other.cells().keySet()) {
            List<String> segments = path.segments();
            if (segments.get(0).equals("made")) {
                continue;
            }
            boolean left = LEFT_BEHIND.contains(segments.get(0))
                    || (segments.size() > 1 && ROOMS_LEFT_BEHIND.contains(segments.get(0) + "/" + segments.get(1)));
            if (!left) {
                copy(edits, Cells.at(path), renamed(path), other);
            }
        }
        for (Lane lane : lanes(assessment)) {
            copyOutput(edits, assessment.lane(lane));
        }
        edits.set(Cells.owner(), context.actor())
                .set(Cells.collaborator(context.actor()), Role.OWNER)
                .set(Cells.version(), 1L)
                .set(Cells.projectName(), name);
        other.get(Cells.lastRun())
                .ifPresent(
                        run -> edits.set(Cells.lastRun(), Cells.lastRun().type().fromOpen(newId(run.toString()))));
        return Decider.accepted(edits, "Duplicated project " + other.id());
    }

    private <T> void copy(Edits edits, Cell<T> from, CellPath to, Project other) {
        edits.set(from.at(to), from.get(other).orElseThrow());
    }

    private static List<Lane> lanes(Assessment assessment) {
        var lanes = new ArrayList<>(List.of(Lane.QUESTION, Lane.DATA, Lane.POPULATION, Lane.REPORT));
        assessment.scenarios().forEach(run -> lanes.add(run.lane()));
        return lanes;
    }

    /** What the other shows comes along; it is current here if it is current there. */
    private void copyOutput(Edits edits, LaneState state) {
        Output shown = state.shown();
        if (shown == null) {
            return;
        }
        Lane lane = state.lane().kind() == Lane.Kind.SCENARIO
                ? new Lane(Lane.Kind.SCENARIO, newId(state.lane().key()))
                : state.lane();
        Fingerprint inputs = Inputs.fingerprintOf(shown.basis());
        edits.set(Cells.made(lane, inputs), shown.copiedInto(context.ids().get(), state.isCurrent() ? 1 : 0));
    }

    /** Scenarios, annotations and shocks get ids of their own; every other segment is content. */
    private CellPath renamed(CellPath path) {
        List<String> segments = path.segments();
        String[] renamed = segments.toArray(new String[0]);
        for (int i = 1; i < renamed.length; i++) {
            boolean isId = isId(segments, i);
            renamed[i] = isId ? newId(renamed[i]) : renamed[i];
        }
        return CellPath.of(renamed);
    }

    private static boolean isId(List<String> segments, int i) {
        String parent = segments.get(i - 1);
        return switch (segments.get(0)) {
            case "scenario" -> i == 1 || (i == 3 && parent.equals("shock"));
            case "simulation" -> i == 2 && parent.equals("record");
            case "report" -> i == 2 && parent.equals("annotation");
            default -> false;
        };
    }

    private String newId(String old) {
        return newIds.computeIfAbsent(old, id -> context.ids().get().toString());
    }
}
