package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a simulation mean something to its engine; two of them mean something to the Studio too: {@code seed}, and
 * {@code graph}, by which the analyst states and removes edges of the causal graph.
 */
enum SimulationConfigRule implements Rule<Map<String, Object>> {
    CONFIG;

    private static final Range SEED = new Range(-OpenValue.MAX_WHOLE, OpenValue.MAX_WHOLE);
    private static final Set<String> LISTS = Set.of("stated", "removed");
    private static final Set<String> EDGE = Set.of("from", "to", "reason");

    /** The normal form of a record's component that holds such settings. */
    static Map<String, Object> normal(String component, Map<String, Object> config) {
        Map<String, Object> normal = OpenRule.normal(component, config);
        CONFIG.require(component, normal);
        return normal;
    }

    @Override
    public Optional<String> problem(Map<String, Object> config) {
        if (config.containsKey("seed") && !(config.get("seed") instanceof Long)) {
            return Optional.of("has the seed " + Shown.of(config.get("seed")));
        }
        return config.containsKey("graph") ? graphProblem(config.get("graph")) : Optional.empty();
    }

    private static Optional<String> graphProblem(@Nullable Object graph) {
        if (!(graph instanceof Map<?, ?> lists)) {
            return Optional.of("has as its graph " + Shown.of(graph));
        }
        var edges = new HashSet<String>();
        for (Map.Entry<?, ?> list : lists.entrySet()) {
            if (!LISTS.contains(String.valueOf(list.getKey())) || !(list.getValue() instanceof List<?> items)) {
                return Optional.of("has in its graph " + list.getKey() + ", " + Shown.of(list.getValue()));
            }
            for (Object item : items) {
                String ends = ends(item);
                if (ends.isEmpty() || !edges.add(ends)) {
                    return Optional.of("has in its graph, among " + list.getKey()
                            + (ends.isEmpty() ? ", what is no edge" : ", one more edge " + ends));
                }
            }
        }
        return Optional.empty();
    }

    /** From where to where an edge leads; empty if it is none. */
    private static String ends(@Nullable Object item) {
        if (!(item instanceof Map<?, ?> edge) || !isComplete(edge)) {
            return "";
        }
        String from = String.valueOf(edge.get("from"));
        String to = String.valueOf(edge.get("to"));
        return from.equals(to) ? "" : "from " + from + " to " + to;
    }

    private static boolean isComplete(Map<?, ?> edge) {
        return edge.keySet().equals(EDGE)
                && edge.values().stream().allMatch(text -> text instanceof String words && !words.isBlank());
    }

    @Override
    public String remedy() {
        return "Let seed be a whole number from " + SEED.bounds() + ", or leave it out; let graph be an object with the"
                + " lists stated and removed, of edges with from and to, two different variables, and the reason.";
    }
}
