package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.FindingTerm;
import io.futureos.studio.render.wording.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What causes what.
 *
 * @param lagUnit what lags count, for example {@code months}; may be empty
 */
public record GraphChart(ChartLabels labels, List<Node> nodes, List<Edge> edges, String lagUnit) implements ChartModel {

    public GraphChart {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A variable.
     *
     * @param role what it is to the question, for example {@code outcome}; may be empty
     */
    public record Node(String id, String label, String role) {

        /** Whether it is what the question asks about. */
        public boolean isOutcome() {
            return role.equalsIgnoreCase("outcome") || role.equalsIgnoreCase("target");
        }
    }

    /**
     * {@code from} moves {@code to}; both are ids of nodes.
     *
     * @param strength 0 or more; {@link Double#NaN} if it is not known
     * @param sign 1 if both move alike, -1 if they move apart, 0 if that is not known
     * @param lag how much later; {@link Double#NaN} if it is not known
     */
    public record Edge(String from, String to, double strength, int sign, double lag) {}

    @Override
    public boolean hasValues() {
        return !nodes.isEmpty();
    }

    /** How strengths are written. */
    @Override
    public Numbers numbers() {
        return Numbers.of(
                labels.format(), edges.stream().mapToDouble(Edge::strength).filter(value -> !Double.isNaN(value)));
    }

    /** How late an effect comes, as text; empty if it comes at once or that is not known. */
    public String lagText(Edge edge) {
        if (Double.isNaN(edge.lag()) || edge.lag() == 0) {
            return "";
        }
        String number = ValueFormat.number(wording()).cell(edge.lag());
        boolean isOne = edge.lag() == 1 && lagUnit.endsWith("s");
        String unit = isOne ? lagUnit.substring(0, lagUnit.length() - 1) : lagUnit;
        return unit.isEmpty() ? wording().say(ChartTerm.LAG, number) : number + " " + unit;
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        Map<String, String> names = new HashMap<>();
        nodes.forEach(node -> names.put(node.id(), named(node)));
        var alone = nodes.stream().map(Node::id).collect(Collectors.toCollection(HashSet::new));
        var rows = new ArrayList<List<String>>();
        for (Edge edge : edges) {
            alone.remove(edge.from());
            alone.remove(edge.to());
            rows.add(List.of(
                    names.getOrDefault(edge.from(), edge.from()),
                    names.getOrDefault(edge.to(), edge.to()),
                    edge.sign() > 0 ? "+" : edge.sign() < 0 ? "\u2212" : "",
                    numbers.text(edge.strength()),
                    lagText(edge)));
        }
        nodes.stream()
                .filter(node -> alone.contains(node.id()))
                .forEach(node -> rows.add(List.of(named(node), "", "", "", "")));
        return new DataTable(
                List.of(
                        wording().say(ChartTerm.CAUSE),
                        wording().say(ChartTerm.EFFECT),
                        wording().say(ChartTerm.SIGN),
                        wording().say(ChartTerm.STRENGTH),
                        wording().say(ChartTerm.LATER_BY)),
                rows);
    }

    private static String named(Node node) {
        return node.role().isEmpty() ? node.label() : node.label() + " (" + node.role() + ")";
    }

    @Override
    public String finding() {
        Optional<Edge> strongest = edges.stream()
                .filter(edge -> !Double.isNaN(edge.strength()))
                .max(Comparator.comparingDouble(Edge::strength));
        Term variables = wording().oneOrMore(nodes.size(), FindingTerm.VARIABLE, FindingTerm.VARIABLES);
        Term effects = wording().oneOrMore(edges.size(), FindingTerm.EFFECT, FindingTerm.EFFECTS);
        String size = wording()
                .say(
                        FindingTerm.BETWEEN_THEM,
                        wording().say(variables, nodes.size()),
                        wording().say(effects, edges.size()));
        return strongest
                        .map(edge -> wording().say(FindingTerm.STRONGEST, size, label(edge.from()), label(edge.to())))
                        .orElse(size)
                + ".";
    }

    private String label(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .map(Node::label)
                .findFirst()
                .orElse(id);
    }
}
