package io.futureos.studio.render.svg;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.render.chart.GraphChart.Edge;
import io.futureos.studio.render.chart.GraphChart.Node;
import io.futureos.studio.render.svg.Canvas.Anchor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A graph's nodes one below the other, causes above effects as far as that goes, and arcs on their right. */
final class GraphArcs {

    private static final double PORT = 16;
    private static final double LOWEST = 36;
    private static final double GAP = 8;

    private final GraphPlot plot;
    private final Canvas canvas;
    private final DrawnGraph graph;
    private final Map<String, Node> nodes;
    private final List<String> sequence;
    private final Map<String, Double> tops = new HashMap<>();
    private final double width;
    private final double start;

    GraphArcs(GraphPlot plot, Canvas canvas, DrawnGraph graph, List<String> sequence) {
        this.plot = plot;
        this.canvas = canvas;
        this.graph = graph;
        this.sequence = sequence;
        this.nodes = graph.nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
        double widestName = graph.nodes().stream()
                .mapToDouble(node -> TextWidth.of(node.label(), Canvas.FONT) * 1.08 + 14)
                .max()
                .orElse(0);
        this.width = Math.min(widestName, canvas.width() * 0.5);
        this.start = width + GraphPlot.ARROW + plot.labelWidth() + 8;
    }

    double draw(double top) {
        double y = top;
        for (String id : sequence) {
            tops.put(id, y);
            y += height(id) + GAP;
        }
        graph.edges().forEach(this::draw);
        sequence.forEach(id -> plot.box(requireNonNull(nodes.get(id)), 0, top(id), width, height(id)));
        graph.edges()
                .forEach(edge -> canvas.text(
                        width + GraphPlot.ARROW + 4,
                        port(edge, edge.to()) + 4,
                        plot.label(edge),
                        Anchor.START,
                        plot.paint(edge),
                        false));
        return y;
    }

    private double top(String id) {
        return tops.getOrDefault(id, 0.0);
    }

    private double height(String id) {
        return Math.max(LOWEST, ports(id).size() * PORT + 4);
    }

    /** The edges of a node from top to bottom: the nearest above and the farthest below last, so that arcs nest. */
    private List<Edge> ports(String id) {
        int own = sequence.indexOf(id);
        Comparator<Edge> byOther = Comparator.comparing(edge -> other(edge, id));
        Stream<Edge> above = graph.edges().stream()
                .filter(edge -> touches(edge, id) && other(edge, id) < own)
                .sorted(byOther.reversed());
        Stream<Edge> below = graph.edges().stream()
                .filter(edge -> touches(edge, id) && other(edge, id) > own)
                .sorted(byOther.reversed());
        return Stream.concat(above, below).toList();
    }

    private static boolean touches(Edge edge, String id) {
        return edge.from().equals(id) || edge.to().equals(id);
    }

    private int other(Edge edge, String id) {
        return sequence.indexOf(edge.from().equals(id) ? edge.to() : edge.from());
    }

    private double port(Edge edge, String id) {
        List<Edge> ports = ports(id);
        return top(id) + height(id) / 2 + (ports.indexOf(edge) - (ports.size() - 1) / 2.0) * PORT;
    }

    private void draw(Edge edge) {
        double from = port(edge, edge.from());
        double to = port(edge, edge.to());
        double longest =
                tops.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double share = Math.min(1, Math.abs(to - from) / Math.max(1, longest));
        // a cubic curve reaches three quarters of the way to its control points
        double reach = start + (canvas.width() - 4 - start) * (0.2 + 0.8 * share) / 0.75;
        double control = Math.min(reach, start + (canvas.width() - 4 - start) / 0.75);
        String path = GraphPlot.point("M", width, from)
                + GraphPlot.point("L", start, from)
                + GraphPlot.point("C", control, from)
                + GraphPlot.point(" ", control, to)
                + GraphPlot.point(" ", start, to)
                + GraphPlot.point("L", width + plot.lineEnd(edge), to);
        plot.line(path, edge);
        plot.arrow(width, to, false, plot.paint(edge));
    }
}
