package io.futureos.studio.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfReportTest {

    private static final byte[] NORWAY = Exports.pdf(Reports.norway());
    private static final String TEXT = Exports.pdfText(NORWAY);

    @Test
    void the_text_has_every_heading_paragraph_and_table_cell_of_the_html() {
        Document html = Exports.html(Reports.norway());

        for (Element element : html.select("h1, h2, h3, h4, nav a, main li, td, th, figcaption strong, .stale, .by")) {
            assertThat(withoutSpaces(TEXT)).contains(withoutSpaces(element.text()));
        }
    }

    /** Where lines break and columns meet, the extracted text has spaces that the report has not. */
    private static String withoutSpaces(String text) {
        return Exports.flat(text).replace(" ", "");
    }

    @Test
    void the_contents_name_the_page_on_which_each_section_begins() throws Exception {
        try (PDDocument document = Loader.loadPDF(NORWAY)) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            String first = stripper.getText(document);
            int page = Integer.parseInt(first.replaceAll("(?s).*The figures by month[ .]*(\\d+).*", "$1"));
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String there = stripper.getText(document);

            assertThat(document.getNumberOfPages()).isGreaterThan(8);
            assertThat(there).contains("The figures by month");
            assertThat(there).contains("Page " + page + " of " + document.getNumberOfPages());
        }
    }

    @Test
    void a_chart_that_is_higher_than_a_page_is_made_smaller_until_it_fits() throws IOException {
        byte[] file = Exports.pdf(Reports.withSection("", intervals(30)));

        try (PDDocument document = Loader.loadPDF(file)) {
            var seen = new ArrayList<String>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    TextPosition first = places.get(0);
                    assertThat(first.getY()).as(text).isBetween(0f, first.getPageHeight());
                    seen.add(text);
                }
            }.getText(document);
            assertThat(seen).contains("Scenario 0", "Scenario 29");
        }
    }

    @Test
    void a_chart_that_would_be_too_small_to_be_read_is_a_table() {
        assertThat(Exports.pdfText(Exports.pdf(Reports.withSection("", intervals(60)))))
                .contains("This chart is too high for a page; this is the data.", "Scenario 59");
    }

    private static Chart intervals(int items) {
        List<Map<String, Object>> all = IntStream.range(0, items)
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("name", "Scenario " + i, "low", i, "mid", i + 1, "high", i + 2))
                .toList();
        return new Chart("interval", Map.of("items", all), Map.of("title", "Many of them"));
    }

    @Test
    void below_each_chapter_stands_where_its_numbers_come_from() {
        var share = new BoundNumber(
                "93",
                0.93,
                false,
                List.of(Origin.of(Origin.Kind.ROW, "new_cars").at("share")));
        var size = new BoundNumber("100", 100, false, List.of(Origin.of(Origin.Kind.CONVENTION)));
        byte[] file = Exports.pdf(Reports.with(
                new ReportSection("The share", "share", "<p>93 of 100.</p>", List.of(), List.of(share, size)),
                new ReportSection("The rest", "rest", "<p>None.</p>", List.of())));

        assertThat(Exports.pdfText(file))
                .containsOnlyOnce("The numbers come from")
                .contains("93 of 100. The numbers come from the table \"new_cars\". The rest None.");
    }

    @Test
    void what_introduces_a_list_is_on_the_page_where_the_list_begins() throws Exception {
        var stripper = new PDFTextStripper();
        for (int lines = 14; lines < 30; lines++) {
            String before = "<p>A line of its own.</p>".repeat(lines);
            byte[] file =
                    Exports.pdf(Reports.withSection(before + "<p>These are they:</p><ul><li>The first</li></ul>"));

            try (PDDocument document = Loader.loadPDF(file)) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    String text = stripper.getText(document);
                    assertThat(text.contains("These are they:"))
                            .as(lines + " lines before, page " + page)
                            .isEqualTo(text.contains("The first"));
                }
            }
        }
    }

    @Test
    void no_page_is_begun_while_there_is_room_on_the_one_before() throws Exception {
        var appendix = new ReportAppendix("<p>How it was made.</p>", List.of("A source"), Map.of(), List.of());
        var sections = List.of(
                new ReportSection("The answer", "headline", "<p>Yes.</p>", List.of()),
                new ReportSection("The reasons", "reasons", "<p>Many.</p>", List.of()));

        byte[] file = Exports.pdf(Reports.request(new ReportContent("Short", sections, appendix)));

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void a_heading_of_the_appendix_stays_on_the_page_of_its_table() throws Exception {
        try (PDDocument document = Loader.loadPDF(NORWAY)) {
            var stripper = new PDFTextStripper();
            for (int page = 2; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);

                assertThat(text.lines().map(String::strip).filter(line -> !line.startsWith("Page ") && !line.isEmpty()))
                        .as("page %d", page)
                        .last()
                        .isNotEqualTo("Calibration");
            }
        }
    }

    @Test
    void a_table_that_ends_at_the_foot_of_the_last_page_is_not_followed_by_an_empty_one() throws Exception {
        for (int rows = 43; rows <= 45; rows++) { // 44 fill a page, and what is below a table would not fit any more
            try (PDDocument document = Loader.loadPDF(Exports.pdf(Reports.withSection("", bars(rows))))) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(document.getNumberOfPages());

                assertThat(stripper.getText(document)).as("last page").contains("category " + rows);
            }
        }
    }

    private static Chart bars(int categories) {
        List<String> names = IntStream.rangeClosed(1, categories)
                .mapToObj(i -> "category " + i)
                .toList();
        List<Double> halves = Collections.nCopies(categories, 0.5);
        return new Chart(
                "bar",
                Map.of(
                        "categories",
                        names,
                        "series",
                        List.of(Map.of("name", "one", "values", halves), Map.of("name", "two", "values", halves))),
                Map.of("title", "Halves"));
    }

    @Test
    void it_is_tagged_and_has_bookmarks_a_title_and_a_language() throws Exception {
        try (PDDocument document = Loader.loadPDF(NORWAY)) {
            var titles = new ArrayList<String>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
            }

            assertThat(titles).contains("The answer", "Scenarios", "Appendix").doesNotHaveDuplicates();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Norway goes electric");
        }
    }

    @Test
    void all_fonts_are_embedded() throws Exception {
        try (PDDocument document = Loader.loadPDF(NORWAY)) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void equal_requests_give_equal_bytes_in_another_time_zone_and_locale_too() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));

            assertThat(Exports.pdf(Reports.norway())).isEqualTo(NORWAY);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void characters_that_the_fonts_lack_are_shown_as_a_box_and_named() {
        String text = Exports.pdfText(Exports.pdf(Reports.withSection(
                "<p>Car: \u6c7d\u8f66, smile: \uD83D\uDE00, kjøpte, ≥ 5</p><p><code>code \u6c7d</code></p>")));

        assertThat(text)
                .contains("Car: \u25a1\u25a1, smile: \u25a1, kjøpte, ≥ 5 code \u25a1")
                .contains("lack 4 characters")
                .contains("U+6C7D, U+8F66, U+1F600");
    }

    @Test
    void a_long_table_repeats_its_head_and_very_long_ones_are_cut_with_a_note() {
        var values = new ArrayList<Object>();
        var x = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            x.add("point " + i);
            values.add(i % 7);
        }
        var chart = new Chart(
                "line", Map.of("x", x, "series", List.of(Map.of("name", "Heading", "values", values))), Map.of());

        String text = Exports.pdfText(Exports.pdf(Reports.withSection("", chart)));

        assertThat(text).contains("point 249").doesNotContain("point 250 ").contains("The first 250 of 2000 rows");
        assertThat(text.split("Heading", -1).length).isGreaterThan(3);
    }
}
