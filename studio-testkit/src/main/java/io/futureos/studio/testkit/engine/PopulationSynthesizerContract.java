package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertAnsweredOrRefused;
import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.Population.Archetype;
import io.futureos.studio.engine.Population.Dimension;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PopulationSynthesizer.NetworkRequest;
import io.futureos.studio.engine.PopulationSynthesizer.NetworkView;
import io.futureos.studio.engine.PopulationSynthesizer.Request;
import io.futureos.studio.model.BlobKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every population synthesizer promises. */
public abstract class PopulationSynthesizerContract extends WorkingEngineContract<PopulationSynthesizer> {

    private static final double ROUNDING = 1e-9;

    /** A request for some hundred households, without adjustments and edits. */
    protected abstract Request aRequest();

    @Override
    final List<Call<PopulationSynthesizer, ?>> calls() {
        return List.of(
                new Call<>("a population", aRequest(), PopulationSynthesizer::synthesize),
                new Call<>("its network", new NetworkRequest(stored(), 20), PopulationSynthesizer::network));
    }

    private Population stored() {
        return engine().synthesize(aRequest(), place());
    }

    private Population made(Request request) {
        return engine().synthesize(request, context());
    }

    private static Request sized(Request request, int size) {
        return new Request(
                request.data(),
                request.config(),
                request.adjustments(),
                request.archetypeEdits(),
                size,
                request.seed());
    }

    private static Request seeded(Request request, long seed) {
        return new Request(
                request.data(),
                request.config(),
                request.adjustments(),
                request.archetypeEdits(),
                request.size(),
                seed);
    }

    private static Request configured(Request request, Map<String, Object> config) {
        return new Request(
                request.data(),
                config,
                request.adjustments(),
                request.archetypeEdits(),
                request.size(),
                request.seed());
    }

    private static Request adjusted(Request request, Map<String, Map<String, Object>> adjustments) {
        return new Request(
                request.data(),
                request.config(),
                adjustments,
                request.archetypeEdits(),
                request.size(),
                request.seed());
    }

    private static Request edited(Request request, Map<String, Map<String, Object>> edits) {
        return new Request(
                request.data(), request.config(), request.adjustments(), edits, request.size(), request.seed());
    }

    private static Request on(Request request, DataPackage data) {
        return new Request(
                data,
                request.config(),
                request.adjustments(),
                request.archetypeEdits(),
                request.size(),
                request.seed());
    }

    @Test
    void there_are_as_many_households_as_were_asked_for() {
        Request request = aRequest();
        for (int size : List.of(1, 2, 7, request.size())) {
            assertThat(made(sized(request, size)).size()).isEqualTo(size);
        }
    }

    @Test
    void the_shares_of_kinds_and_of_categories_sum_to_one() {
        Request request = aRequest();
        for (int size : List.of(1, 2, 7, request.size())) {
            Population population = made(sized(request, size));

            assertSumToOne(
                    population.archetypes().stream().map(Archetype::share).toList());
            for (Dimension dimension : population.dimensions()) {
                assertThat(dimension.shares()).hasSameSizeAs(dimension.categories());
                assertSumToOne(dimension.shares());
            }
        }
    }

