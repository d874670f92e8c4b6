package io.futureos.studio.workflow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks over "builds on", given as the direct dependencies of each stage. */
final class Dependencies {

    private Dependencies() {}

    /** All that {@code stage} builds on; contains {@code stage} itself exactly if it is part of a circle. */
    static Set<Workbench> upstream(Map<Workbench, Set<Workbench>> dependencies, Workbench stage) {
        var found = EnumSet.noneOf(Workbench.class);
        var open = new ArrayList<>(dependencies.getOrDefault(stage, Set.of()));
        while (!open.isEmpty()) {
            Workbench next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(dependencies.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** All that builds on {@code stage}. */
    static Set<Workbench> downstream(Map<Workbench, Set<Workbench>> dependencies, Workbench stage) {
        var found = EnumSet.noneOf(Workbench.class);
        for (Workbench other : Workbench.values()) {
            if (upstream(dependencies, other).contains(stage)) {
                found.add(other);
            }
        }
        return found;
    }

    /** Each stage after those that it builds on, else as in {@link Workbench}; leaves out what is in a circle. */
    static List<Workbench> inOrder(Map<Workbench, Set<Workbench>> dependencies) {
        var ordered = new ArrayList<Workbench>();
        boolean found = true;
        while (found) {
            found = false;
            for (Workbench stage : Workbench.values()) {
                if (!ordered.contains(stage) && ordered.containsAll(dependencies.getOrDefault(stage, Set.of()))) {
                    ordered.add(stage);
                    found = true;
                    break;
                }
            }
        }
        return List.copyOf(ordered);
    }

    /** A shortest way from {@code stage} back to itself, with {@code stage} at both ends; it must be part of a circle. */
    static List<Workbench> circle(Map<Workbench, Set<Workbench>> dependencies, Workbench stage) {
        List<List<Workbench>> ways = List.of(List.of(stage));
        for (int length = 0; length < Workbench.values().length; length++) {
            var longer = new ArrayList<List<Workbench>>();
            for (List<Workbench> way : ways) {
                for (Workbench next : dependencies.getOrDefault(way.get(way.size() - 1), Set.of())) {
                    var onwards = new ArrayList<>(way);
                    onwards.add(next);
                    if (next == stage) {
                        return onwards;
                    }
                    longer.add(onwards);
                }
            }
            ways = longer;
        }
        throw new IllegalArgumentException(stage + " is not part of a circle");
    }
}
