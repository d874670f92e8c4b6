package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.GraphChart.Edge;
import io.futureos.studio.render.chart.GraphChart.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes of a graph in layers, causes before effects, in the manner of Sugiyama, Tagawa and Toda (1981): an edge that closes
 * a circle is taken the other way round, each node lies one layer after the last of its causes, and within its layer near the
 * middle of those that it touches. An edge over several layers has a place in each, so that it need not cross a node. Equal
 * graphs give equal layers.
 */
final class GraphLayers {

    private static final int SWEEPS = 8;

    private final Map<String, List<String>> effects = new LinkedHashMap<>();
    private final Map<String, List<String>> causes = new LinkedHashMap<>();
    private final Map<String, Integer> layerOf = new HashMap<>();
    private final List<List<Place>> layers = new ArrayList<>();
    private final Map<Edge, List<Place>> ways = new LinkedHashMap<>();
    private final Map<Place, List<Place>> before = new HashMap<>();
    private final Map<Place, List<Place>> after = new HashMap<>();

    /** Where a node lies in its layer, or where an edge passes through one. */
    record Place(String id, int layer, boolean isNode) {}

    GraphLayers(DrawnGraph graph) {
        for (Node node : graph.nodes()) {
            effects.put(node.id(), new ArrayList<>());
            causes.put(node.id(), new ArrayList<>());
        }
        graph.edges().forEach(edge -> effects.get(edge.from()).add(edge.to()));
        turnCircles();
        effects.forEach((from, all) -> all.forEach(to -> causes.get(to).add(from)));
        effects.keySet().forEach(this::layer);
        moveTowardsEffects();
        effects.keySet().forEach(id -> placed(new Place(id, layer(id), true)));
        for (int i = 0; i < graph.edges().size(); i++) {
            Edge edge = graph.edges().get(i);
            ways.put(edge, way(edge, "edge " + i));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(sweep % 2 == 0);
        }
    }

    /** From the first causes to the last effects. */
    List<List<Place>> layers() {
        return layers;
    }

    /** The places from an edge's cause to its effect, both included. */
    List<Place> way(Edge edge) {
        return ways.getOrDefault(edge, List.of());
    }

    /** The nodes' ids layer by layer. */
    List<String> sequence() {
        return layers.stream().flatMap(List::stream).filter(Place::isNode).map(Place::id).toList();
    }

    private void turnCircles() {
        Set<String> seen = new HashSet<>();
        for (String id : List.copyOf(effects.keySet())) {
            turnCircles(id, seen, new HashSet<>());
        }
    }

    private void turnCircles(String id, Set<String> seen, Set<String> onTheWay) {
        if (!seen.add(id)) {
            return;
        }
        onTheWay.add(id);
        for (String effect : List.copyOf(effects.get(id))) {
            if (onTheWay.contains(effect)) {
                effects.get(id).remove(effect);
                effects.get(effect).add(id);
            } else {
                turnCircles(effect, seen, onTheWay);
            }
        }
        onTheWay.remove(id);
    }

    private int layer(String id) {
        Integer known = layerOf.get(id);
        if (known == null) {
            known = causes.get(id).stream().mapToInt(cause -> layer(cause) + 1).max().orElse(0);
            layerOf.put(id, known);
        }
        return known;
    }

    /** What has no cause lies right before the first of its effects. */
    private void moveTowardsEffects() {
        effects.forEach((id, all) -> {
            if (causes.get(id).isEmpty() && !all.isEmpty()) {
                layerOf.put(id, all.stream().mapToInt(this::layer).min().orElse(1) - 1);
            }
        });
    }

    private Place placed(Place place) {
        while (layers.size() <= place.layer()) {
            layers.add(new ArrayList<>());
        }
        layers.get(place.layer()).add(place);
        return place;
    }

    private List<Place> way(Edge edge, String name) {
        int from = layer(edge.from());
        int to = layer(edge.to());
        int step = from <= to ? 1 : -1;
        var way = new ArrayList<Place>();
        way.add(new Place(edge.from(), from, true));
        for (int layer = from + step; layer != to; layer += step) {
            way.add(placed(new Place(name, layer, false)));
        }
        way.add(new Place(edge.to(), to, true));
        for (int i = 1; i < way.size(); i++) {
            Place left = way.get(step > 0 ? i - 1 : i);
            Place right = way.get(step > 0 ? i : i - 1);
            after.computeIfAbsent(left, place -> new ArrayList<>()).add(right);
            before.computeIfAbsent(right, place -> new ArrayList<>()).add(left);
        }
        return way;
    }

    private void order(boolean isForward) {
        for (int i = 1; i < layers.size(); i++) {
            int at = isForward ? i : layers.size() - 1 - i;
            List<Place> layer = layers.get(at);
            List<Place> fixed = layers.get(isForward ? at - 1 : at + 1);
            Map<Place, List<Place>> neighbours = isForward ? before : after;
            Map<Place, Double> middles = new HashMap<>();
            for (int own = 0; own < layer.size(); own++) {
                double share = (own + 0.5) / layer.size();
                middles.put(
                        layer.get(own),
                        neighbours.getOrDefault(layer.get(own), List.of()).stream()
                                .mapToDouble(place -> (fixed.indexOf(place) + 0.5) / fixed.size())
                                .average()
                                .orElse(share));
            }
            layer.sort(Comparator.comparing(middles::get));
        }
    }
}
