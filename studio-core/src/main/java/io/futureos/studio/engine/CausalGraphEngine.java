package io.futureos.studio.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which variable moves which ({@code causal-graph}). */
public interface CausalGraphEngine extends Engine {

    /**
     * The graph of the package's variables, which are its nodes, in their order. At most one edge leads from one to another,
     * and along edges of lag 0 nobody comes back to where they began: the graph has no cycle in time.
     *
     * @throws EngineException if an edge is stated or removed twice or both, leads from a variable to itself, or the package
     *     does not have its variables; or if stated edges of lag 0 make a cycle
     */
    CausalGraph graph(Request request, EngineContext context);

    /**
     * What to look at.
     *
     * @param stated edges that the analyst claims; they stay, with what the data says about them, in place of what would be
     *     measured
     * @param removed edges that the analyst says are not there, whatever the data says; taking them out changes no other edge
     */
    record Request(DataPackage data, List<StatedEdge> stated, List<RemovedEdge> removed) {
        public Request {
            stated = List.copyOf(stated);
            removed = List.copyOf(removed);
        }

        /** A request in which nothing is removed. */
        public Request(DataPackage data, List<StatedEdge> stated) {
            this(data, stated, List.of());
        }
    }

    /** An influence that the analyst claims. */
    record StatedEdge(String from, String to, String reason) {}

    /** An influence that the analyst denies. */
    record RemovedEdge(String from, String to, String reason) {}

    /**
     * Which variable moves which.
     *
     * @param removed what the analyst took out, with what the data says about it; no influence goes along these
     */
    record CausalGraph(
            List<String> nodes, List<Edge> edges, @Nullable List<Edge> removed) {

        /** No path is followed further than this. */
        public static final int LONGEST_PATH = 3;

        public CausalGraph {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
            removed = removed == null ? List.of() : List.copyOf(removed);
        }

        /** A graph from which nothing was removed. */
        public CausalGraph(List<String> nodes, List<Edge> edges) {
            this(nodes, edges, List.of());
        }

        @Override
        public List<Edge> removed() { // null only in JSON that was written without
            return removed == null ? List.of() : removed;
        }

        /**
         * The ways by which one variable moves another: edges from the one to the other that pass no variable twice, at most
         * {@value #LONGEST_PATH} long, shorter ones first.
         */
        public List<List<Edge>> paths(String from, String to) {
            var found = new ArrayList<List<Edge>>();
            List<List<Edge>> open = List.of(List.of());
            for (int length = 1; length <= LONGEST_PATH; length++) {
                var longer = new ArrayList<List<Edge>>();
                for (List<Edge> path : open) {
                    String end =
                            path.isEmpty() ? from : path.get(path.size() - 1).to();
                    edges.stream()
                            .filter(edge ->
                                    edge.from().equals(end) && !edge.to().equals(from))
                            .filter(edge ->
                                    path.stream().noneMatch(step -> step.to().equals(edge.to())))
                            .map(edge -> Stream.concat(path.stream(), Stream.of(edge))
                                    .toList())
                            .forEach(longer::add);
                }
                longer.stream().filter(path -> leadsTo(to, path)).forEach(found::add);
                open = longer.stream().filter(path -> !leadsTo(to, path)).toList();
            }
            return List.copyOf(found);
        }

        private static boolean leadsTo(String variable, List<Edge> path) {
            return path.get(path.size() - 1).to().equals(variable);
        }
    }

    /**
     * One influence.
     *
     * @param lag in months
     * @param strength a partial correlation from -1 to 1; null if it can't be measured
     * @param evidence {@code measured} or {@code stated}; {@code removed} among those that were taken out
     * @param pValue of the strength; null if it can't be measured
     */
    record Edge(
            String from,
            String to,
            int lag,
            @Nullable Double strength,
            String evidence,
            @Nullable Double pValue,
            @Nullable String reason) {}
}
