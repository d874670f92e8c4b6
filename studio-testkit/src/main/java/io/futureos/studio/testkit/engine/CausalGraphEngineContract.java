package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.CausalGraphEngine.RemovedEdge;
import io.futureos.studio.engine.CausalGraphEngine.Request;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataPackage.Variable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every causal graph engine promises. */
public abstract class CausalGraphEngineContract extends WorkingEngineContract<CausalGraphEngine> {

    /** A request about at least two variables, without stated edges. */
    protected abstract Request aRequest();

    @Override
    final List<Call<CausalGraphEngine, ?>> calls() {
        return List.of(
                new Call<>("a graph", aRequest(), CausalGraphEngine::graph),
                new Call<>("a graph with a claim", stating(first(), last()), CausalGraphEngine::graph));
    }

    private Request stating(String from, String to) {
        return new Request(aRequest().data(), List.of(new StatedEdge(from, to, "it is known")));
    }

    private CausalGraph graph(Request request) {
        return engine().graph(request, context());
    }

    private List<String> variables() {
        return aRequest().data().variables().stream().map(Variable::name).toList();
    }

    private String first() {
        return variables().get(0);
    }

    private String last() {
        return variables().get(variables().size() - 1);
    }

    @Test
    void its_nodes_are_the_variables_of_the_package_in_their_order() {
        assertThat(graph(aRequest()).nodes()).isEqualTo(variables());
    }

    @Test
    void an_edge_joins_two_nodes_and_no_two_edges_join_the_same_in_the_same_direction() {
        CausalGraph graph = graph(stating(first(), last()));

        assertThat(graph.edges()).doesNotHaveDuplicates().allSatisfy(edge -> {
            assertThat(graph.nodes()).contains(edge.from(), edge.to());
            assertThat(edge.from()).isNotEqualTo(edge.to());
        });
        assertThat(graph.edges().stream().map(edge -> List.of(edge.from(), edge.to())))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_figures_of_an_edge_are_in_their_ranges() {
        for (Edge edge : graph(stating(first(), last())).edges()) {
            assertThat(edge.lag()).isNotNegative();
            assertThat(edge.evidence()).isIn("measured", "stated");
            if (edge.strength() != null) {
                assertThat(edge.strength()).isBetween(-1.0, 1.0);
            }
            if (edge.pValue() != null) {
                assertThat(edge.pValue()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void what_nobody_claims_is_measured_and_has_figures() {
        assertThat(graph(aRequest()).edges()).allSatisfy(edge -> {
            assertThat(edge.evidence()).isEqualTo("measured");
            assertThat(edge.strength()).isNotNull();
        });
    }

    @Test
    void every_claim_stays_with_its_reason_and_takes_the_place_of_what_was_measured() {
        List<String> variables = variables();
        var claims = new ArrayList<StatedEdge>();
        for (int i = 1; i < variables.size(); i++) {
            claims.add(new StatedEdge(variables.get(i - 1), variables.get(i), "because of " + i));
        }

        List<Edge> edges = graph(new Request(aRequest().data(), claims)).edges();

        for (StatedEdge claim : claims) {
            assertThat(edges)
                    .filteredOn(edge ->
                            edge.from().equals(claim.from()) && edge.to().equals(claim.to()))
                    .singleElement()
                    .satisfies(edge -> {
                        assertThat(edge.evidence()).isEqualTo("stated");
                        assertThat(edge.reason()).isEqualTo(claim.reason());
                    });
        }
    }

    @Test
    void what_is_taken_out_is_kept_apart_with_its_reason() {
        var removed = new RemovedEdge(first(), last(), "a coincidence");

        CausalGraph graph = graph(new Request(aRequest().data(), List.of(), List.of(removed)));

        assertThat(graph.edges())
                .noneMatch(edge -> edge.from().equals(first()) && edge.to().equals(last()));
        assertThat(graph.removed()).singleElement().satisfies(edge -> {
            assertThat(List.of(edge.from(), edge.to(), edge.evidence())).isEqualTo(List.of(first(), last(), "removed"));
            assertThat(edge.reason()).isEqualTo("a coincidence");
        });
    }

    @Test
    void a_claim_that_makes_no_sense_is_refused() {
        assertRefused("from an unknown variable", () -> graph(stating("unheard_of", first())));
        assertRefused("to an unknown variable", () -> graph(stating(first(), "unheard_of")));
        assertRefused("from a variable to itself", () -> graph(stating(first(), first())));
        var claim = new StatedEdge(first(), last(), "once");
        assertRefused("the same twice", () -> graph(new Request(aRequest().data(), List.of(claim, claim))));
        var denial = new RemovedEdge(first(), last(), "not at all");
        assertRefused("the same denied", () -> graph(new Request(aRequest().data(), List.of(claim), List.of(denial))));
    }
}
