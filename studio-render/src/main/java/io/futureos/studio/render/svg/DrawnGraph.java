package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.GraphChart;
import io.futureos.studio.render.chart.GraphChart.Edge;
import io.futureos.studio.render.chart.GraphChart.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is drawn of a graph: nodes up to a number, of which those with the strongest edges stay, and from one to another the
 * strongest edge. What leads from a node to itself is in the table only.
 */
record DrawnGraph(List<Node> nodes, List<Edge> edges) {

    /** What an edge counts that has no strength, so that it counts for more than none. */
    private static final double UNKNOWN = 1e-9;

    static DrawnGraph of(GraphChart chart, int most) {
        Map<String, Double> weights = new HashMap<>();
        for (Edge edge : chart.edges()) {
            weights.merge(edge.from(), weight(edge), Double::sum);
            weights.merge(edge.to(), weight(edge), Double::sum);
        }
        Comparator<Node> outcomesFirst = Comparator.comparing(node -> !node.isOutcome());
        Set<String> kept = chart.nodes().stream()
                .sorted(outcomesFirst.thenComparing(
                        node -> weights.getOrDefault(node.id(), 0.0), Comparator.reverseOrder()))
                .limit(most)
                .map(Node::id)
                .collect(Collectors.toSet());
        return new DrawnGraph(
                chart.nodes().stream().filter(node -> kept.contains(node.id())).toList(), strongest(chart, kept));
    }

    private static List<Edge> strongest(GraphChart chart, Set<String> kept) {
        Map<List<String>, Edge> strongest = new LinkedHashMap<>();
        for (Edge edge : chart.edges()) {
            if (kept.contains(edge.from()) && kept.contains(edge.to()) && !edge.from().equals(edge.to())) {
                strongest.merge(
                        List.of(edge.from(), edge.to()), edge, (one, two) -> weight(two) > weight(one) ? two : one);
            }
        }
        return new ArrayList<>(strongest.values());
    }

    private static double weight(Edge edge) {
        return Double.isNaN(edge.strength()) ? UNKNOWN : edge.strength();
    }
}
