package io.futureos.studio.render.svg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.futureos.studio.render.Reports;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.ChartReader;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.report.Chart;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ChartSvgTest {

    private static final Palette PALETTE = Look.of(Reports.withSection("")).light();

    private static Optional<Element> drawn(Chart chart, int width) {
        return ChartSvg.draw(ChartReader.read(chart), PALETTE, "c", width).map(ChartSvgTest::parsed);
    }

    private static Element parsed(String svg) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            return fail("Not well-formed: " + svg, e);
        }
    }

    private static List<Element> elements(Element svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The box that a text covers: left, top, right, bottom. */
    private static double[] box(Element text) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        double width = TextWidth.of(text.getTextContent(), Canvas.FONT);
        double left = switch (text.getAttribute("text-anchor")) {
            case "middle" -> x - width / 2;
            case "end" -> x - width;
            default -> x;
        };
        return new double[] {left, y - 9, left + width, y + 3};
    }

    private static void assertNothingIsClipped(Element svg) {
        double width = Double.parseDouble(svg.getAttribute("width"));
        double height = Double.parseDouble(svg.getAttribute("height"));
        for (Element text : elements(svg, "text")) {
            double[] box = box(text);
            assertThat(box[0]).as(text.getTextContent()).isGreaterThanOrEqualTo(-1);
            assertThat(box[1]).as(text.getTextContent()).isGreaterThanOrEqualTo(-1);
            assertThat(box[2]).as(text.getTextContent()).isLessThanOrEqualTo(width + 1);
            assertThat(box[3]).as(text.getTextContent()).isLessThanOrEqualTo(height + 1);
        }
    }

    private static void assertNothingIsClippedOrOverlaps(Element svg) {
        assertNothingIsClipped(svg);
        var boxes = new ArrayList<double[]>();
        for (Element text : elements(svg, "text")) {
            if (text.getAttribute("aria-hidden").isEmpty()) {
                double[] box = box(text);
                for (double[] other : boxes) {
                    boolean overlaps = box[0] < other[2] - 1
                            && other[0] < box[2] - 1
                            && box[1] < other[3] - 1
                            && other[1] < box[3] - 1;
                    assertThat(overlaps).as(text.getTextContent()).isFalse();
                }
                boxes.add(box);
            }
        }
    }

    @Test
    void no_label_of_the_sample_report_is_clipped_or_covers_another() {
        for (var section : Reports.norway().report().content().sections()) {
            for (Chart chart : section.charts()) {
                for (int width : new int[] {720, 627, 360}) {
                    drawn(chart, width).ifPresent(ChartSvgTest::assertNothingIsClippedOrOverlaps);
                }
            }
        }
    }

    @Property(tries = 300, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void no_data_however_odd_stop_the_drawing(@ForAll("charts") Chart chart) {
        for (int width : new int[] {720, 360}) {
            ChartModel model = ChartReader.read(chart);
            drawn(chart, width).ifPresent(svg -> {
                assertNothingIsClipped(svg);
                for (Element path : elements(svg, "path")) {
                    assertThat(path.getAttribute("d")).doesNotContain("NaN", "Infinity");
                }
                for (Element bar : elements(svg, "rect")) {
                    assertThat(Double.parseDouble(bar.getAttribute("width"))).isBetween(0.0, width + 1.0);
                }
            });
            assertThat(model.table().rows()).isNotNull();
        }
    }

    @Provide
    Arbitrary<Chart> charts() {
        Arbitrary<Object> numbers = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e6, 1e6).map(n -> (Object) n),
                Arbitraries.of(0L, 1L, -1L, 0.5, 1e-12, -1e300, 1e300, 9007199254740991L),
                Arbitraries.just("text").map(n -> (Object) n),
                Arbitraries.create(() -> null));
        Arbitrary<List<Object>> lists = numbers.list().ofMaxSize(12);
        Arbitrary<List<String>> names = Arbitraries.of(
                        "a", "2024-01", "2024-02", "0.5", "<&\"", "a long name of things", "")
                .list()
                .ofMaxSize(12);
        Arbitrary<Object> series =
                lists.map(values -> ordered("name", "s", "values", values, "lower", values, "upper", values));
        Arbitrary<List<Object>> many = Arbitraries.oneOf(series, numbers).list().ofMaxSize(4);
        Arbitrary<Object> items = lists.map(v -> ordered(
                "name",
                "item",
                "low",
                at(v, 0),
                "inner_low",
                at(v, 1),
                "mid",
                at(v, 2),
                "inner_high",
                at(v, 3),
                "high",
                at(v, 4),
                "low_means",
                "<b>&",
                "forecast",
                at(v, 0),
                "observed",
                at(v, 1),
                "count",
                at(v, 2),
                "change",
                at(v, 3),
                "value",
                at(v, 4),
                "label",
                "mark"));
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of(
                                "line",
                                "bar",
                                "interval",
                                "histogram",
                                "tornado",
                                "reliability",
                                "graph",
                                "waterfall",
                                "other"),
                        names,
                        many,
                        items.list().ofMaxSize(5),
                        numbers,
                        Arbitraries.of(true, false),
                        Arbitraries.of("percent", "number"))
                .as((type, x, some, rows, number, flag, unit) -> new Chart(
                        type,
                        ordered(
                                "x",
                                x,
                                "categories",
                                x,
                                "series",
                                some,
                                "bands",
                                some,
                                "items",
                                rows,
                                "points",
                                rows,
                                "steps",
                                rows,
                                "marks",
                                rows,
                                "start",
                                ordered("value", number),
                                "base",
                                number,
                                "counts",
                                rows.stream()
                                        .map(row -> ((Map<?, ?>) row).get("low"))
                                        .toList(),
                                "edges",
                                rows.stream()
                                        .map(row -> ((Map<?, ?>) row).get("high"))
                                        .toList()),
                        ordered(
                                "unit",
                                unit,
                                "min",
                                number,
                                "max",
                                number,
                                "stacked",
                                flag,
                                "horizontal",
                                !flag,
                                "threshold",
                                ordered("value", number, "label", "t"),
                                "split",
                                ordered("x", "a", "label", "s"))));
    }

    private static @Nullable Object at(List<Object> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
        var map = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void two_thousand_points_have_few_labels_and_one_line() {
        var x = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (int i = 0; i < 2_000; i++) {
            x.add("observation " + i);
            values.add(StrictMath.sin(i / 100.0) * 50);
        }
        var chart = new Chart(
                "line", ordered("x", x, "series", List.of(ordered("name", "Sine", "values", values))), Map.of());

        Element svg = drawn(chart, 720).orElseThrow();

        assertThat(elements(svg, "text")).hasSizeLessThan(25);
        assertThat(elements(svg, "path")).hasSize(1);
        assertNothingIsClippedOrOverlaps(svg);
    }

    @Test
    void one_point_and_equal_values_are_drawn() {
        for (List<Object> values : List.<List<Object>>of(List.of(5), List.of(0), List.of(7, 7, 7))) {
            var data = ordered(
                    "x",
                    List.of("a", "b", "c").subList(0, values.size()),
                    "series",
                    List.of(ordered("name", "s", "values", values)));

            Element svg = drawn(new Chart("line", data, Map.of()), 720).orElseThrow();

            assertThat(elements(svg, "circle")).hasSameSizeAs(values);
            assertNothingIsClippedOrOverlaps(svg);
        }
    }

    @Test
    void a_gap_breaks_the_line_and_lists_of_different_lengths_lose_nothing() {
        var data = ordered(
                "x", List.of("a"), "series", List.of(ordered("name", "s", "values", Arrays.asList(1, null, 3, 4))));
        var chart = new Chart("line", data, Map.of());

        assertThat(elements(drawn(chart, 720).orElseThrow(), "path").get(0).getAttribute("d"))
                .containsPattern("^M[^ML]+M[^ML]+L[^ML]+$");
        assertThat(ChartReader.read(chart).table().rows())
                .containsExactly(List.of("a", "1"), List.of("", ""), List.of("", "3"), List.of("", "4"));
    }

    @Test
    void bars_always_begin_at_zero_and_negative_ones_hang_below_it() {
        var data = ordered(
                "categories",
                List.of("up", "down"),
                "series",
                List.of(ordered("name", "s", "values", List.of(80, -40))));

        List<Element> bars =
                elements(drawn(new Chart("bar", data, ordered("min", 50)), 720).orElseThrow(), "rect");

        double zero = Double.parseDouble(bars.get(0).getAttribute("y"))
                + Double.parseDouble(bars.get(0).getAttribute("height"));
        assertThat(Double.parseDouble(bars.get(1).getAttribute("y")))
                .isEqualTo(zero, org.assertj.core.api.Assertions.within(0.02));
        assertThat(Double.parseDouble(bars.get(0).getAttribute("height")))
                .isEqualTo(
                        2 * Double.parseDouble(bars.get(1).getAttribute("height")),
                        org.assertj.core.api.Assertions.within(0.02));
    }

    @Test
    void a_tornado_says_long_names_to_their_end() {
        var items = List.of(
                ordered("name", "Share of the exemption that is in force from September 2025 on", "low", 4, "high", 18),
                ordered("name", "Charging access against need (1 = keeps up)", "low", 1, "high", 91));
        var chart = new Chart("tornado", ordered("base", 18, "items", items), Map.of());

        for (int width : new int[] {340, 470, 720}) {
            Element svg = drawn(chart, width).orElseThrow();

            List<String> words =
                    elements(svg, "text").stream().map(Element::getTextContent).toList();
            assertThat(String.join(" ", words))
                    .contains("September 2025 on", "(1 = keeps up)")
                    .doesNotContain("…");
            assertNothingIsClippedOrOverlaps(svg);
        }
    }

    @Test
    void no_number_of_cases_bites_into_a_dot() {
        var points = List.of(
                ordered("forecast", 0.2, "observed", 0.3, "count", 2),
                ordered("forecast", 0.3, "observed", 0.5, "count", 40));
        Element svg = drawn(new Chart("reliability", ordered("points", points), Map.of()), 720)
                .orElseThrow();

        List<Element> halos = elements(svg, "text").stream()
                .filter(text -> text.hasAttribute("stroke-width"))
                .toList();
        assertThat(halos).hasSize(2);
        for (Element halo : halos) {
            assertThat(elements(svg, "circle"))
                    .isNotEmpty()
                    .allMatch(dot -> (halo.compareDocumentPosition(dot) & Node.DOCUMENT_POSITION_FOLLOWING) != 0);
        }
    }

    @Test
    void what_is_said_beside_a_tornados_bar_keeps_clear_of_it() {
        var items = List.of(ordered("name", "VAT", "low", 4, "high", 18, "low_label", "none", "high_label", "all"));
        var chart = new Chart("tornado", ordered("base", 18, "items", items), Map.of());

        Element svg = drawn(chart, 720).orElseThrow();

        double bar = elements(svg, "rect").stream()
                .filter(rect -> Double.parseDouble(rect.getAttribute("height")) == 18)
                .mapToDouble(rect -> Double.parseDouble(rect.getAttribute("x")))
                .min()
                .orElseThrow();
        double words = elements(svg, "text").stream()
                .filter(text -> text.hasAttribute("stroke-width")
                        && text.getTextContent().startsWith("4"))
                .mapToDouble(text -> Double.parseDouble(text.getAttribute("x")))
                .max()
                .orElseThrow();
        assertThat(bar - words).isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({"0.996, > 99 %, < 1 %", "0.004, < 1 %, > 99 %", "0.98, 98 %, 2 %", "1, 100 %, 0 %"})
    void a_histogram_calls_nothing_impossible_that_may_be(double below, String under, String over) {
        var chart = new Chart(
                "histogram",
                ordered("edges", List.of(0, 1, 2), "counts", List.of(5, 5), "below", below),
                ordered("threshold", ordered("value", 1, "label", "t")));

        String words = String.join(
                "; ",
                elements(drawn(chart, 720).orElseThrow(), "text").stream()
                        .map(text -> text.getTextContent().replace('\u00a0', ' '))
                        .toList());

        assertThat(words).contains(under + " below", over + " at or above");
    }

    @Test
    void lines_within_a_fan_differ_in_grey_too_by_their_dashes() {
        List<Object> history = Arrays.asList(0.4, 0.4, 0.5, null, null);
        var fan = ordered(
                "x",
                List.of("2024-10", "2024-11", "2024-12", "2025-01", "2025-02"),
                "series",
                List.of(
                        ordered("name", "History", "values", history),
                        ordered("name", "Base", "values", ahead(0.6)),
                        ordered("name", "Other", "values", ahead(0.4))),
                "bands",
                List.of(ordered("name", "90 %", "lower", ahead(0.3), "upper", ahead(0.7))));

        Element svg = drawn(new Chart("line", fan, Map.of()), 720).orElseThrow();

        assertThat(elements(svg, "path").stream().filter(path -> path.hasAttribute("stroke-dasharray")))
                .hasSize(1);
    }

    private static List<Object> ahead(double value) {
        return Arrays.asList(null, null, 0.5, value, value);
    }

    @Test
    void labels_at_the_ends_of_lines_are_moved_apart() {
        var series = new ArrayList<Object>();
        for (int i = 0; i < 6; i++) {
            series.add(ordered("name", "Line " + i, "values", List.of(i, 10.0 + i * 0.001)));
        }

        Element svg = drawn(new Chart("line", ordered("x", List.of("a", "b"), "series", series), Map.of()), 720)
                .orElseThrow();

        assertThat(elements(svg, "text").stream().map(Element::getTextContent)).contains("Line 0", "Line 5");
        assertNothingIsClippedOrOverlaps(svg);
    }

    @Test
    void a_chart_without_a_value_is_not_drawn() {
        var nothing = ordered(
                "x", List.of("a"), "series", List.of(ordered("name", "s", "values", Collections.singletonList(null))));

        assertThat(drawn(new Chart("line", nothing, Map.of()), 720)).isEmpty();
        assertThat(drawn(new Chart("waterfall", Map.of(), Map.of()), 720)).isEmpty();
    }
}
