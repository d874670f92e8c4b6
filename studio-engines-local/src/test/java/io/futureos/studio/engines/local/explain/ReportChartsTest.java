package io.futureos.studio.engines.local.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportChartsTest {

    private final Written written = new Written();

    @Test
    void every_chart_has_the_shape_that_its_type_prescribes() {
        List<Chart> charts = written.report(ReportConfig.standard()).sections().stream()
                .flatMap(section -> section.charts().stream())
                .toList();

        assertThat(charts)
                .extracting(Chart::chartType)
                .containsExactly(
                        "line", "histogram", "interval", "tornado", "graph", "bar", "bar", "bar", "bar", "reliability");
        assertThat(charts).allSatisfy(ReportChartsTest::isWellFormed);
    }

    @Test
    void a_report_without_charts_does_not_speak_of_any() {
        var config = new ReportConfig(ReportTemplate.DETAILED_ANALYSIS, List.of(), null, false, true);

        String text = written.report(config).sections().stream()
                .map(ReportSection::contentHtml)
                .collect(Collectors.joining());

        assertThat(text).contains("its intervals should hold");
        assertThat(text).doesNotContainIgnoringCase("chart", "histogram", "tornado", "shaded", "the figure shows");
        assertThat(written.html("forecast")).contains("The shaded bands", "The histogram counts");
        assertThat(written.html("sensitivity")).contains("The tornado shows");
    }

    @Test
    void the_fan_begins_at_the_last_month_of_the_history() {
        Chart fan = written.section("forecast").charts().get(0);
        List<?> history = values(list(fan.data(), "series").get(0), "values");
        List<?> lower = values(list(fan.data(), "bands").get(0), "lower");

        assertThat(list(fan.data(), "x")).hasSize(48).last().isEqualTo("2025-12");
        assertThat(history.subList(36, 48)).containsOnlyNulls();
        assertThat(lower.subList(0, 35)).containsOnlyNulls();
        assertThat(lower.get(35)).isEqualTo(history.get(35));
        assertThat(lower.get(36)).isEqualTo(0.8111);
    }

    @Test
    void the_chart_shows_history_fan_and_the_median_of_every_scenario() {
        Chart fan = written.section("forecast").charts().get(0);

        assertThat(list(fan.data(), "series").stream().map(series -> String.valueOf(((Map<?, ?>) series).get("name"))))
                .containsExactly("History", "Norway goes electric", "VAT");
        assertThat(list(fan.data(), "bands")).hasSize(3);
        List<?> other = values(list(fan.data(), "series").get(2), "values");
        assertThat(other.subList(0, 35)).containsOnlyNulls();
        assertThat(other.get(36)).isEqualTo(0.9123 - 0.0432);
    }

    @Test
    void past_probabilities_stand_against_what_came_true() {
        Chart reliability = written.section("calibration").charts().get(1);

        assertThat(list(reliability.data(), "points"))
                .isEqualTo(List.of(
                        Map.of("forecast", 0.25, "observed", 0.31, "count", 4L),
                        Map.of("forecast", 0.85, "observed", 0.92, "count", 39L)));
        assertThat(reliability.config().get("title"))
                .isEqualTo("Past probabilities were off by 7 percentage points on average");
    }

    @Test
    void outcomes_are_counted_and_divided_by_the_forecasts_own_probability() {
        Chart histogram = written.section("forecast").charts().get(1);

        assertThat(histogram.data().get("edges"))
                .asInstanceOf(LIST)
                .hasSize(21)
                .startsWith(0.8, 0.81)
                .endsWith(0.99, 1L);
        assertThat(histogram.data().get("counts"))
                .asInstanceOf(LIST)
                .hasSize(20)
                .containsOnly(10L);
        assertThat(list(histogram.data(), "marks")).isEqualTo(List.of(Map.of("value", 0.9123, "label", "Median")));
        assertThat(histogram.data().get("below")).isEqualTo(1 - 0.2345);
        assertThat(histogram.config().get("threshold")).isEqualTo(Map.of("value", 0.95, "label", "95.0 %"));
        assertThat(histogram.config().get("title"))
                .isEqualTo("The share in 2025 is above 95.0 % with a probability of 23 %");
    }

    @Test
    void what_should_stay_below_has_its_probability_below() {
        Request request = Results.asking(standard(), Comparison.AT_MOST);

        Chart histogram = written.section("forecast", request).charts().get(1);

        assertThat(histogram.data().get("below")).isEqualTo(0.2345);
        assertThat(histogram.config().get("title"))
                .isEqualTo("The share in 2025 is at most 95.0 % with a probability of 23 %");
    }

    @Test
    void a_forecast_without_values_has_no_histogram() {
        ReportSection section = written.section("forecast", Results.drawing(standard(), List.of()));

        assertThat(section.charts()).extracting(Chart::chartType).containsExactly("line");
        assertThat(section.contentHtml()).doesNotContain("histogram");
    }

    @Test
    void the_graph_has_the_outcome_and_a_strength_only_where_it_was_measured() {
        Chart graph = written.section("drivers").charts().get(0);

        assertThat(graph.data().get("nodes"))
                .asInstanceOf(LIST)
                .contains(Map.of(
                        "id",
                        "battery_electric_share",
                        "label",
                        "Battery-electric cars of the new passenger cars",
                        "role",
                        "outcome"));
        assertThat(list(graph.data(), "edges"))
                .isEqualTo(List.of(
                        Map.of("from", "vat_exemption", "to", "battery_electric_share"),
                        Map.of(
                                "from",
                                "new_cars",
                                "to",
                                "battery_electric",
                                "strength",
                                -0.317,
                                "sign",
                                -1L,
                                "lag",
                                3L)));
        assertThat(graph.config().get("lag_unit")).isEqualTo("months");
        assertThat(graph.config().get("title"))
                .isEqualTo(
                        "1 influence on battery-electric cars of the new passenger cars is stated, and the data can't"
                                + " measure it");
    }

    @Test
    void a_graph_names_the_strongest_influence_on_the_outcome() {
        var graph = new CausalGraph(
                List.of(),
                List.of(
                        edge("new_cars", "battery_electric_share", 0.2),
                        edge("battery_electric", "battery_electric_share", -0.4),
                        edge("battery_electric", "new_cars", 0.9)));

        assertThat(title("drivers", Results.with(standard(), graph)))
                .isEqualTo(
                        "In the data battery-electric new passenger cars has the strongest influence on battery-electric"
                                + " cars of the new passenger cars: -0.40, 2 months later");
    }

    @Test
    void a_graph_in_which_nothing_leads_to_the_outcome_says_so_and_shows_it_alone() {
        var graph = new CausalGraph(List.of(), List.of(edge("battery_electric", "new_cars", 0.9)));
        Request request = Results.with(standard(), graph);

        assertThat(title("drivers", request))
                .isEqualTo("No influence on battery-electric cars of the new passenger cars is known");
        assertThat(each(written.section("drivers", request).charts().get(0), "nodes", "id"))
                .isEqualTo(List.of("battery_electric", "new_cars", "battery_electric_share"));
    }

    @Test
    void of_many_influences_the_strongest_are_drawn_and_all_on_the_outcome() {
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < 20; i++) {
            edges.add(edge("driver " + (char) ('a' + i), "new_cars", 0.1 + 0.01 * i));
        }
        edges.add(edge("weak", "battery_electric_share", 0.01));
        edges.add(new Edge("stated", "battery_electric_share", 0, null, "stated", null, "why"));

        ReportSection section = written.section("drivers", Results.with(standard(), new CausalGraph(List.of(), edges)));
        Chart graph = section.charts().get(0);

        assertThat(each(graph, "edges", "from"))
                .isEqualTo(List.of(
                        "driver k",
                        "driver l",
                        "driver m",
                        "driver n",
                        "driver o",
                        "driver p",
                        "driver q",
                        "driver r",
                        "driver s",
                        "driver t",
                        "weak",
                        "stated"));
        assertThat(section.contentHtml()).contains("Of 22 influences the graph shows 12: those on");
        assertThat(graph.config().get("alt")).asString().endsWith("and the strongest of the others.");
    }

    @Test
    void a_project_without_influences_has_no_graph() {
        assertThat(written.section("drivers", Results.with(standard(), new CausalGraph(List.of(), List.of())))
                        .charts())
                .isEmpty();
    }

    @Test
    void the_tornado_goes_from_the_lowest_to_the_highest_value_that_was_tried_alone() {
        Request request = Results.arguing(
                standard(),
                List.of(
                        line(0.2, 0.3, new Move(1, "charging_access", 1, 1.2)),
                        line(0.2, 0.6, new Move(1, "charging_access", 1, 1.5)),
                        line(0.2, 0.05, new Move(1, "charging_access", 1, 0.5)),
                        line(0.2, 0.04, new Move(9, "vat_exemption", 1, 0)),
                        line(0.2, 0.9, new Move(1, "charging_access", 1, 2), new Move(2, "vat_exemption", 1, 0))));

        ReportSection section = written.section("sensitivity", request);
        Chart tornado = section.charts().get(0);

        assertThat(tornado.data().get("base")).isEqualTo(0.2);
        assertThat(each(tornado, "items", "name"))
                .isEqualTo(List.of("Charging_access from January 2025 on", "Vat_exemption from September 2025 on"));
        assertThat(each(tornado, "items", "low")).isEqualTo(List.of(0.05, 0.04));
        assertThat(each(tornado, "items", "high")).isEqualTo(List.of(0.6, 0.2));
        assertThat(each(tornado, "items", "low_means")).isEqualTo(List.of("50.0 %", "0.0 %"));
        assertThat(each(tornado, "items", "high_means")).isEqualTo(List.of("150.0 %", "100.0 %"));
        assertThat(tornado.config().get("title"))
                .isEqualTo(
                        "Tree search: charging_access from January 2025 on moves the probability most, from 5 % to 60 %");
        assertThat(section.contentHtml()).contains("20 % while nothing is moved, not the forecast&#39;s 23 %");
    }

    @Test
    void who_tries_nothing_alone_has_no_tornado() {
        Request request = Results.arguing(
                standard(),
                List.of(line(0.2, 0.9, new Move(1, "charging_access", 1, 2), new Move(2, "vat_exemption", 1, 0))));

        ReportSection section = written.section("sensitivity", request);

        assertThat(section.charts()).isEmpty();
        assertThat(section.contentHtml()).doesNotContain("tornado");
    }

    private static Request standard() {
        return Results.request(ReportConfig.standard());
    }

    private static Edge edge(String from, String to, double strength) {
        return new Edge(from, to, 2, strength, "measured", 0.01, null);
    }

    private static Line line(double before, double after, Move... moves) {
        return new Line(List.of(moves), before, after, 0.5);
    }

    private Object title(String section, Request request) {
        return requireNonNull(
                written.section(section, request).charts().get(0).config().get("title"));
    }

    /** One field of each of a chart's objects. */
    private static List<Object> each(Chart chart, String list, String field) {
        return list(chart.data(), list).stream()
                .<Object>map(one -> requireNonNull(((Map<?, ?>) one).get(field), field))
                .toList();
    }

    private static void isWellFormed(Chart chart) {
        assertThat(chart.config().get("title")).asString().isNotBlank();
        assertThat(chart.config().get("alt")).asString().isNotBlank();
        assertThat(chart.config().get("unit")).isIn("percent", "number");
        switch (chart.chartType()) {
            case "line" -> {
                int length = list(chart.data(), "x").size();
                areAsLong(length, list(chart.data(), "series"), "values");
                areAsLong(length, list(chart.data(), "bands"), "lower");
                areAsLong(length, list(chart.data(), "bands"), "upper");
            }
            case "bar" -> areAsLong(list(chart.data(), "categories").size(), list(chart.data(), "series"), "values");
            case "interval" ->
                assertThat(list(chart.data(), "items"))
                        .isNotEmpty()
                        .allSatisfy(item -> assertThat((Map<?, ?>) item).hasSize(6));
            case "histogram" ->
                assertThat(list(chart.data(), "edges"))
                        .hasSize(list(chart.data(), "counts").size() + 1);
            case "tornado" ->
                assertThat(list(chart.data(), "items"))
                        .isNotEmpty()
                        .allSatisfy(item -> assertThat((Map<?, ?>) item).hasSize(5));
            case "reliability" ->
                assertThat(list(chart.data(), "points"))
                        .isNotEmpty()
                        .allSatisfy(point -> assertThat((Map<?, ?>) point).hasSize(3));
            case "graph" -> {
                List<Object> ids = each(chart, "nodes", "id");
                assertThat(ids).doesNotHaveDuplicates().containsAll(each(chart, "edges", "from"));
                assertThat(ids).containsAll(each(chart, "edges", "to"));
            }
            default -> throw new AssertionError("There is no chart type " + chart.chartType());
        }
    }

    private static void areAsLong(int length, List<?> series, String name) {
        assertThat(length).isPositive();
        assertThat(series)
                .allSatisfy(one ->
                        assertThat((List<?>) ((Map<?, ?>) one).get(name)).hasSize(length));
    }

    private static List<?> values(@Nullable Object map, String name) {
        return (List<?>) requireNonNull(((Map<?, ?>) requireNonNull(map)).get(name), name);
    }

    private static List<?> list(Map<String, Object> data, String name) {
        return values(data, name);
    }
}
