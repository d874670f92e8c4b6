package io.futureos.studio.runtime;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.CausalGraphEngine.RemovedEdge;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst says about the causal graph. It stands in the configuration of the simulation: each of its
 * {@code drivers} claims an influence on the question's variable, and {@code graph} states and removes edges:
 * {@code {"stated": [{"from", "to", "reason"}], "removed": [{"from", "to", "reason"}]}}. Where both claim the same, the
 * edge that is stated counts, and a driver of which it is said that it drives nothing claims nothing.
 */
final class AnalystsGraph {

    /** The key in the simulation's configuration, which no simulation sees. */
    static final String KEY = "graph";

    private AnalystsGraph() {}

    /**
     * What to ask the engine.
     *
     * @param task null if there is no question yet; then drivers drive nothing
     */
    static CausalGraphEngine.Request request(Project project, @Nullable PredictionTask task, DataPackage data) {
        Map<String, Object> config = project.get(Cells.simulationConfig()).orElse(Map.of());
        Map<?, ?> graph = config.get(KEY) instanceof Map<?, ?> lists ? lists : Map.of();
        var stated = new LinkedHashMap<List<String>, StatedEdge>();
        if (task != null) {
            objects(config.get("drivers"))
                    .filter(driver -> driver.get("variable") != null)
                    .forEach(driver -> {
                        var edge =
                                new StatedEdge(text(driver, "variable"), task.targetVariable(), text(driver, "reason"));
                        stated.put(List.of(edge.from(), edge.to()), edge);
                    });
        }
        List<RemovedEdge> removed = objects(graph.get("removed"))
                .map(edge -> new RemovedEdge(text(edge, "from"), text(edge, "to"), text(edge, "reason")))
                .toList();
        removed.forEach(edge -> stated.remove(List.of(edge.from(), edge.to())));
        objects(graph.get("stated"))
                .map(edge -> new StatedEdge(text(edge, "from"), text(edge, "to"), text(edge, "reason")))
                .forEach(edge -> stated.put(List.of(edge.from(), edge.to()), edge));
        return new CausalGraphEngine.Request(data, List.copyOf(stated.values()), removed);
    }

    private static Stream<Map<?, ?>> objects(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().filter(Map.class::isInstance).map(item -> (Map<?, ?>) item)
                : Stream.of();
    }

    private static String text(Map<?, ?> edge, String key) {
        return String.valueOf(edge.get(key));
    }
}
