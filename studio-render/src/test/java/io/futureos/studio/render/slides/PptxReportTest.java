package io.futureos.studio.render.slides;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PptxReportTest {

    private static final byte[] NORWAY = Exports.bytes(new PptxReportExporter(), Reports.norway());

    @Test
    void every_part_is_as_its_schema_says() {
        OfficeParts.assertValid(NORWAY);
    }

    @Test
    void a_chart_has_a_slide_whose_title_is_its_finding() throws IOException {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(NORWAY))) {
            for (XSLFSlide slide : show.getSlides()) {
                boolean hasChart = slide.getShapes().stream()
                        .anyMatch(shape -> shape instanceof XSLFGraphicFrame frame && frame.hasChart());
                if (hasChart) {
                    assertThat(findings()).contains(slide.getTitle());
                }
            }
            assertThat(show.getSlides().stream()
                            .flatMap(slide -> slide.getShapes().stream())
                            .filter(shape -> shape instanceof XSLFGraphicFrame frame && frame.hasChart()))
                    .hasSize(7);
        }
    }

    private static List<String> findings() {
        return Reports.norway().report().content().sections().stream()
                .flatMap(section -> section.charts().stream())
                .map(chart -> String.valueOf(chart.config().get("title")))
                .toList();
    }

    @Test
    void nothing_lies_outside_of_a_slide_and_nothing_overlaps() {
        OfficeParts.of(NORWAY).forEach((name, part) -> {
            if (name.startsWith("ppt/slides/slide")) {
                var places = new ArrayList<Rectangle>();
                for (Element place : OfficeParts.xml(part).select("a|xfrm, p|xfrm")) {
                    Rectangle box = box(place);
                    boolean isEdge = box.width < 50_000;
                    assertThat(new Rectangle(12_192_000, 6_858_000).contains(box))
                            .as(name)
                            .isTrue();
                    assertThat(places.stream().filter(box::intersects)).as(name).hasSize(isEdge ? 1 : 0);
                    places.add(box);
                }
            }
        });
    }

    private static Rectangle box(Element place) {
        Element at = place.expectFirst("a|off");
        Element size = place.expectFirst("a|ext");
        return new Rectangle(
                Integer.parseInt(at.attr("x")),
                Integer.parseInt(at.attr("y")),
                Integer.parseInt(size.attr("cx")),
                Integer.parseInt(size.attr("cy")));
    }

    @Test
    void the_notes_have_what_a_slide_has_no_room_for() {
        String sentences =
                IntStream.range(0, 600).mapToObj(i -> "Sentence " + i + ".").collect(Collectors.joining("</p><p>"));
        byte[] file = Exports.bytes(new PptxReportExporter(), Reports.withSection("<p>" + sentences + "</p>"));

        String shown = OfficeParts.text(file, "a:p", "a:t", "ppt/slides/");
        String said = OfficeParts.text(file, "a:p", "a:t", "ppt/notesSlides/");
        assertThat(shown).contains("Sentence 0.").doesNotContain("Sentence 599.");
        assertThat(said).contains("Sentence 0.", "Sentence 599.");
        assertThat(OfficeParts.of(file)).doesNotContainKey("ppt/slides/slide6.xml");
    }

    @Test
    void a_long_table_goes_on_on_the_next_slides_and_then_in_the_notes() {
        byte[] file = Exports.bytes(new PptxReportExporter(), Reports.withSection(table(200)));
        String shown = OfficeParts.text(file, "a:p", "a:t", "ppt/slides/");
        String said = OfficeParts.text(file, "a:p", "a:t", "ppt/notesSlides/");

        assertThat(shown)
                .contains("row 0", "of 200 rows; the others are in the notes.")
                .doesNotContain("row 199");
        assertThat(shown.split("number", -1)).as("a head on each slide").hasSize(4);
        assertThat(IntStream.range(0, 200).mapToObj(i -> "row " + i))
                .allMatch(row -> shown.contains(row + "\n") || said.contains(row + "\t"));
    }

    @Test
    void a_table_that_notes_can_not_bear_says_where_it_is_whole() {
        byte[] file = Exports.bytes(new PptxReportExporter(), Reports.withSection(table(2_000)));

        assertThat(OfficeParts.text(file, "a:p", "a:t", "ppt/slides/"))
                .contains("of 2000 rows: the table ends here; the HTML report has all of it.");
    }

    private static String table(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "<tr><td>row " + i + "</td><td>" + i + "</td></tr>")
                .collect(Collectors.joining(
                        "", "<table><thead><tr><th>name</th><th>number</th></tr></thead>", "</table>"));
    }

    @Test
    void a_text_stands_beside_the_chart_that_it_introduces() {
        var chart = new Chart(
                "bar",
                Map.of("categories", List.of("a"), "series", List.of(Map.of("name", "s", "values", Arrays.asList(1)))),
                Map.of("title", "Ones"));
        byte[] file = Exports.bytes(new PptxReportExporter(), Reports.withSection("<p>One is all.</p>", chart));
        Document slide = OfficeParts.xml(file, "ppt/slides/slide2.xml");

        assertThat(slide.select("a|t").eachText()).contains("Ones", "One is all.");
        assertThat(slide.select("c|chart")).hasSize(1);
    }

    @Test
    void a_text_at_the_end_of_a_chapter_stands_beside_its_last_chart() {
        byte[] file = Exports.bytes(
                new PptxReportExporter(),
                Reports.withSection(
                        table(16) + "<p>" + "Twos are two ones. ".repeat(12) + "</p>", bar("Ones"), bar("Twos")));

        assertThat(shown(file, 3)).contains("Ones").noneMatch(text -> text.startsWith("Twos are"));
        assertThat(shown(file, 4)).anyMatch(text -> text.startsWith("Twos are two ones."));
    }

    private static Chart bar(String title) {
        return new Chart(
                "bar",
                Map.of("categories", List.of("a"), "series", List.of(Map.of("name", "s", "values", List.of(1)))),
                Map.of("title", title));
    }

    private static List<String> shown(byte[] file, int slide) {
        return OfficeParts.xml(file, "ppt/slides/slide" + slide + ".xml")
                .select("a|t")
                .eachText();
    }

    @Test
    void a_short_opening_shares_its_slide_with_the_part_after_it() {
        byte[] file = Exports.bytes(
                new PptxReportExporter(),
                Reports.withSection("<p>In short.</p><h3>At length</h3><p>Not so short.</p>"));

        assertThat(shown(file, 2)).contains("The section", "In short.", "At length", "Not so short.");
    }

    @Test
    void a_table_leaves_no_single_row_to_a_slide() {
        for (int rows = 14; rows < 24; rows++) {
            byte[] file = Exports.bytes(new PptxReportExporter(), Reports.withSection(table(rows)));
            for (int slide = 2; OfficeParts.of(file).containsKey("ppt/slides/slide" + slide + ".xml"); slide++) {
                assertThat(shown(file, slide).stream().filter(text -> text.startsWith("row ")))
                        .as(rows + " rows, slide " + slide)
                        .satisfiesAnyOf(
                                found -> assertThat(found).isEmpty(),
                                found -> assertThat(found).hasSizeGreaterThan(2));
            }
        }
    }

    @Test
    void what_is_said_of_the_file_has_no_slide_to_itself() {
        var appendix = new ReportAppendix("", List.of("A source"), Map.of(), List.of("A caveat"));
        byte[] file = Exports.bytes(
                new PptxReportExporter(), Reports.request(new ReportContent("The title", List.of(), appendix)));

        assertThat(shown(file, 2)).contains("Appendix", "Data sources", "Caveats", "About this file");
    }
}
