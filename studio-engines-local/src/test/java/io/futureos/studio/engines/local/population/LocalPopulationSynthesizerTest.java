package io.futureos.studio.engines.local.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer.NetworkRequest;
import io.futureos.studio.engine.PopulationSynthesizer.NetworkView;
import io.futureos.studio.engine.PopulationSynthesizer.Request;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalPopulationSynthesizerTest {

    private static final int AGE = 0;
    private static final int CARS = 1;
    private static final int INCOME = 2;

    private final NorwayFixture norway = new NorwayFixture();
    private final BlobsInMemory blobs = new BlobsInMemory();
    private final Map<String, Object> config = NorwayFixture.populationConfig();
    private final Map<String, Map<String, Object>> adjustments = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> edits = new LinkedHashMap<>();

    @Test
    void every_margin_is_met_to_a_millionth_before_whole_households_are_drawn() {
        Population population = synthesize(20_000);

        assertThat(population.fit().margins()).hasSize(3).allSatisfy(margin -> {
            assertThat(margin.fitted()).isLessThan(1e-6);
            assertThat(margin.integerised()).isLessThan(1e-3);
        });
        assertThat(population.size()).isEqualTo(20_000);
        assertThat(population.dimensions().get(CARS).shares().get(0)).isCloseTo(616_830 / 2_224_151.0, within(1e-3));
    }

    @Test
    void mean_cars_by_income_decile_follow_the_profile_and_keep_the_census_mean() {
        Households households = households(synthesize(200_000));
        double[] levels = {0, 1, 2.2};
        double[] cars = new double[10];
        double mean = 0;
        for (int household = 0; household < households.size(); household++) {
            double level = levels[households.category(CARS, household)];
            cars[households.category(INCOME, household)] += level / 20_000;
            mean += level / households.size();
        }

        assertThat(mean).isCloseTo((972_378 + 2.2 * 634_943) / 2_224_151, within(1e-3));
        assertThat(cars[9] / cars[0]).isCloseTo(0.7106 / 0.1663, within(0.01));
        assertThat(cars[4] / cars[1]).isCloseTo(0.6210 / 0.3473, within(0.01));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        Population once = synthesize(3_000);
        Population again = synthesize(3_000);
        Population other = new LocalPopulationSynthesizer(norway::read)
                .synthesize(new Request(norway.data("2024-12"), config, adjustments, edits, 3_000, 2), blobs);

        assertThat(again).isEqualTo(once);
        assertThat(other.content()).isNotEqualTo(once.content());
    }

    @Test
    void an_adjusted_dimension_takes_its_new_shares_and_the_others_keep_theirs() {
        Population before = synthesize(10_000);
        adjustments.put("cars", Map.of("0", 50, "1", 30, "2+", 20));

        Population after = synthesize(10_000);

        assertThat(after.dimensions().get(CARS).shares())
                .satisfiesExactly(
                        none -> assertThat(none).isCloseTo(0.5, within(2e-3)),
                        one -> assertThat(one).isCloseTo(0.3, within(2e-3)),
                        more -> assertThat(more).isCloseTo(0.2, within(2e-3)));
        for (int category = 0; category < 6; category++) {
            assertThat(after.dimensions().get(AGE).shares().get(category))
                    .isCloseTo(before.dimensions().get(AGE).shares().get(category), within(2e-3));
        }
        assertThat(after.fit().margins())
                .allSatisfy(margin -> assertThat(margin.fitted()).isLessThan(1e-6));
    }

    @Test
    void categories_that_an_adjustment_does_not_name_share_the_rest_as_before() {
        adjustments.put("cars", Map.of("0", 0.5));

        List<Double> shares = synthesize(10_000).dimensions().get(CARS).shares();

        assertThat(shares.get(0)).isCloseTo(0.5, within(2e-3));
        assertThat(shares.get(1) / shares.get(2)).isCloseTo(972_378 / 634_943.0, within(0.02));
    }

    @Test
    void an_adjustment_that_leaves_no_room_for_the_income_profile_flattens_it_and_says_so() {
        adjustments.put("cars", Map.of("0", 0.02, "1", 0.03, "2+", 0.95));

        Population population = synthesize(5_000);

        assertThat(population.fit().worst()).isLessThan(1e-6);
        assertThat(population.caveats()).anySatisfy(caveat -> assertThat(caveat).contains("full spread"));
    }

    @Test
    void a_wrong_adjustment_is_refused_with_the_place_and_what_there_is() {
        refuses(Map.of("caars", Map.of("0", 1)), "dimension_unknown", "did you mean \"cars\"?");
        refuses(Map.of("cars", Map.of("3", 1)), "category_unknown", "/population/adjustments/cars");
        refuses(Map.of("cars", Map.of("0", -0.1)), "config_invalid", "-0.1");
        refuses(Map.of("cars", Map.of("0", 0, "1", 0, "2+", 0)), "shares_invalid", "more than 0");
        refuses(Map.of("cars", Map.of("0", 0.9, "1", 0.9)), "shares_invalid", "name all categories");
        refuses(Map.of("cars", Map.of("0", "half")), "config_invalid", "\"half\"");
    }

    @Test
    void editing_an_archetype_changes_its_households_and_no_others() {
        Households before = households(synthesize(5_000));
        edits.put("a2", Map.of("cars", "0", "income_decile", Map.of("1", 0.5, "10", 0.5)));

        Households after = households(synthesize(5_000));

        int ofTen = 0;
        int members = 0;
        for (int household = 0; household < before.size(); household++) {
            if (after.archetypes().get(after.archetypeOf(household)).equals("a2")) {
                assertThat(after.category(CARS, household)).isZero();
                ofTen += after.category(INCOME, household) == 9 ? 1 : 0;
                members++;
            } else {
                assertThat(after.category(CARS, household)).isEqualTo(before.category(CARS, household));
                assertThat(after.category(INCOME, household)).isEqualTo(before.category(INCOME, household));
            }
            assertThat(after.category(AGE, household)).isEqualTo(before.category(AGE, household));
        }
        assertThat(ofTen).isEqualTo(members / 2);
    }

    @Test
    void a_wrong_edit_is_refused() {
        edits.put("a9", Map.of("cars", "0"));
        assertThatThrownBy(() -> synthesize(100)).hasMessageContaining("a9").hasMessageContaining("a1, a2");
        edits.clear();
        edits.put("a1", Map.of("cars", "5"));
        assertThatThrownBy(() -> synthesize(100)).hasMessageContaining("/population/archetypes/a1/cars");
    }

    @Test
    void margins_that_contradict_each_other_are_named() {
        List<Object> margins = new ArrayList<>((List<?>) config.get("margins"));
        margins.add(Map.of("name", "my cars", "dimensions", List.of("cars"), "shares", List.of(0.5, 0.3, 0.2)));
        config.put("margins", margins);

        assertThatThrownBy(() -> synthesize(100))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("margins_contradict"))
                .hasMessageContaining("my cars")
                .hasMessageContaining("census 2011")
                .hasMessageContaining("cars \"0\"")
                .hasMessageContaining("0.500000")
                .hasMessageContaining("0.277333")
                .hasMessageContaining("differ by 0.22");
    }

    @Test
    void margins_that_only_together_are_impossible_are_named_with_the_place_and_what_can_be_had() {
        var same = List.of(0.45, 0.05, 0.05, 0.45);
        config.clear();
        config.put(
                "dimensions",
                List.of(
                        Map.of("name", "a", "categories", List.of("yes", "no")),
                        Map.of("name", "b", "categories", List.of("yes", "no")),
                        Map.of("name", "c", "categories", List.of("yes", "no"))));
        config.put(
                "margins",
                List.of(
                        Map.of("dimensions", List.of("a", "b"), "shares", same),
                        Map.of("dimensions", List.of("b", "c"), "shares", same),
                        Map.of("dimensions", List.of("c", "a"), "shares", List.of(0.05, 0.45, 0.45, 0.05))));

        assertThatThrownBy(() -> synthesize(100))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("margins_contradict"))
                .hasMessageMatching("(?s).*\"a by b\" \\(for a \"\\w+\" and b \"\\w+\" it gives 0\\.\\d+,"
                        + " and 0\\.\\d+ can be had\\).*");
    }

    @Test
    void an_adjustment_keeps_what_ties_a_dimension_to_others() {
        double[] before = oddsRatios(households(synthesize(400_000)));
        adjustments.put("cars", Map.of("0", 50, "1", 30, "2+", 20));

        double[] after = oddsRatios(households(synthesize(400_000)));

        for (int age = 0; age < before.length; age++) {
            assertThat(after[age]).isCloseTo(before[age], withinPercentage(6));
        }
    }

    /** By age, the odds of two cars against one, as a multiple of those of the youngest. */
    private static double[] oddsRatios(Households households) {
        double[][] counts = new double[6][3];
        for (int household = 0; household < households.size(); household++) {
            counts[households.category(AGE, household)][households.category(CARS, household)]++;
        }
        return Arrays.stream(counts)
                .mapToDouble(row -> row[2] / row[1] / (counts[0][2] / counts[0][1]))
                .toArray();
    }

    @Test
    void populations_that_are_made_at_the_same_time_are_the_same() {
        Population alone = synthesize(2_000);

        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> synthesize(2_000)))
                .allSatisfy(population -> assertThat(population).isEqualTo(alone));
    }

    @Test
    void an_unknown_key_is_refused_with_the_nearest_right_one() {
        config.put("netwrok", Map.of());

        assertThatThrownBy(() -> synthesize(100))
                .hasMessageContaining("/population/config/netwrok")
                .hasMessageContaining("did you mean \"network\"?");
    }

    @Test
    void a_category_of_a_table_that_the_dimension_does_not_list_is_refused_with_its_row() {
        config.put(
                "dimensions",
                List.of(
                        Map.of("name", "age_of_oldest"),
                        Map.of("name", "cars", "categories", List.of("0", "1")),
                        Map.of("name", "income_decile", "categories", List.of("1"))));

        assertThatThrownBy(() -> synthesize(100))
                .hasMessageContaining("Table \"households\", row 3")
                .hasMessageContaining("2+");
    }

    @Test
    void sizes_from_one_household_on_are_possible_and_none_is_not() {
        for (int size : new int[] {1, 2, 3, 11, 12}) {
            Population population = synthesize(size);
            assertThat(population.size()).isEqualTo(size);
            assertThat(population.network().clustering()).isBetween(0.0, 1.0);
            assertThat(population.network().meanDegree()).isLessThanOrEqualTo(size - 1.0);
        }
        assertThatThrownBy(() -> synthesize(0)).hasMessageContaining("from 1 to 2000000");
    }

    @Test
    void neighbours_are_alike_know_each_other_and_are_as_many_as_wanted() {
        Population.Network network = synthesize(10_000).network();

        assertThat(network.meanDegree()).isCloseTo(10, within(0.01));
        assertThat(network.clustering()).isBetween(0.4, 0.6);
        assertThat(network.homophily()).isBetween(0.7, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.2", "10, 0.5", "6, 0.35", "8, 0.05"})
    void the_network_has_the_clustering_that_is_asked_for(double meanDegree, double clustering) {
        Population population = linked(Map.of("mean_degree", meanDegree, "clustering", clustering));

        assertThat(population.network().meanDegree()).isCloseTo(meanDegree, within(0.01));
        assertThat(population.network().clustering()).isCloseTo(clustering, within(0.02));
        assertThat(population.caveats()).noneMatch(caveat -> caveat.startsWith("The network"));
    }

    @Test
    void a_clustering_that_no_ring_has_is_missed_and_told() {
        assertThat(linked(Map.of("mean_degree", 4, "clustering", 0.9)).caveats())
                .contains("The network was to have a clustering of 0.90, but what could be made has 0.50.");
        assertThatThrownBy(() -> linked(Map.of("clustering", 0.4, "rewiring", 0.1)))
                .hasMessageContaining("rewiring")
                .hasMessageContaining("give one of both");
    }

    private Population linked(Map<String, Object> network) {
        config.put("network", network);
        return synthesize(10_000);
    }

    @Test
    void every_link_is_known_to_both_ends_and_nobody_is_his_own_neighbour() {
        Neighbours neighbours = households(synthesize(2_000)).neighbours();

        for (int household = 0; household < 2_000; household++) {
            for (int i = neighbours.first()[household]; i < neighbours.first()[household + 1]; i++) {
                assertThat(neighbours.list()[i]).isNotEqualTo(household);
                assertThat(neighbours.linked(neighbours.list()[i], household)).isTrue();
            }
        }
    }

    @Test
    void archetypes_cover_everybody_and_have_names_of_their_own() {
        Population population = synthesize(5_000);

        assertThat(population.archetypes()).hasSize(6);
        assertThat(population.archetypes().stream()
                        .mapToDouble(Population.Archetype::share)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(population.archetypes())
                .extracting(Population.Archetype::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void stored_households_come_back_byte_for_byte_and_other_bytes_are_refused() {
        byte[] stored = blobs.read(synthesize(1_000).households());

        assertThat(Households.read(stored).toBytes()).isEqualTo(stored);
        assertThatThrownBy(() -> Households.read(new byte[20])).hasMessageContaining("version 1");
    }

    @Test
    void a_view_of_the_network_lies_in_the_unit_square_and_hangs_together() {
        Population population = synthesize(5_000);

        NetworkView view =
                new LocalPopulationSynthesizer(norway::read).network(new NetworkRequest(population, 200), blobs);

        assertThat(view.nodes()).hasSize(200).allSatisfy(node -> {
            assertThat(node.x()).isBetween(0.0, 1.0);
            assertThat(node.y()).isBetween(0.0, 1.0);
        });
        assertThat(view.nodes()).extracting(NetworkView.Node::household).doesNotHaveDuplicates();
        assertThat(view.edges())
                .hasSizeGreaterThan(200)
                .allSatisfy(edge -> assertThat(edge.from()).isLessThan(edge.to()));
    }

    @Test
    void the_order_in_which_shares_are_given_changes_no_bit() {
        var ascending = new LinkedHashMap<String, Double>();
        var descending = new LinkedHashMap<String, Double>();
        for (int i = 1; i <= 3; i++) {
            ascending.put("c" + i, i / 10.0);
            descending.put("c" + (4 - i), (4 - i) / 10.0);
        }
        var categories = List.of("c1", "c2", "c3");
        double[] present = {0.5, 0.25, 0.25};

        assertThat(TargetShares.read("", descending, categories, present))
                .containsExactly(TargetShares.read("", ascending, categories, present));
    }

    private void refuses(Map<String, Map<String, Object>> wrong, String code, String hint) {
        adjustments.clear();
        adjustments.putAll(wrong);
        assertThatThrownBy(() -> synthesize(100))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(hint);
    }

    private Population synthesize(int size) {
        return new LocalPopulationSynthesizer(norway::read)
                .synthesize(new Request(norway.data("2024-12"), config, adjustments, edits, size, 1), blobs);
    }

    private Households households(Population population) {
        return Households.read(blobs.read(population.households()));
    }
}
