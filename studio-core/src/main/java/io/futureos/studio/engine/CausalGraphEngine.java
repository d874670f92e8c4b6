package io.futureos.studio.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out which variable moves which ({@code causal-graph}). */
public interface CausalGraphEngine extends Engine {

    /**
     * The graph of the package's variables, which are its nodes, in their order. At most one edge leads from one to another.
     *
     * @throws EngineException if a stated edge is there twice, leads from a variable to itself, or the package does not have
     *     its variables
     */
    CausalGraph graph(Request request, EngineContext context);

    /**
     * What to look at.
     *
     * @param stated edges that the analyst claims; they stay, with what the data says about them, in place of what would be
     *     measured
     */
    record Request(DataPackage data, List<StatedEdge> stated) {
        public Request {
            stated = List.copyOf(stated);
        }
    }

    /** An influence that the analyst claims. */
    record StatedEdge(String from, String to, String reason) {}

    /** Which variable moves which. */
    record CausalGraph(List<String> nodes, List<Edge> edges) {
        public CausalGraph {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }
    }

    /**
     * One influence.
     *
     * @param lag in months
     * @param strength a partial correlation from -1 to 1; null if it can't be measured
     * @param evidence {@code measured} or {@code stated}
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
