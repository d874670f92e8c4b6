package io.futureos.studio.render.slides;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.Chart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
    void nothing_lies_outside_of_a_slide_and_what_is_below_the_title_does_not_overlap() {
        OfficeParts.of(NORWAY).forEach((name, part) -> {
            if (name.startsWith("ppt/slides/slide")) {
                int bottom = 0;
                for (Element place : OfficeParts.xml(part).select("a|xfrm, p|xfrm")) {
                    int top = Integer.parseInt(place.expectFirst("a|off").attr("y"));
                    assertThat(top).as(name).isGreaterThanOrEqualTo(bottom);
                    bottom = top + Integer.parseInt(place.expectFirst("a|ext").attr("cy"));
                }
                assertThat(bottom).as(name).isLessThanOrEqualTo(SlideWriter.HEIGHT);
            }
        });
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
    void a_long_table_goes_on_on_the_next_slides_and_says_where_it_is_cut() {
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> "<tr><td>row " + i + "</td><td>" + i + "</td></tr>")
                .collect(Collectors.joining());
        byte[] file = Exports.bytes(
                new PptxReportExporter(),
                Reports.withSection("<table><thead><tr><th>name</th><th>number</th></tr></thead>" + rows + "</table>"));
        String shown = OfficeParts.text(file, "a:p", "a:t", "ppt/slides/");

        assertThat(shown)
                .contains("row 0", "of 200 rows: the table ends here, and the HTML report has all.")
                .doesNotContain("row 199");
        assertThat(shown.split("number", -1)).as("a head on each slide").hasSize(4);
    }

    @Test
    void a_short_text_stands_above_the_chart_that_it_introduces() {
        var chart = new Chart(
                "bar",
                Map.of("categories", List.of("a"), "series", List.of(Map.of("name", "s", "values", Arrays.asList(1)))),
                Map.of("title", "Ones"));
        byte[] file = Exports.bytes(new PptxReportExporter(), Reports.withSection("<p>One is all.</p>", chart));
        Document slide = OfficeParts.xml(file, "ppt/slides/slide2.xml");

        assertThat(slide.select("a|t").eachText()).contains("Ones", "One is all.");
        assertThat(slide.select("c|chart")).hasSize(1);
    }
}
