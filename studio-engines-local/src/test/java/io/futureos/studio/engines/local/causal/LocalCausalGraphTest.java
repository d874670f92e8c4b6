package io.futureos.studio.engines.local.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.CausalGraphEngine.Request;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.DataPackage.Variable.Kind;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Packages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalCausalGraphTest {

    @Test
    void what_moves_another_variable_two_months_later_is_found_with_its_lag() {
        CausalGraph graph = graph(drivenBy(0.8), List.of());

        assertThat(graph.nodes()).containsExactly("price", "sales");
        assertThat(graph.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.from()).isEqualTo("price");
            assertThat(edge.to()).isEqualTo("sales");
            assertThat(edge.lag()).isEqualTo(2);
            assertThat(edge.strength()).isGreaterThan(0.5);
            assertThat(edge.evidence()).isEqualTo("measured");
        });
    }

    @Test
    void independent_wanderers_with_trend_and_season_are_rarely_joined() {
        long joined = IntStream.range(0, 40)
                .filter(seed -> !graph(wanderers(seed, 0), List.of()).edges().isEmpty())
                .count();

        assertThat(joined).isLessThanOrEqualTo(5);
    }

    @Test
    void a_stated_edge_stays_with_what_the_data_says_about_it() {
        CausalGraph graph = graph(drivenBy(0.8), List.of(new StatedEdge("price", "sales", "dear is chic")));

        assertThat(graph.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.evidence()).isEqualTo("stated");
            assertThat(edge.reason()).isEqualTo("dear is chic");
            assertThat(edge.strength()).isGreaterThan(0.5);
        });
    }

    @Test
    void a_stated_edge_from_an_assumption_has_no_strength() {
        CausalGraph graph = graph(
                new NorwayFixture().cars(),
                List.of(new StatedEdge("vat_exemption", "battery_electric_share", "assumed")));

        assertThat(graph.edges())
                .contains(new Edge("vat_exemption", "battery_electric_share", 0, null, "stated", null, "assumed"));
    }

    @Test
    void a_share_is_not_moved_by_its_own_parts_and_nothing_by_the_same_month() {
        CausalGraph graph = graph(new NorwayFixture().cars(), List.of());

        assertThat(graph.edges()).allSatisfy(edge -> {
            assertThat(List.of(edge.from(), edge.to())).doesNotContain("battery_electric_share");
            assertThat(edge.lag()).isPositive();
        });
        assertThat(graph(new NorwayFixture().cars(), List.of())).isEqualTo(graph);
    }

    @Test
    void a_stated_edge_with_an_unknown_end_or_to_itself_is_refused() {
        assertThatThrownBy(() -> graph(new NorwayFixture().cars(), List.of(new StatedEdge("weather", "new_cars", ""))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no variable \"weather\"; there is: new_cars, battery_electric");
        assertThatThrownBy(() -> graph(new NorwayFixture().cars(), List.of(new StatedEdge("new_cars", "new_cars", ""))))
                .hasMessageContaining("name two different variables");
    }

    @Test
    void short_and_constant_series_have_no_measured_edges() {
        assertThat(graph(two(new double[10], new double[10]), List.of()).edges())
                .isEmpty();
        assertThat(graph(two(new double[60], new double[60]), List.of()).edges())
                .isEmpty();
    }

    private static Packages drivenBy(double strength) {
        return wanderers(1, strength);
    }

    private static Packages wanderers(long seed, double strength) {
        Random random = new Random(seed);
        double[] price = new double[96];
        double[] sales = new double[96];
        for (int t = 0; t < 96; t++) {
            price[t] = (t == 0 ? 0 : 0.9 * price[t - 1]) + random.nextGaussian();
            double season = Math.sin(t * Math.PI / 6);
            sales[t] = (t == 0 ? 0 : 0.7 * sales[t - 1]) + 0.05 * season + random.nextGaussian();
            sales[t] += t < 2 ? 0 : strength * (price[t - 2] - (t < 3 ? 0 : 0.9 * price[t - 3]));
        }
        return two(price, sales);
    }

    private static Packages two(double[] price, double[] sales) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        numbers.put("price", price);
        numbers.put("sales", sales);
        List<String> months = IntStream.range(0, price.length)
                .mapToObj(i -> Months.text(2017 * 12 + i))
                .toList();
        return Packages.of(months, numbers, List.of(level("price"), level("sales")));
    }

    private static Variable level(String name) {
        return new Variable(name, name, "", Kind.COLUMN, "new_cars", Aggregation.MEAN, null, null, null, null, null);
    }

    private static CausalGraph graph(Packages packages, List<StatedEdge> stated) {
        return new LocalCausalGraph(packages.tables()).graph(new Request(packages.data(), stated), new BlobsInMemory());
    }
}
