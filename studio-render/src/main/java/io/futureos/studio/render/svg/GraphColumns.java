package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.GraphChart.Edge;
import io.futureos.studio.render.chart.GraphChart.Node;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.GraphLayers.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A graph's layers as columns. Each arrow has a line of its own into its node, on which its sign and lag are written. */
final class GraphColumns {

    private static final double ROOMY = 500;
    private static final double NARROWEST = 92;
    private static final double WIDEST = 190;
    private static final double CURVE = 44;
    private static final double PORT = 17;
    private static final double LOWEST = 34;
    private static final double PASSAGE = 8;
    private static final double GAP = 14;
    private static final double HIGHEST = 760;

    private final GraphPlot plot;
    private final Canvas canvas;
    private final DrawnGraph graph;
    private final GraphLayers layers;
    private final Map<String, Node> nodes;
    private final Map<Place, Double> tops = new HashMap<>();
    private final double run;
    private final double width;

    GraphColumns(GraphPlot plot, Canvas canvas, DrawnGraph graph, GraphLayers layers) {
        this.plot = plot;
        this.canvas = canvas;
        this.graph = graph;
        this.layers = layers;
        this.nodes = graph.nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
        this.run = plot.labelWidth() + 8 + GraphPlot.ARROW;
        int count = layers.layers().size();
        double widestName = graph.nodes().stream()
                .mapToDouble(node -> TextWidth.of(node.label(), Canvas.FONT) * 1.08 + 14)
                .max()
                .orElse(0);
        double runs = goesBack() ? 2 * run : run; // arrows that go back have their labels on the right of their nodes
        double room = (canvas.width() - (count - 1) * (runs + CURVE)) / count;
        this.width = Math.min(Math.max(NARROWEST, Math.min(WIDEST, widestName)), room);
    }

    private boolean goesBack() {
        return graph.edges().stream().anyMatch(this::goesBack);
    }

    private boolean goesBack(Edge edge) {
        List<Place> way = layers.way(edge);
        return way.get(0).layer() > way.get(way.size() - 1).layer();
    }

    /** Whether there is room for all columns and none is longer than a page. */
    boolean fit() {
        return canvas.width() >= ROOMY
                && width >= NARROWEST
                && layers.layers().stream().allMatch(layer -> height(layer) <= HIGHEST);
    }

    double draw(double top) {
        double highest = layers.layers().stream().mapToDouble(this::height).max().orElse(0);
        for (List<Place> layer : layers.layers()) {
            double y = top + (highest - height(layer)) / 2;
            for (Place place : layer) {
                tops.put(place, y);
                y += height(place) + GAP;
            }
        }
        var labels = new ArrayList<Runnable>();
        graph.edges().forEach(edge -> draw(edge, labels));
        for (List<Place> layer : layers.layers()) {
            for (Place place : layer) {
                if (place.isNode()) {
                    plot.box(nodes.get(place.id()), left(place), top(place), width, height(place));
                }
            }
        }
        labels.forEach(Runnable::run);
        return top + highest + 6;
    }

    private double top(Place place) {
        return tops.getOrDefault(place, 0.0);
    }

    private double height(List<Place> layer) {
        return layer.stream().mapToDouble(place -> height(place) + GAP).sum() - GAP;
    }

    private double height(Place place) {
        int ports = Math.max(ports(place, true).size(), ports(place, false).size());
        return place.isNode() ? Math.max(LOWEST, ports * PORT + 4) : PASSAGE;
    }

    private double left(Place place) {
        int count = layers.layers().size();
        double pitch = count == 1 ? 0 : (canvas.width() - width) / (count - 1);
        return count == 1 ? (canvas.width() - width) / 2 : pitch * place.layer();
    }

    /** The edges that touch a node on one of its sides, from top to bottom by where they come from or go to. */
    private List<Edge> ports(Place place, boolean onTheRight) {
        return graph.edges().stream()
                .filter(edge -> layers.way(edge).contains(place) && place.isNode())
                .filter(edge -> (neighbour(edge, place).layer() > place.layer()) == onTheRight)
                .sorted(Comparator.comparing(edge -> layers.layers()
                        .get(neighbour(edge, place).layer())
                        .indexOf(neighbour(edge, place))))
                .toList();
    }

    private Place neighbour(Edge edge, Place place) {
        List<Place> way = layers.way(edge);
        return way.indexOf(place) == 0 ? way.get(1) : way.get(way.size() - 2);
    }

    private double port(Edge edge, Place place, boolean onTheRight) {
        if (!place.isNode()) {
            return top(place) + PASSAGE / 2;
        }
        List<Edge> ports = ports(place, onTheRight);
        double middle = top(place) + height(place) / 2;
        return middle + (ports.indexOf(edge) - (ports.size() - 1) / 2.0) * PORT;
    }

    private void draw(Edge edge, List<Runnable> labels) {
        List<Place> way = layers.way(edge);
        boolean isForward = !goesBack(edge);
        Place last = way.get(way.size() - 1);
        double endX = isForward ? left(last) : left(last) + width;
        double endY = port(edge, last, !isForward);
        double direction = isForward ? 1 : -1;
        double x = isForward ? left(way.get(0)) + width : left(way.get(0));
        double y = port(edge, way.get(0), isForward);
        var path = new StringBuilder(GraphPlot.point("M", x, y));
        for (Place place : way.subList(1, way.size())) {
            boolean isLast = place.equals(last);
            double toX = isLast
                    ? endX - direction * run
                    : isForward ? left(place) : left(place) + width;
            double toY = isLast ? endY : port(edge, place, !isForward);
            double half = (toX - x) / 2;
            path.append(GraphPlot.point("C", x + half, y)).append(GraphPlot.point(" ", x + half, toY));
            path.append(GraphPlot.point(" ", toX, toY));
            x = toX;
            y = toY;
            if (!isLast) {
                x = isForward ? left(place) + width : left(place);
                path.append(GraphPlot.point("L", x, y));
            }
        }
        path.append(GraphPlot.point("L", endX - direction * plot.lineEnd(edge), endY));
        plot.line(path.toString(), edge);
        plot.arrow(endX, endY, isForward, plot.paint(edge));
        double labelX = endX - direction * (GraphPlot.ARROW + 4);
        labels.add(() -> canvas.text(
                labelX,
                endY + 4,
                plot.label(edge),
                isForward ? Anchor.END : Anchor.START,
                plot.paint(edge),
                false));
    }
}
