package io.futureos.studio.workflow;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a change can have touched directly.
 *
 * @param paths of the cells that may differ
 * @param lanes whose own inputs or outputs may differ
 * @param settings whether what all runs share may differ
 * @param names whether what people call the project and its scenarios, or their order, may differ
 */
record Touched(Collection<CellPath> paths, Set<Lane> lanes, boolean settings, boolean names) {

    private static final Set<String> NAMES = Set.of("name", "description", "rank");

    static Touched everything(Project project) {
        var lanes = new LinkedHashSet<>(List.of(Lane.QUESTION, Lane.DATA, Lane.POPULATION, Lane.REPORT));
        Scenario.idsIn(project).forEach(id -> lanes.add(Lane.scenario(id)));
        return new Touched(project.stamps().keySet(), lanes, true, true);
    }

    static Touched by(Collection<CellPath> changed) {
        var lanes = new LinkedHashSet<Lane>();
        boolean settings = false;
        boolean names = false;
        for (CellPath path : changed) {
            if (!Cells.knows(path)) {
                continue; // another version of the library wrote it, and nothing here is made from it
            }
            switch (path.segment(0)) {
                case "project" -> {
                    lanes.addAll(List.of(Lane.QUESTION, Lane.DATA));
                    names = true;
                }
                case "data" -> lanes.addAll(List.of(Lane.QUESTION, Lane.DATA));
                case "population" -> lanes.add(Lane.POPULATION);
                case "scenario" -> {
                    lanes.add(new Lane(Lane.Kind.SCENARIO, path.segment(1)));
                    names |= NAMES.contains(path.segment(2));
                }
                case "simulation" -> settings |= path.segment(1).equals("config");
                case "report" -> lanes.add(Lane.REPORT);
                case "made" -> lanes.add(Cells.laneOf(path));
                default -> {
                    // jobs, failures and collaborators are no inputs
                }
            }
        }
        return new Touched(changed, lanes, settings, names);
    }

    /** Whether what the group holds may differ. */
    boolean group(InputGroup group) {
        for (CellPath path : paths) {
            if (group.dependsOn(path)) {
                return true;
            }
        }
        return false;
    }

    boolean lane(Lane lane) {
        return lanes.contains(lane);
    }

    List<Lane> scenarios() {
        var scenarios = new ArrayList<Lane>();
        for (Lane lane : lanes) {
            if (lane.kind() == Lane.Kind.SCENARIO) {
                scenarios.add(lane);
            }
        }
        return scenarios;
    }
}
