package io.futureos.studio.render.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import io.futureos.studio.render.chart.ChartReader;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.report.Chart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NativeChartTest {

    private static final Palette PALETTE = Look.of(Reports.configured(Reports.withSection(""), ReportConfig.standard()))
            .light();

    private static final Map<String, Object> BARS = Map.of(
            "categories",
            List.of("Oslo", "Bergen"),
            "series",
            List.of(
                    Map.of("name", "2023", "values", List.of(0.81, 0.74)),
                    Map.of("name", "2024", "values", Arrays.asList(0.89, null))));

    @Test
    void the_drawing_and_the_workbook_have_the_same_numbers_and_refer_to_each_other() throws IOException {
        NativeChart chart = drawn("bar", BARS, Map.of("unit", "percent"));
        Document drawing = OfficeParts.xml(chart.chart());

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(chart.workbook()))) {
            for (Element reference : drawing.select("c|numRef")) {
                String range = reference.expectFirst("c|f").text();
                XSSFSheet sheet = book.getSheet(range.substring(0, range.indexOf('!')));
                int column = range.charAt(range.indexOf('$') + 1) - 'A';
                for (Element point : reference.select("c|pt")) {
                    int row = 1 + Integer.parseInt(point.attr("idx"));
                    assertThat(sheet.getRow(row).getCell(column).getNumericCellValue())
                            .isEqualTo(Double.parseDouble(point.text()));
                }
            }
            assertThat(book.getSheetAt(0).getRow(0).getCell(2).getStringCellValue())
                    .isEqualTo("2024");
            assertThat(book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("Bergen");
        }
        assertThat(drawing.select("c|val c|pt").eachText()).containsExactly("0.81", "0.74", "0.89");
    }

    @Test
    void text_that_a_spreadsheet_would_run_stays_text() throws IOException {
        String attack = "=HYPERLINK(\"https://evil.example\",\"x\")";
        NativeChart chart = drawn(
                "bar",
                Map.of("categories", List.of(attack), "series", List.of(Map.of("name", attack, "values", List.of(1)))),
                Map.of());

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(chart.workbook()))) {
            for (int row = 0; row < 2; row++) {
                var cell = book.getSheetAt(0).getRow(row).getCell(row == 0 ? 1 : 0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(attack);
            }
        }
    }

    @Test
    void the_areas_of_a_fan_add_up_to_its_bands() {
        NativeChart chart = drawn(
                "line",
                Map.of(
                        "x",
                        List.of("a", "b"),
                        "series",
                        List.of(Map.of("name", "median", "values", List.of(0.5, 0.6))),
                        "bands",
                        List.of(
                                Map.of(
                                        "name",
                                        "90",
                                        "lower",
                                        Arrays.asList(null, 0.2),
                                        "upper",
                                        Arrays.asList(null, 0.9)),
                                Map.of(
                                        "name",
                                        "50",
                                        "lower",
                                        Arrays.asList(null, 0.4),
                                        "upper",
                                        Arrays.asList(null, 0.7)))),
                Map.of("unit", "percent"));
        List<List<Double>> areas = OfficeParts.xml(chart.chart()).select("c|areaChart c|val").stream()
                .map(values -> values.select("c|v").eachText().stream()
                        .map(Double::valueOf)
                        .toList())
                .toList();

        double edge = 0;
        double[] edges = {0.2, 0.4, 0.7, 0.9};
        for (int i = 0; i < edges.length; i++) {
            edge += areas.get(i).get(1);
            assertThat(edge).isCloseTo(edges[i], offset(1e-9));
            assertThat(areas.get(i).get(0)).as("where there is no band").isEqualTo(i == 0 ? 0.5 : 0);
        }
    }

    @Test
    void a_fan_that_goes_below_zero_is_shown_by_its_edges() {
        NativeChart chart = drawn(
                "line",
                Map.of(
                        "x",
                        List.of("a"),
                        "bands",
                        List.of(Map.of("name", "90", "lower", List.of(-1), "upper", List.of(2)))),
                Map.of());
        Document drawing = OfficeParts.xml(chart.chart());

        assertThat(drawing.select("c|areaChart")).isEmpty();
        assertThat(drawing.select("c|lineChart c|val c|v").eachText()).containsExactly("-1", "2");
    }

    @Test
    void nothing_to_draw_is_no_chart() {
        assertThat(NativeChart.of(ChartReader.read(new Chart("bar", Map.of(), Map.of())), PALETTE, 9))
                .isEmpty();
        assertThat(NativeChart.of(ChartReader.read(new Chart("hologram", BARS, Map.of())), PALETTE, 9))
                .isEmpty();
    }

    @Test
    void a_histogram_is_bars_whose_colours_meet_at_the_threshold() {
        NativeChart chart = drawn(
                "histogram",
                Map.of("edges", List.of(0.9, 0.92, 0.94, 0.96), "counts", List.of(3, 8, 4)),
                Map.of("unit", "percent", "threshold", Map.of("value", 0.95, "label", "95.0 %")));
        Document drawing = OfficeParts.xml(chart.chart());

        assertThat(drawing.select("c|tx c|v").eachText()).contains("< 95.0 %", "≥ 95.0 %");
        assertThat(drawing.select("c|ser").get(0).select("c|cat c|v").eachText())
                .extracting(text -> text.replace('\u00a0', ' '))
                .containsExactly("90–92 %", "92–94 %", "94–96 %");
        assertThat(drawing.select("c|val c|v").eachText().stream()
                        .map(Double::valueOf)
                        .map(value -> Math.round(100 * value) / 100.0))
                .containsExactly(3.0, 8.0, 2.0, 0.0, 0.0, 2.0);
    }

    @Test
    void what_a_histogram_points_out_is_said_below_its_bars() {
        NativeChart chart = drawn(
                "histogram",
                Map.of(
                        "edges",
                        List.of(0.9, 0.92, 0.94),
                        "counts",
                        List.of(3, 8),
                        "marks",
                        List.of(Map.of("value", 0.925, "label", "Median"))),
                Map.of("unit", "percent", "x_label", "The share"));

        assertThat(OfficeParts.xml(chart.chart())
                        .select("c|catAx c|title a|t")
                        .text()
                        .replace('\u00a0', ' '))
                .isEqualTo("The share · Median 92.5 %");
    }

    @Test
    void bins_of_different_widths_are_no_bars() {
        var chart = new Chart("histogram", Map.of("edges", List.of(0, 1, 3), "counts", List.of(3, 8)), Map.of());

        assertThat(NativeChart.of(ChartReader.read(chart), PALETTE, 9)).isEmpty();
    }

    @Test
    void reliability_is_what_came_true_over_what_was_said_beside_the_diagonal() {
        NativeChart chart = drawn(
                "reliability",
                Map.of(
                        "points",
                        List.of(
                                Map.of("forecast", 0.8, "observed", 0.9, "count", 40),
                                Map.of("forecast", 0.2, "observed", 0.1, "count", 10))),
                Map.of());
        Document drawing = OfficeParts.xml(chart.chart());

        Element observed = drawing.select("c|ser").get(0);
        assertThat(observed.select("c|xVal c|v").eachText()).containsExactly("0", "0.2", "0.8", "1");
        assertThat(observed.select("c|yVal c|pt").eachAttr("idx")).containsExactly("1", "2");
        assertThat(observed.select("c|yVal c|v").eachText()).containsExactly("0.1", "0.9");
        assertThat(observed.select("c|dPt c|size").eachAttr("val")).containsExactly("7", "14");
        assertThat(observed.select("c|dLbl a|t").eachText()).containsExactly("10", "40");
        assertThat(drawing.select("c|ser")
                        .get(1)
                        .select("c|xVal c|v, c|yVal c|v")
                        .eachText())
                .containsExactly("0", "0.2", "0.8", "1", "0", "0.2", "0.8", "1");
        assertThat(drawing.select("c|valAx c|max").eachAttr("val")).containsExactly("1", "1");
        assertThat(drawing.select("c|valAx c|min").eachAttr("val")).containsExactly("0", "0");
    }

    @Test
    void numbers_of_cases_that_would_touch_are_left_out() {
        List<Map<String, Object>> points = IntStream.range(0, 50)
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("forecast", i / 50.0, "observed", i / 50.0, "count", 1_000 + i))
                .toList();
        NativeChart chart = drawn("reliability", Map.of("points", points), Map.of());

        assertThat(OfficeParts.xml(chart.chart()).select("c|dLbl")).hasSizeBetween(8, 25);
    }

    private static NativeChart drawn(String type, Map<String, Object> data, Map<String, Object> config) {
        return NativeChart.of(ChartReader.read(new Chart(type, data, config)), PALETTE, 9)
                .orElseThrow();
    }
}
