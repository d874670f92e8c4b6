package io.futureos.studio.runtime;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which parts of a project's view a change can reach.
 *
 * @param everything whether it can reach all parts; the others are of no meaning then
 * @param scenarios the scenarios whose own parts it can reach
 * @param order whether there may be other scenarios than before, or in another order
 */
record Reach(boolean everything, Set<Lane> scenarios, boolean order) {

    static Reach of(Collection<CellPath> changed) {
        Set<Lane> scenarios = new LinkedHashSet<>();
        boolean order = false;
        for (CellPath path : changed) {
            if (!Cells.knows(path)) {
                continue; // nothing of it is shown
            }
            switch (path.segment(0)) {
                case "scenario" -> {
                    scenarios.add(scenario(path.segment(1)));
                    order |= path.name().equals("name") || path.name().equals("rank");
                }
                case "made", "job", "failure" -> {
                    switch (path.segment(1)) {
                        case "scenario" -> scenarios.add(scenario(path.segment(2)));
                        case "report", "export", "delivery", "resolution" -> {
                            // shown by parts that are made anew each time
                        }
                        default -> {
                            return new Reach(true, Set.of(), true);
                        }
                    }
                }
                case "report" -> {
                    // shown by parts that are made anew each time
                }
                default -> {
                    return new Reach(true, Set.of(), true);
                }
            }
        }
        return new Reach(false, scenarios, order);
    }

    private static Lane scenario(String id) {
        return new Lane(Lane.Kind.SCENARIO, id);
    }
}
