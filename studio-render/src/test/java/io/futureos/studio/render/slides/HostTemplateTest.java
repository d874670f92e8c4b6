package io.futureos.studio.render.slides;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.render.Reports;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.provenance.ReportVerifier;
import io.futureos.studio.render.provenance.Verdict;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportExporter;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostTemplateTest {

    private static final String CONTENT = "ppt/slideLayouts/slideLayout2.xml";
    private static final String SECTION = "ppt/slideLayouts/slideLayout3.xml";

    private static final Set<Placeholder> TITLES = Set.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);

    /** A template, what is to be found in it, and a report made on it. */
    private static final class Given {

        static final Given USUAL =
                new Given(Templates.USUAL, new Dimension(720, 540), "Title Slide", "Title and Content");
        static final Given OF_THE_HOUSE =
                new Given(Templates.ofTheHouse(), new Dimension(960, 540), "Haus 11", "Haus 17");

        final byte[] template;
        final Dimension size;
        final String title;
        final String content;
        final byte[] made;

        Given(byte[] template, Dimension size, String title, String content) {
            this.template = template;
            this.size = size;
            this.title = title;
            this.content = content;
            this.made = Exports.bytes(on(template), Reports.norway());
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Given> given() {
        return Stream.of(Given.USUAL, Given.OF_THE_HOUSE);
    }

    private static PptxReportExporter on(byte[] template) {
        try {
            return PptxReportExporter.onTemplate(new ByteArrayInputStream(template), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("given")
    void slides_stand_on_the_layouts_of_the_template(Given given) throws IOException {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(given.made))) {
            List<XSLFSlide> slides = show.getSlides();

            assertThat(show.getPageSize()).isEqualTo(given.size);
            assertThat(slides.get(0).getSlideLayout().getName()).isEqualTo(given.title);
            assertThat(slides.subList(1, slides.size()))
                    .extracting(slide -> slide.getSlideLayout().getName())
                    .containsOnly(given.content);
            assertThat(slides.stream()
                            .flatMap(slide -> slide.getShapes().stream())
                            .filter(shape -> shape instanceof XSLFGraphicFrame frame && frame.hasChart()))
                    .hasSize(7);
        }
    }

    @ParameterizedTest
    @MethodSource("given")
    void every_slide_has_its_title_where_outlines_look_for_it_and_no_placeholder_is_empty(Given given)
            throws IOException {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(given.made))) {
            for (XSLFSlide slide : show.getSlides()) {
                assertThat(slide.getPlaceholders())
                        .filteredOn(shape -> TITLES.contains(shape.getTextType()))
                        .hasSize(1)
                        .noneMatch(shape -> shape.getText().equals("Delete this slide"));
                for (XSLFTextShape shape : slide.getPlaceholders()) {
                    assertThat(shape.getText()).as(shape.getShapeName()).isNotBlank();
                }
            }
            assertThat(show.getSlides().get(1).getPlaceholders())
                    .extracting(XSLFTextShape::getTextType)
                    .contains(Placeholder.TITLE, Placeholder.FOOTER, Placeholder.SLIDE_NUMBER);
        }
    }

    @ParameterizedTest
    @MethodSource("given")
    void nothing_lies_outside_of_a_slide_and_titles_fit_their_places(Given given) throws IOException {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(given.made))) {
            var area = new Rectangle(show.getPageSize());
            for (XSLFSlide slide : show.getSlides()) {
                for (XSLFShape shape : slide.getShapes()) {
                    assertThat(area.contains(shape.getAnchor()))
                            .as(shape.getShapeName())
                            .isTrue();
                    if (shape instanceof XSLFTextShape text && text.getTextType() == Placeholder.TITLE) {
                        double lines = text.getText().length() > 60 ? 2 : 1;
                        double size = text.getTextParagraphs()
                                .get(0)
                                .getTextRuns()
                                .get(0)
                                .getFontSize();
                        assertThat(lines * size * 1.2)
                                .isLessThanOrEqualTo(text.getAnchor().getHeight());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("given")
    void the_file_needs_no_repair(Given given) {
        Map<String, byte[]> parts = OfficeParts.of(given.made);
        Document types = OfficeParts.xml(given.made, "[Content_Types].xml");

        OfficeParts.assertValid(given.made);
        parts.keySet().stream()
                .filter(name -> !name.endsWith(".rels") && !name.startsWith("["))
                .forEach(name -> assertThat(types.select("Override[PartName=/" + name + "]"))
                        .as(name)
                        .hasSize(1));
        parts.forEach((name, content) -> {
            if (name.endsWith(".rels")) {
                for (Element link : OfficeParts.xml(content).select("Relationship:not([TargetMode])")) {
                    assertThat(parts).as(name).containsKey(link.attr("Target").substring(1));
                }
            }
        });
        assertThat(OfficeParts.xml(given.made, "ppt/presentation.xml").select("p|defaultTextStyle > a|lvl1pPr"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("given")
    void equal_templates_give_equal_bytes_that_are_sealed(Given given) {
        var small = Reports.withSection("<p>Text.</p>");

        assertThat(Exports.bytes(on(given.template), small)).isEqualTo(Exports.bytes(on(given.template), small));
        assertThat(ReportVerifier.trustingNobody().verify(given.made).outcome()).isEqualTo(Verdict.Outcome.CONSISTENT);
    }

    @Test
    void parts_are_known_by_the_ids_by_which_masters_name_them() {
        byte[] template = Templates.with(
                Templates.with(Given.USUAL.template, Templates.MASTER, xml -> xml.replace("\"rId", "\"link")),
                Templates.MASTER_LINKS,
                xml -> xml.replace("\"rId", "\"link"));
        byte[] made = Exports.bytes(on(template), Reports.withSection("<p>Text.</p>"));

        assertThat(OfficeParts.xml(made, Templates.MASTER_LINKS)
                        .select("Relationship[Type$=/slideLayout]")
                        .eachAttr("Id"))
                .containsAll(OfficeParts.xml(made, Templates.MASTER)
                        .select("p|sldLayoutId")
                        .eachAttr("r:id"))
                .hasSize(11);
    }

    @Test
    void only_what_masters_need_is_kept() {
        byte[] template = Templates.plus(Given.OF_THE_HOUSE.template, "docProps/thumbnail.jpeg", new byte[] {1});

        assertThat(OfficeParts.of(Exports.bytes(on(template), Reports.withSection("<p>Text.</p>")))
                        .keySet())
                .filteredOn(name -> !name.contains("slideLayout") && !name.contains("otes"))
                .contains("ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml", "ppt/media/template1.png")
                .noneMatch(name -> name.contains("thumbnail") || name.contains("presProps"));
    }

    @Test
    void charts_can_be_read_on_the_ground_of_the_template() {
        String chart = new String(
                requireNonNull(OfficeParts.of(Given.OF_THE_HOUSE.made).get("ppt/charts/chart4.xml")), UTF_8);
        Element bars = OfficeParts.xml(chart.getBytes(UTF_8)).expectFirst("c|ser > c|spPr a|srgbClr");
        Rgb colour = Rgb.parse("#" + bars.attr("val")).orElseThrow();

        assertThat(colour.contrast(Rgb.parse("#1f497d").orElseThrow())).isGreaterThan(3);
    }

    @Test
    void charts_and_tables_have_a_ground_of_their_own_where_the_template_has_a_gradient_or_a_picture() {
        byte[] gradient = Templates.with(
                Given.USUAL.template, Templates.MASTER, xml -> xml.replace("bgRef idx=\"1001\"", "bgRef idx=\"1002\""));
        byte[] picture = Templates.with(
                Given.OF_THE_HOUSE.template,
                Templates.MASTER,
                xml -> xml.replaceAll("(?s)(<p:pic>.*?<a:ext cx=\")[0-9]+", "$19000000"));

        assertThat(slidesWith("name=\"Ground ", Given.USUAL.made)).isEmpty();
        assertThat(slidesWith("name=\"Ground ", Given.OF_THE_HOUSE.made)).isEmpty();
        for (byte[] template : List.of(gradient, picture)) {
            byte[] made =
                    Exports.bytes(on(template), Reports.withSection("<table><tr><td>1</td></tr></table>", ones()));
            assertThat(slidesWith("name=\"Ground ", made))
                    .isEqualTo(slidesWith("<p:graphicFrame>", made))
                    .hasSize(2);
        }
    }

    private static Chart ones() {
        return new Chart(
                "bar",
                Map.of("categories", List.of("a"), "series", List.of(Map.of("name", "s", "values", List.of(1)))),
                Map.of("title", "Ones"));
    }

    private static List<String> slidesWith(String text, byte[] made) {
        return OfficeParts.of(made).entrySet().stream()
                .filter(part -> part.getKey().startsWith("ppt/slides/slide"))
                .filter(part -> new String(part.getValue(), UTF_8).contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void text_ends_above_a_footer_that_is_laid_over_its_place() {
        byte[] template = Templates.with(
                Given.USUAL.template, Templates.MASTER, xml -> xml.replace("cy=\"4525963\"", "cy=\"5225963\""));
        byte[] made = Exports.bytes(on(template), Reports.withSection("<p>Text.</p>"));
        Element text = OfficeParts.xml(made, "ppt/slides/slide2.xml").expectFirst("p|sp:has(p|ph[idx=1])");

        assertThat(Integer.parseInt(text.expectFirst("a|off").attr("y"))
                        + Integer.parseInt(text.expectFirst("a|ext").attr("cy")))
                .isLessThanOrEqualTo(6_402_070);
    }

    @Test
    void a_layout_of_that_name_goes_before_all_others() {
        byte[] named = Templates.with(
                Given.USUAL.template,
                SECTION,
                xml -> xml.replace("\"Section Header\"", "\"Studio Content\"")
                        .replaceAll("cy=\"1500187\"", "cy=\"3500187\""));
        byte[] made = Exports.bytes(on(named), Reports.withSection("<p>Text.</p>"));

        assertThat(layoutOf(made, 2)).isEqualTo("Studio Content");
    }

    private static String layoutOf(byte[] made, int slide) {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(made))) {
            return show.getSlides().get(slide - 1).getSlideLayout().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_part_of_the_report_has_a_place_of_its_own_if_the_layout_has_it() {
        byte[] template = Templates.with(
                Given.USUAL.template,
                CONTENT,
                xml -> xml.replace(
                        "</p:spTree>",
                        "<p:sp><p:nvSpPr><p:cNvPr id=\"90\" name=\"Studio Part\"/><p:cNvSpPr/><p:nvPr>"
                                + "<p:ph type=\"body\" idx=\"42\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"100\" "
                                + "y=\"100\"/><a:ext cx=\"9000000\" cy=\"300000\"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>"
                                + "<a:p/></p:txBody></p:sp></p:spTree>"));
        byte[] made = Exports.bytes(on(template), Reports.withSection("<p><strong>It is so.</strong></p><p>Text.</p>"));

        assertThat(OfficeParts.xml(made, "ppt/slides/slide2.xml")
                        .select("p|sp:has(p|ph[idx=42]) a|t")
                        .eachText())
                .containsExactly("The section");
        assertThat(OfficeParts.xml(made, "ppt/slides/slide2.xml")
                        .select("p|sp:has(p|ph[type=ftr]) a|t")
                        .eachText())
                .containsExactly("The title");
        assertThat(OfficeParts.text(
                        Exports.bytes(
                                on(Given.USUAL.template),
                                Reports.withSection("<p><strong>It is so.</strong></p><p>Text.</p>")),
                        "a:p",
                        "a:t",
                        "ppt/slides/slide2"))
                .contains("The section – The title");
    }

    @Test
    void a_slide_has_the_colours_that_its_layout_gives_to_the_roles() {
        String map = "<a:overrideClrMapping bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\" accent1=\"accent1\" "
                + "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" "
                + "hlink=\"hlink\" folHlink=\"folHlink\"/>";
        byte[] template =
                Templates.with(Given.USUAL.template, CONTENT, xml -> xml.replace("<a:masterClrMapping/>", map));
        byte[] made = Exports.bytes(on(template), Reports.withSection("<p>Text.</p>"));

        OfficeParts.assertValid(made);
        assertThat(OfficeParts.xml(made, "ppt/slides/slide2.xml")
                        .expectFirst("a|overrideClrMapping")
                        .attr("bg1"))
                .isEqualTo("dk1");
    }

    @Test
    void a_host_gives_a_file_and_has_the_exporters_of_all_formats(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("house.pptx"), Given.OF_THE_HOUSE.template);
        List<ReportExporter> exporters = ReportExporters.onTemplate(file, null);

        assertThat(exporters).extracting(ReportExporter::format).containsExactlyInAnyOrder(ExportFormat.values());
        assertThat(exporters.stream()
                        .filter(one -> one.format() == ExportFormat.PPTX)
                        .map(one -> layoutOf(Exports.bytes(one, Reports.withSection("<p>Text.</p>")), 2)))
                .containsExactly(Given.OF_THE_HOUSE.content);
    }

    @Test
    void a_title_too_long_for_its_place_is_set_in_smaller_letters() {
        var lettering = new Lettering(100, 50, 20, true, 1, false, false, List.of());

        assertThat(lettering.fitting("Short")).isEmpty();
        assertThat(new Lettering(100, 50, 20, false, 1, false, false, List.of()).fitting("Short"))
                .as("of a size that no template states")
                .hasValue(2_000);
        assertThat(lettering.fitting("Two lines of it")).isEmpty();
        assertThat(lettering.fitting("These are far more words than have room").orElseThrow())
                .isBetween(1_000, 1_900);
        assertThat(Stream.of("A part", "A part of the report that is long").map(part -> lettering.line(part, "Title")))
                .containsExactly("A part", "A part o…");
    }
}
