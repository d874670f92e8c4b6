package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.GraphChart;
import io.futureos.studio.render.chart.GraphChart.Edge;
import io.futureos.studio.render.chart.GraphChart.Node;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.Canvas.Paint;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Term;
import java.util.ArrayList;
import java.util.List;

/** Causes on the left and effects on the right where there is room; else one below the other, with arcs beside them. */
final class GraphPlot {

    static final double ARROW = 8;

    private static final int MAX_NODES = 40;

    private final GraphChart chart;
    private final DrawnGraph graph;
    private final Canvas canvas;
    private final double strongest;

    GraphPlot(GraphChart chart, Canvas canvas) {
        this.chart = chart;
        this.graph = DrawnGraph.of(chart, MAX_NODES);
        this.canvas = canvas;
        this.strongest = graph.edges().stream()
                .mapToDouble(Edge::strength)
                .filter(strength -> strength > 0)
                .max()
                .orElse(1);
    }

    void draw() {
        double top = KeyRow.draw(canvas, 26, keyEntries()) + 6;
        var layers = new GraphLayers(graph);
        var columns = new GraphColumns(this, canvas, graph, layers);
        double end =
                columns.fit() ? columns.draw(top) : new GraphArcs(this, canvas, graph, layers.sequence()).draw(top);
        canvas.height(end + drawLeftOut(end));
    }

    private List<KeyRow.Entry> keyEntries() {
        var entries = new ArrayList<KeyRow.Entry>();
        addSign(entries, 1, ChartTerm.MOVE_ALIKE);
        addSign(entries, -1, ChartTerm.MOVE_APART);
        if (graph.edges().stream().anyMatch(edge -> Double.isNaN(edge.strength()))) {
            entries.add(new KeyRow.Entry(
                    chart.wording().say(ChartTerm.STRENGTH_UNKNOWN),
                    (x, y) -> canvas.line(x, y, x + 26, y, canvas.muted(), 1.6, "5 4")));
        }
        return entries;
    }

    private void addSign(List<KeyRow.Entry> entries, int sign, Term name) {
        if (graph.edges().stream().anyMatch(edge -> edge.sign() == sign)) {
            entries.add(new KeyRow.Entry(chart.wording().say(name), (x, y) -> {
                canvas.line(x, y, x + 26 - ARROW, y, paint(sign), 2.5, "");
                arrow(x + 26, y, true, paint(sign));
            }));
        }
    }

    private double drawLeftOut(double y) {
        int all = chart.nodes().size();
        if (graph.nodes().size() == all) {
            return 0;
        }
        String note = chart.wording().say(ChartTerm.STRONGEST_OF, graph.nodes().size(), all);
        canvas.text(
                0, y + 14, TextWidth.fitted(note, canvas.width(), Canvas.FONT), Anchor.START, canvas.muted(), false);
        return 22;
    }

    private Paint paint(int sign) {
        return sign == 0 ? canvas.muted() : canvas.series(sign > 0 ? 0 : 1);
    }

    Paint paint(Edge edge) {
        return paint(edge.sign());
    }

    /** Sign and lag, for beside the arrow. */
    String label(Edge edge) {
        String sign = edge.sign() > 0 ? "+" : edge.sign() < 0 ? "\u2212" : "";
        return TextWidth.fitted((sign + " " + chart.lagText(edge)).strip(), 90, Canvas.FONT);
    }

    /** How far from the arrow's point its line ends, which is before the label. */
    double lineEnd(Edge edge) {
        String label = label(edge);
        return ARROW + (label.isEmpty() ? 0 : 4 + TextWidth.of(label, Canvas.FONT) + 3);
    }

    double labelWidth() {
        return graph.edges().stream()
                .mapToDouble(edge -> TextWidth.of(label(edge), Canvas.FONT))
                .max()
                .orElse(0);
    }

    void line(String path, Edge edge) {
        boolean isKnown = !Double.isNaN(edge.strength());
        double width = isKnown ? 1.2 + 3 * Math.min(1, edge.strength() / strongest) : 1.4;
        canvas.path(path, paint(edge), width, isKnown ? "" : "5 4");
    }

    /** A head whose point is at {@code x}. */
    void arrow(double x, double y, boolean pointsRight, Paint paint) {
        double back = pointsRight ? x - ARROW : x + ARROW;
        canvas.area(point("M", x, y) + point("L", back, y - 5) + point("L", back, y + 5) + "Z", paint, 1);
    }

    static String point(String command, double x, double y) {
        return command + Canvas.number(x) + " " + Canvas.number(y);
    }

    /** The frame of a node with its name; what the question asks about is filled. */
    void box(Node node, double x, double y, double width, double height) {
        canvas.bar(x, y, width, height, node.isOutcome() ? canvas.ink() : canvas.muted(), 1);
        if (!node.isOutcome()) {
            canvas.bar(x + 1, y + 1, width - 2, height - 2, canvas.background(), 1);
        }
        double room = (width - 12) / (node.isOutcome() ? 1.08 : 1);
        List<String> lines = TextWidth.lines(node.label(), room, Canvas.FONT, 2);
        for (int i = 0; i < lines.size(); i++) {
            double baseline = y + height / 2 + 4 + (i - (lines.size() - 1) / 2.0) * 14;
            Paint paint = node.isOutcome() ? canvas.background() : canvas.ink();
            canvas.text(x + width / 2, baseline, lines.get(i), Anchor.MIDDLE, paint, node.isOutcome());
        }
    }
}
