package io.futureos.studio.engines.local.causal;

import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.CausalGraphEngine.Request;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Holds what the analyst says about edges against the package and against itself. */
final class Claims {

    private Claims() {}

    /** What the analyst says of one edge. */
    private record Claim(String from, String to, String said) {}

    /** @throws EngineException if an edge is claimed twice, leads to itself, or joins what the package does not have */
    static void check(Request request, List<String> nodes) {
        Set<List<String>> seen = new HashSet<>();
        for (Claim claim : all(request)) {
            checkEnds(claim, nodes);
            if (!seen.add(List.of(claim.from, claim.to))) {
                throw new EngineException(
                        "edge_twice",
                        "The edge from \"" + claim.from + "\" to \"" + claim.to
                                + "\" is stated or removed twice; keep one of these.");
            }
        }
    }

    private static List<Claim> all(Request request) {
        return Stream.concat(
                        request.stated().stream().map(edge -> new Claim(edge.from(), edge.to(), "stated")),
                        request.removed().stream().map(edge -> new Claim(edge.from(), edge.to(), "removed")))
                .toList();
    }

    private static void checkEnds(Claim claim, List<String> nodes) {
        for (String end : List.of(claim.from, claim.to)) {
            if (!nodes.contains(end)) {
                throw new EngineException(
                        "edge_unknown_variable",
                        "An edge is " + claim.said + " from \"" + claim.from + "\" to \"" + claim.to
                                + "\", but the data package has no variable \"" + end + "\""
                                + Spelling.hint(end, nodes) + ".");
            }
        }
        if (claim.from.equals(claim.to)) {
            throw new EngineException(
                    "edge_to_itself",
                    "An edge is " + claim.said + " from \"" + claim.from
                            + "\" to itself; name two different variables.");
        }
    }

    /** Whether the analyst has said something of this edge. */
    static boolean knows(Request request, Edge edge) {
        return all(request).stream().anyMatch(claim -> claim.from.equals(edge.from()) && claim.to.equals(edge.to()));
    }

    /**
     * Along edges of lag 0 a cause and its effect fall into the same month, so a circle of them has no beginning.
     *
     * @throws EngineException {@code edge_cycle}, with the circle named
     */
    static void refuseCycles(List<Edge> edges) {
        List<Edge> atOnce = edges.stream().filter(edge -> edge.lag() == 0).toList();
        Set<String> safe = new HashSet<>();
        atOnce.forEach(edge -> follow(edge.from(), atOnce, new ArrayList<>(), safe));
    }

    private static void follow(String node, List<Edge> edges, List<String> path, Set<String> safe) {
        int before = path.indexOf(node);
        path.add(node);
        if (before >= 0) {
            throw new EngineException(
                    "edge_cycle",
                    "The stated edges " + String.join(" → ", path.subList(before, path.size()))
                            + " make a circle within one month; take one of them out.");
        }
        if (!safe.contains(node)) {
            edges.stream()
                    .filter(edge -> edge.from().equals(node))
                    .forEach(edge -> follow(edge.to(), edges, path, safe));
            safe.add(node);
        }
        path.remove(path.size() - 1);
    }
}
