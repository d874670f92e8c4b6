package io.futureos.studio.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.report.Chart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartReaderTest {

    private static ChartModel read(String type, Map<String, Object> data, Map<String, Object> config) {
        return ChartReader.read(new Chart(type, data, config));
    }

    private static Map<String, Object> open(@Nullable Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "interval", "bar", "histogram", "tornado", "reliability", "graph", "waterfall"})
    void data_of_a_wrong_shape_count_as_not_given(String type) {
        var wrong = List.<Object>of("text", 7, true, List.of(1, 2), Map.of("name", 3), List.of(List.of(), "x"));
        for (Object value : wrong) {
            var data = new LinkedHashMap<String, Object>();
            for (String field : List.of(
                    "x",
                    "series",
                    "bands",
                    "items",
                    "categories",
                    "edges",
                    "counts",
                    "densities",
                    "marks",
                    "below",
                    "base",
                    "points",
                    "nodes",
                    "start",
                    "steps",
                    "end")) {
                data.put(field, value);
            }

            ChartModel model = read(type, data, open("threshold", value, "split", value, "lag_unit", value));

            assertThat(model).isNotInstanceOf(UnknownChart.class);
            assertThat(model.table().rows())
                    .allMatch(row -> row.size() == model.table().columns().size());
            assertThat(model.alt()).doesNotContain("NaN");
        }
    }

    @Test
    void a_histogram_has_its_bins_and_says_how_much_lies_above_the_threshold() {
        var data = open(
                "edges",
                List.of(0.8, 0.85, 0.9, 0.95),
                "counts",
                List.of(10, 60, 30),
                "marks",
                List.of(open("value", 0.88, "label", "Median")));

        ChartModel model =
                read("histogram", data, open("unit", "percent", "threshold", open("value", 0.9, "label", "t")));

        assertThat(model.table())
                .isEqualTo(new DataTable(
                        List.of("From", "To", "Count", "Mark"),
                        List.of(
                                List.of("80.0\u00a0%", "85.0\u00a0%", "10", ""),
                                List.of("85.0\u00a0%", "90.0\u00a0%", "60", ""),
                                List.of("90.0\u00a0%", "95.0\u00a0%", "30", ""),
                                List.of("88.0\u00a0%", "", "", "Median"))));
        assertThat(model.alt())
                .isEqualTo("Outcomes range from 80.0\u00a0% to 95.0\u00a0%; Median 88.0\u00a0%; "
                        + "30\u00a0% lie at or above 90.0\u00a0%.");
    }

    @Test
    void the_share_below_the_threshold_is_the_one_given_where_it_is() {
        var data = open("edges", List.of(0, 1, 2), "counts", List.of(1, 1), "below", 0.25);
        var config = open("threshold", open("value", 1, "label", ""));

        var given = (HistogramChart) read("histogram", data, config);

        assertThat(given.shareBelow(1)).isEqualTo(0.25);
        assertThat(given.shareBelow(0.5)).isEqualTo(0.25);
        assertThat(given.shareBelow(1.5)).isEqualTo(0.75);
    }

    @Test
    void a_tornado_is_sorted_by_effect_and_what_is_not_known_comes_last() {
        var data = open(
                "base",
                0.88,
                "items",
                List.of(
                        open("name", "Small", "low", 0.87, "high", 0.89),
                        open("name", "Unknown", "low", 0.87),
                        open(
                                "name",
                                "Large",
                                "low",
                                0.92,
                                "high",
                                0.8,
                                "low_means",
                                "no VAT",
                                "high_means",
                                "full VAT")));

        ChartModel model = read("tornado", data, open("unit", "percent"));

        assertThat(model.table().rows().stream().map(row -> row.get(0)))
                .containsExactly("As expected", "Large", "Small", "Unknown");
        assertThat(model.alt())
                .isEqualTo("Large moves the answer most, from 80.0\u00a0% to 92.0\u00a0%, around 88.0\u00a0%.");
    }

    @Test
    void a_reliability_curve_says_where_it_is_farthest_from_the_diagonal() {
        var data = open(
                "points",
                List.of(
                        open("forecast", 0.1, "observed", 0.08, "count", 61),
                        open("forecast", 0.9, "observed", 0.7, "count", 78)));

        ChartModel model = read("reliability", data, Map.of());

        assertThat(model.table().rows())
                .containsExactly(
                        List.of("10.0\u00a0%", "8.0\u00a0%", "61"), List.of("90.0\u00a0%", "70.0\u00a0%", "78"));
        assertThat(model.alt()).endsWith("at a forecast of 90.0\u00a0%, of which 70.0\u00a0% came true.");
    }

    @Test
    void a_graph_has_a_row_for_each_edge_and_for_each_node_without_one() {
        var data = open(
                "nodes",
                        List.of(open("id", "vat", "label", "VAT"), open("id", "oil", "label", "Oil", "role", "driver")),
                "edges", List.of(open("from", "vat", "to", "share", "strength", -0.5, "lag", 1)));

        ChartModel model = read("graph", data, open("lag_unit", "months"));

        assertThat(model.table().rows())
                .containsExactly(
                        List.of("VAT", "share", "\u2212", "0.5", "1 month"), List.of("Oil (driver)", "", "", "", ""));
        assertThat(model.alt())
                .isEqualTo("3 variables and 1 effect between them; the strongest is that of VAT on share.");
    }

    @Test
    void a_waterfall_adds_up_and_shows_what_its_steps_leave_open() {
        var data = open(
                "start", open("name", "2024", "value", 80),
                "steps",
                        Arrays.asList(
                                open("name", "Price", "change", 6),
                                open("name", "So far", "subtotal", true),
                                open("name", "Odd"),
                                open("name", "VAT", "change", -4)),
                "end", open("name", "2025", "value", 85));

        ChartModel model = read("waterfall", data, Map.of());

        assertThat(model.table().rows())
                .containsExactly(
                        List.of("2024", "", "80"),
                        List.of("Price", "+6", "86"),
                        List.of("So far", "", "86"),
                        List.of("Odd", "", ""),
                        List.of("VAT", "\u22124", "82"),
                        List.of("Not explained by the steps", "+3", "85"),
                        List.of("2025", "", "85"));
        assertThat(model.alt()).isEqualTo("From 80 (2024) to 85 (2025); the largest step is Price, +6.");
    }

    @Test
    void a_chart_of_more_than_a_picture_can_show_is_one_of_an_unknown_type_with_its_data() {
        var lines = Collections.nCopies(200, open("name", "A", "values", List.of(1, 2)));
        var more = Collections.nCopies(201, open("name", "A", "values", List.of(1, 2)));
        var bars = Collections.nCopies(2_000, "a");
        var moreBars = Collections.nCopies(2_001, "a");

        assertThat(read("line", open("x", List.of("a", "b"), "series", lines), open()))
                .isInstanceOf(LineChart.class);
        assertThat(read("line", open("x", List.of("a", "b"), "series", more), open()))
                .isInstanceOfSatisfying(UnknownChart.class, chart -> {
                    assertThat(chart.chartType()).isEqualTo("line, 201 series");
                    assertThat(chart.table().rows()).hasSize(201);
                });
        assertThat(read("bar", open("categories", bars, "series", List.of()), open()))
                .isInstanceOf(BarChart.class);
        assertThat(read("bar", open("categories", moreBars, "series", List.of()), open()))
                .isInstanceOf(UnknownChart.class);
    }

    @Test
    void a_long_line_beside_many_empty_ones_is_not_multiplied_by_them() {
        var series = new ArrayList<Object>(Collections.nCopies(199, open()));
        series.add(open("values", Collections.nCopies(500, 1)));

        assertThat(read("line", open("series", series), open())).isInstanceOf(LineChart.class);

        series.set(199, open("values", Collections.nCopies(501, 1)));
        assertThat(read("line", open("series", series), open()))
                .isInstanceOfSatisfying(
                        UnknownChart.class,
                        chart -> assertThat(chart.chartType()).isEqualTo("line, 100,200 points"));
    }
}
