package io.futureos.studio.render.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import io.futureos.studio.render.chart.ChartReader;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.slides.PptxReportExporter;
import io.futureos.studio.render.svg.ChartSvg;
import io.futureos.studio.render.word.DocxReportExporter;
import io.futureos.studio.report.Chart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DrawnChartTest {

    private static final Palette PALETTE = Look.of(Reports.configured(Reports.withSection(""), ReportConfig.standard()))
            .light();

    private static final Chart TORNADO = new Chart(
            "tornado",
            Map.of(
                    "base",
                    0.83,
                    "items",
                    List.of(
                            Map.of("name", "VAT <exemption>\u0001", "low", 0.62, "high", 0.91, "low_means", "ends"),
                            Map.of("name", "Charging access", "low", 0.86, "high", 0.79))),
            Map.of(
                    "title",
                    "The exemption matters most",
                    "alt",
                    "The exemption moves the answer by 29 points & more",
                    "unit",
                    "percent",
                    "threshold",
                    Map.of("value", 0.9, "label", "90 %")));

    private static final Chart GRAPH = new Chart(
            "graph",
            Map.of(
                    "nodes",
                    List.of(
                            Map.of("id", "vat", "label", "VAT & duties"),
                            Map.of("id", "chargers", "label", "Chargers"),
                            Map.of("id", "share", "label", "Share of new cars", "role", "outcome")),
                    "edges",
                    List.of(
                            Map.of("from", "vat", "to", "share", "strength", -0.6, "lag", 2),
                            Map.of("from", "chargers", "to", "share"),
                            Map.of("from", "vat", "to", "chargers", "strength", 0.2))),
            Map.of("title", "What drives the share", "lag_unit", "months"));

    /** The files that drawings are in, and how each names what the other names otherwise. */
    private enum Program {
        SLIDES("p|grpSp", "p|sp", "a|t"),
        WORD("wpg|wgp", "wps|wsp", "w|t");

        private final String group;
        private final String shape;
        private final String text;

        Program(String group, String shape, String text) {
            this.group = group;
            this.shape = shape;
            this.text = text;
        }

        byte[] file(Chart chart) {
            return this == SLIDES
                    ? Exports.bytes(new PptxReportExporter(), Reports.withSection("", chart))
                    : Exports.bytes(new DocxReportExporter(), Reports.withSection("", chart));
        }

        /** The part that has the drawing. */
        Document part(Chart chart) {
            return OfficeParts.xml(file(chart), this == SLIDES ? "ppt/slides/slide2.xml" : "word/document.xml");
        }

        Element drawing(Chart chart) {
            return part(chart).expectFirst(group);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_drawing_has_every_shape_and_every_text_of_the_page(Program program) {
        for (Chart chart : List.of(TORNADO, GRAPH)) {
            Element svg = svg(chart, 627);
            Element drawing = program.drawing(chart);

            assertThat(drawing.select(program.text).eachText())
                    .hasSizeGreaterThan(5)
                    .containsAll(svg.select("text").eachText());
            assertThat(drawing.select(program.shape)).hasSameSizeAs(svg.select("rect, line, path, circle, text"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_data_follow_and_it_says_what_it_shows(Program program) {
        byte[] file = program.file(TORNADO);
        String part = program == Program.SLIDES ? "ppt/slides/slide3.xml" : "word/document.xml";

        assertThat(OfficeParts.xml(file, part).select("a|tbl, w|tbl").text()).contains("VAT <exemption>", "62");
        assertThat(program.part(TORNADO).select("[descr]").eachAttr("descr"))
                .contains("The exemption moves the answer by 29 points & more");
    }

    @ParameterizedTest
    @EnumSource
    void a_chart_of_a_type_that_office_has_is_never_drawn_however_large_it_is(Program program) {
        List<Map<String, Object>> bands = IntStream.range(0, 51)
                .<Map<String, Object>>mapToObj(i -> Map.of("lower", List.of(i, i), "upper", List.of(i + 1, i + 2)))
                .toList();
        Document part = program.part(new Chart("line", Map.of("x", List.of("a", "b"), "bands", bands), Map.of()));

        assertThat(part.select(program.group)).isEmpty();
        assertThat(part.text()).contains("Office has no charts as large as this one; this is the data.");
    }

    @ParameterizedTest
    @EnumSource
    void it_is_as_its_schema_says(Program program) {
        OfficeParts.assertValid(program.file(TORNADO));
        OfficeParts.assertValid(program.file(GRAPH));
    }

    @Test
    void a_shape_stands_where_the_page_has_it() {
        Element svg = svg(TORNADO, 600);
        Element drawing = drawn(TORNADO, 450, 600, 9);
        double unit = 12_700 * 0.75;

        Element bar = svg.expectFirst("rect");
        Element shape = drawing.select("shape[name=Bar]").get(0);
        assertThat(at(shape, "a|off", "x")).isCloseTo(number(bar, "x") * unit, within(1.0));
        assertThat(at(shape, "a|off", "y")).isCloseTo(number(bar, "y") * unit, within(1.0));
        assertThat(at(shape, "a|ext", "cx")).isCloseTo(number(bar, "width") * unit, within(1.0));
        assertThat(at(shape, "a|ext", "cy")).isCloseTo(number(bar, "height") * unit, within(1.0));

        Element end = svg.expectFirst("text[text-anchor=end]:not([stroke])");
        Element text = drawing.select("shape[says=" + end.text() + "]").get(0);
        assertThat(text.attr("alignment")).isEqualTo("RIGHT");
        assertThat(at(text, "a|off", "x") + at(text, "a|ext", "cx")).isCloseTo(number(end, "x") * unit, within(2.0));
        assertThat(at(text, "a|off", "y") + 0.905 * 9 * 12_700).isCloseTo(number(end, "y") * unit, within(1.0));
    }

    @Test
    void a_text_stands_on_ground_of_the_page_only_where_the_page_has_a_halo() {
        Element drawing = drawn(TORNADO, 450, 600, 9);

        assertThat(drawing.select("shape[name=Ground]"))
                .hasSameSizeAs(svg(TORNADO, 600).select("text[stroke]"))
                .allSatisfy(ground ->
                        assertThat(ground.expectFirst("a|srgbClr").attr("val")).isEqualToIgnoringCase("ffffff"));
    }

    @Test
    void an_arrow_has_a_head_and_a_line_whose_dashes_are_those_of_the_page() {
        Element drawing = drawn(GRAPH, 450, 600, 9);

        assertThat(drawing.select("a|path[fill=norm]:has(a|close)"))
                .hasSameSizeAs(svg(GRAPH, 600).select("path:not([fill=none])"));
        Element dashed = svg(GRAPH, 600).expectFirst("path[stroke-dasharray]");
        double width = number(dashed, "stroke-width");
        Element dash = drawing.select("shape[name=Path] a|ds").get(0);
        assertThat(dashed.attr("stroke-dasharray")).isEqualTo("5 4");
        assertThat(number(dash, "d")).isCloseTo(500_000 / width, within(1.0));
        assertThat(number(dash, "sp")).isCloseTo(400_000 / width, within(1.0));
        assertThat(drawing.expectFirst("a|cubicBezTo").children()).hasSize(3);
    }

    @Test
    void nothing_sticks_out_of_the_drawing() {
        for (Chart chart : List.of(TORNADO, GRAPH)) {
            DrawnChart drawn = DrawnChart.of(ChartReader.read(chart), PALETTE, new Frame(450, 600, 9));

            assertThat(drawn(chart, 450, 600, 9).select("shape")).allSatisfy(shape -> {
                assertThat(at(shape, "a|off", "x")).isNotNegative();
                assertThat(at(shape, "a|off", "y")).isNotNegative();
                assertThat(at(shape, "a|off", "x") + at(shape, "a|ext", "cx"))
                        .isLessThanOrEqualTo(drawn.width() * 12_700 + 1);
                assertThat(at(shape, "a|off", "y") + at(shape, "a|ext", "cy"))
                        .isLessThanOrEqualTo(drawn.height() * 12_700 + 1);
            });
        }
    }

    @Test
    void a_high_drawing_gets_smaller_until_it_fits() {
        for (double height : new double[] {120, 60, 20}) {
            DrawnChart drawn = DrawnChart.of(ChartReader.read(TORNADO), PALETTE, new Frame(800, height, 12));

            assertThat(drawn.height()).isLessThanOrEqualTo(height);
            assertThat(drawn.width()).isLessThanOrEqualTo(800);
        }
    }

    /** What syntaxes are told, each shape as an element. */
    private static Element drawn(Chart chart, double width, double height, int points) {
        var xml = new Xml();
        xml.open("drawing", "xmlns:a", "a");
        DrawnChart.of(ChartReader.read(chart), PALETTE, new Frame(width, height, points))
                .writeShapes(xml, (name, form, label) -> {
                    Optional<String> alignment =
                            label.map(one -> one.alignment().name());
                    String says = label.map(ShapeSyntax.Label::text).orElse("");
                    xml.open("shape", "name", name, "says", says, "alignment", alignment.orElse(""));
                    form.run();
                    xml.close("shape");
                });
        return OfficeParts.xml(xml.close("drawing").bytes());
    }

    private static Element svg(Chart chart, int width) {
        String svg =
                ChartSvg.draw(ChartReader.read(chart), PALETTE, "chart", width).orElseThrow();
        return Jsoup.parse(svg, "", Parser.xmlParser()).expectFirst("svg");
    }

    private static double at(Element shape, String corner, String attribute) {
        return number(shape.expectFirst(corner), attribute);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }
}