    private static void assertSumToOne(List<Double> shares) {
        assertThat(shares).allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(shares.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void kinds_and_dimensions_and_categories_have_names_of_their_own() {
        Population population = made(aRequest());

        assertThat(population.archetypes()).extracting(Archetype::id).doesNotHaveDuplicates();
        assertThat(population.dimensions()).extracting(Dimension::name).doesNotHaveDuplicates();
        assertThat(population.dimensions())
                .allSatisfy(dimension -> assertThat(dimension.categories()).doesNotHaveDuplicates());
    }

    @Test
    void the_measures_of_network_and_fit_are_in_their_ranges() {
        Population population = made(aRequest());

        assertThat(population.network().meanDegree()).isBetween(0.0, population.size() - 1.0);
        assertThat(population.network().clustering()).isBetween(0.0, 1.0);
        assertThat(population.network().homophily()).isBetween(-1.0, 1.0);
        assertThat(population.fit().sweeps()).isNotNegative();
        assertThat(population.fit().worst()).isBetween(0.0, 1.0);
        assertThat(population.fit().margins()).allSatisfy(margin -> {
            assertThat(margin.fitted()).isBetween(0.0, 1.0);
            assertThat(margin.integerised()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void another_seed_or_size_makes_other_households_with_another_fingerprint() {
        Request request = aRequest();
        Population population = made(request);

        for (Population other :
                List.of(made(seeded(request, request.seed() + 1)), made(sized(request, request.size() + 1)))) {
            assertThat(other.households()).isNotEqualTo(population.households());
            assertThat(other.content()).isNotEqualTo(population.content());
        }
    }

    @Test
    void the_fingerprint_follows_the_households_and_not_what_is_said_about_the_data() {
        Request request = aRequest();
        DataPackage data = request.data();
        var retold = new DataPackage(
                data.content(),
                BlobKey.of(new byte[] {1}),
                data.tables(),
                data.variables(),
                List.of(),
                data.overrides(),
                data.asOf(),
                List.of("Told differently."));

        assertThat(made(on(request, retold)).content()).isEqualTo(made(request).content());
    }

    @Test
    void an_adjusted_dimension_has_the_shares_that_were_asked_for() {
        Request request = sized(aRequest(), 1_000);
        Dimension dimension = made(request).dimensions().get(0);
        var wanted = new java.util.TreeMap<String, Object>();
        int last = dimension.categories().size() - 1;
        for (int i = 0; i <= last; i++) {
            wanted.put(dimension.categories().get(i), i == last ? 0.5 : 0.5 / last);
        }

        Population adjusted = made(adjusted(request, Map.of(dimension.name(), wanted)));

        Dimension now = adjusted.dimensions().get(0);
        assertThat(now.shares()
                        .get(now.categories().indexOf(dimension.categories().get(last))))
                .isCloseTo(0.5, within(0.01));
    }

    @Test
    void a_size_out_of_range_is_refused() {
        for (int size : List.of(Integer.MIN_VALUE, -1, 0)) {
            assertRefused("a size of " + size, () -> made(sized(aRequest(), size)));
        }
    }

    @Test
    void what_the_population_does_not_have_cannot_be_changed() {
        Request request = aRequest();
        Dimension dimension = made(request).dimensions().get(0);
        String category = dimension.categories().get(0);

        assertRefused("another dimension", () -> made(adjusted(request, Map.of("unheard_of", Map.of("x", 1)))));
        assertRefused(
                "another category", () -> made(adjusted(request, Map.of(dimension.name(), Map.of("unheard_of", 1)))));
        assertRefused(
                "another archetype",
                () -> made(edited(request, Map.of("unheard_of", Map.of(dimension.name(), category)))));
        Stream.<Object>of("x", -1, 1e300, true, List.of(), Map.of())
                .forEach(share -> assertRefused(
                        "a share of " + share,
                        () -> made(adjusted(request, Map.of(dimension.name(), Map.of(category, share))))));
    }

    @Test
    void a_mistyped_configuration_is_understood_or_refused_but_never_breaks_the_synthesizer() {
        Request request = sized(aRequest(), 10);
        Variations.of(
                request.config(),
                (what, config) -> assertAnsweredOrRefused(what, () -> made(configured(request, config))));
    }

    @Test
    void a_view_of_the_network_has_as_many_nodes_as_asked_for_or_as_there_are() {
        Population population = stored();

        for (int nodes : List.of(1, 20, population.size() + 1)) {
            NetworkView view = engine().network(new NetworkRequest(population, nodes), context());

            assertThat(view.nodes()).hasSize(Math.min(nodes, population.size()));
            assertThat(view.nodes()).extracting(NetworkView.Node::household).doesNotHaveDuplicates();
            assertThat(view.nodes()).allSatisfy(node -> {
                assertThat(node.household()).isBetween(0, population.size() - 1);
                assertThat(node.x()).isBetween(0.0, 1.0);
                assertThat(node.y()).isBetween(0.0, 1.0);
                assertThat(population.archetypes()).extracting(Archetype::id).contains(node.archetype());
            });
            assertThat(view.edges()).doesNotHaveDuplicates().allSatisfy(edge -> {
                assertThat(edge.from()).isBetween(0, view.nodes().size() - 1);
                assertThat(edge.to()).isBetween(0, view.nodes().size() - 1);
                assertThat(edge.from()).isNotEqualTo(edge.to());
            });
        }
    }

    @Test
    void a_view_of_no_nodes_is_refused() {
        Population population = stored();

        for (int nodes : List.of(0, -1)) {
            assertRefused(nodes + " nodes", () -> engine().network(new NetworkRequest(population, nodes), context()));
        }
    }
}
