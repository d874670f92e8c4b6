package io.futureos.studio.engines.local.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.Chart;
import java.util.List;
import java.util.Map;
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
                .contains("line", "interval", "bar")
                .hasSizeGreaterThan(5);
        assertThat(charts).allSatisfy(ReportChartsTest::isWellFormed);
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
