package io.futureos.studio.render.word;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocxReportTest {

    private static final String PIXEL = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final byte[] NORWAY = Exports.bytes(new DocxReportExporter(), Reports.norway());
    private static final WordReader READ = WordReader.of(NORWAY);

    private static WordReader written(ReportExporter.Request request) {
        return WordReader.of(Exports.bytes(new DocxReportExporter(), request));
    }

    private static WordReader written(String html, Chart... charts) {
        return written(Reports.withSection(html, charts));
    }

    @Test
    void it_says_what_the_html_says() {
        Document html = Exports.html(Reports.norway());
        String text = Exports.flat(READ.text());

        for (Element element :
                html.select("h1, h2, h3, h4, nav a, main p, main li, .text td, .text th, figcaption strong,"
                        + " .stale p, .stale li, .by, .meta, footer p")) {
            if (element.closest("details") == null) {
                assertThat(text).contains(Exports.flat(element.text()));
            }
        }
    }

    @Test
    void headings_have_the_style_of_their_level() {
        WordReader read = written("<h3>Three</h3><h4>Four</h4><h5>Five</h5><h6>Six</h6>");

        assertThat(read.inStyle("Title")).containsExactly("The title");
        assertThat(read.inStyle("Heading1")).containsExactly("The section");
        assertThat(read.inStyle("Heading2")).containsExactly("Three");
        assertThat(read.inStyle("Heading3")).containsExactly("Four");
        assertThat(read.inStyle("Heading4")).containsExactly("Five", "Six");
    }

    @Test
    void the_contents_are_filled_and_word_is_not_asked_to_fill_them() {
        var headings = new ArrayList<String>();
        for (XWPFParagraph paragraph : READ.paragraphs()) {
            if (List.of("Heading1", "Heading2").contains(String.valueOf(paragraph.getStyle()))) {
                headings.add(paragraph.getText());
            }
        }
        List<String> lines =
                READ.contents().stream().filter(line -> line.contains("\t")).toList();

        assertThat(headings).hasSizeGreaterThan(10);
        assertThat(lines).map(line -> line.replaceAll("\t\\d+$", "")).containsExactlyElementsOf(headings);
        assertThat(lines)
                .map(line -> Integer.valueOf(line.replaceAll(".*\t", "")))
                .isSorted()
                .startsWith(1);
        String xml = OfficeParts.letters(NORWAY, "word/document.xml");
        assertThat(xml)
                .contains(" TOC \\o &quot;1-2&quot; ".replace("&quot;", "&quot;"))
                .contains("PAGEREF _Toc");
        assertThat(xml).doesNotContain("w:dirty");
        assertThat(OfficeParts.letters(NORWAY, "word/settings.xml")).doesNotContain("updateFields");
    }

    @Test
    void what_introduces_a_list_stays_with_it() {
        byte[] file = Exports.bytes(
                new DocxReportExporter(), Reports.withSection("<p>Alone.</p><p>These:</p><ul><li>One</li></ul>"));

        assertThat(paragraph(file, "These:")).contains("<w:keepNext/>");
        assertThat(paragraph(file, "Alone.")).doesNotContain("<w:keepNext/>");
    }

    private static String paragraph(byte[] file, String text) {
        String before = OfficeParts.letters(file, "word/document.xml").split(Pattern.quote(text), 2)[0];
        return before.substring(before.lastIndexOf("<w:p>"));
    }

    @Test
    void contents_that_would_not_fit_below_the_answer_name_the_chapters_only() {
        String parts = "<h3>One part</h3><p>Words.</p><h3>Another part</h3><p>Words.</p>";
        ReportSection[] chapters = IntStream.range(0, 8)
                .mapToObj(i -> new ReportSection("Chapter " + i, "chapter" + i, parts, List.of()))
                .toArray(ReportSection[]::new);

        byte[] file = Exports.bytes(new DocxReportExporter(), Reports.with(chapters));

        assertThat(WordReader.of(file).contents())
                .filteredOn(line -> line.contains("\t"))
                .map(line -> line.replaceAll("\t.*", ""))
                .startsWith("Chapter 0", "Chapter 1")
                .noneMatch(line -> line.contains("part"));
        assertThat(OfficeParts.letters(file, "word/document.xml")).contains(" TOC \\o &quot;1-1&quot; ");
    }

    @Test
    void whatever_is_linked_inside_of_the_file_is_there() {
        String xml = OfficeParts.letters(NORWAY, "word/document.xml");
        List<String> marks = found(xml, "w:bookmarkStart [^>]*w:name=\"(\\w+)\"");

        assertThat(marks).doesNotHaveDuplicates().allMatch(name -> name.length() <= 40);
        assertThat(marks).containsAll(found(xml, "w:anchor=\"(\\w+)\"")).containsAll(found(xml, "PAGEREF (\\w+)"));
        assertThat(found(xml, "w:fldCharType=\"(begin)\"")).hasSameSizeAs(found(xml, "w:fldCharType=\"(end)\""));
    }

    @Test
    void figures_and_tables_are_counted_by_fields() {
        WordReader read = written(
                "<table><caption>Of cars</caption><tr><td>a</td><td>b</td></tr></table>"
                        + "<table><tr><td>without</td></tr></table>"
                        + "<table><caption>Of buses</caption><tr><td>a</td></tr></table>",
                bars("One", 1),
                bars("Two", 2));

        assertThat(read.inStyle("Caption"))
                .containsExactly("Table 1 Of cars", "Table 2 Of buses", "Figure 1 One", "Figure 2 Two");
        String xml = read.document().getDocument().xmlText();
        assertThat(found(xml, "(SEQ \\w+)")).containsExactly("SEQ Table", "SEQ Table", "SEQ Figure", "SEQ Figure");
    }

    private static Chart bars(String title, Object... values) {
        var categories = new ArrayList<String>();
        for (Object value : values) {
            categories.add("c" + value);
        }
        return new Chart(
                "bar",
                Map.of("categories", categories, "series", List.of(Map.of("name", "s", "values", List.of(values)))),
                Map.of("title", title, "alt", "Alt of " + title));
    }

    @Test
    void every_chart_is_native_and_has_its_workbook_and_a_text_for_who_cannot_see_it() {
        int figures = READ.inStyle("Figure").size();
        String xml = READ.document().getDocument().xmlText();

        assertThat(figures).isEqualTo(READ.document().getCharts().size()).isGreaterThan(5);
        assertThat(found(xml, "wp:docPr [^>]*descr=\"([^\"]+)\"")).hasSize(figures);
        assertThat(READ.document().getCharts())
                .allSatisfy(
                        chart -> assertThat(chart.getWorkbook().getSheetAt(0).getLastRowNum())
                                .isPositive());
    }

    @Test
    void every_number_of_the_charts_is_in_the_file() {
        Pattern number = Pattern.compile("<c:v>(-?[\\d.E-]+)</c:v>");
        Set<Double> shown = OfficeParts.of(NORWAY).entrySet().stream()
                .filter(part -> part.getKey().startsWith("word/charts/"))
                .flatMap(part -> number.matcher(utf8(part.getValue())).results())
                .map(value -> Double.valueOf(value.group(1)))
                .collect(Collectors.toSet());
        for (ReportSection section : Reports.norway().report().content().sections()) {
            for (Chart chart : section.charts()) {
                if (List.of("line", "bar").contains(chart.chartType())) {
                    assertThat(shown).containsAll(series(chart));
                }
            }
        }
    }

    private static List<Double> series(Chart chart) {
        var values = new ArrayList<Double>();
        for (Object series : list(chart.data(), "series")) {
            for (Object value : list((Map<?, ?>) series, "values")) {
                if (value instanceof Number number) {
                    values.add(number.doubleValue());
                }
            }
        }
        return values;
    }

    private static List<?> list(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof List<?> list ? list : List.of();
    }

    @Test
    void the_head_of_a_table_comes_again_on_every_page_and_short_rows_stay_whole() {
        var table = written("<table><thead><tr><th>Head</th></tr></thead><tbody>" + "<tr><td>cell</td></tr>".repeat(90)
                        + "<tr><td>" + "long ".repeat(900) + "</td></tr></tbody></table>")
                .document()
                .getTables()
                .get(0);

        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).isRepeatHeader()).isFalse();
        assertThat(table.getRow(1).isCantSplitRow()).isTrue();
        assertThat(table.getRow(91).isCantSplitRow()).isFalse();
        assertThat(table.getStyleID()).isEqualTo("ReportTable");
    }

    @Test
    void cells_that_span_others_do_so_in_word() {
        WordReader read =
                written("<table><tr><th rowspan=2>a</th><th colspan=2>b</th></tr><tr><td>c</td><td>d</td></tr>"
                        + "<tr><td>e</td></tr></table>");
        String xml = read.document().getDocument().xmlText();

        assertThat(found(xml, "(<w:gridSpan w:val=\"2\"/>|<w:vMerge w:val=\"restart\"/>|<w:vMerge/>)"))
                .containsExactly("<w:vMerge w:val=\"restart\"/>", "<w:gridSpan w:val=\"2\"/>", "<w:vMerge/>");
        assertThat(found(xml, "<(w:tc)>")).hasSize(8);
    }

    @Test
    void a_table_too_wide_for_the_page_goes_on_below_with_its_first_column() {
        var row = new StringBuilder();
        for (int i = 1; i < 100; i++) {
            row.append("<td>value").append(i).append("</td>");
        }
        WordReader read = written("<table><tr><th>Row name</th>" + row + "</tr></table>");

        assertThat(read.text()).contains("value1\n", "value99\n");
        assertThat(read.document().getTables())
                .hasSizeGreaterThan(5)
                .allSatisfy(table ->
                        assertThat(table.getRow(0).getCell(0).getText()).isEqualTo("Row name"))
                .allSatisfy(table ->
                        assertThat(table.getRow(0).getTableCells().size()).isLessThanOrEqualTo(63));
    }

    @Test
    void each_ordered_list_begins_at_one_and_what_follows_in_an_item_has_no_number() {
        WordReader read = written("<ol><li>one</li><li><p>two</p><p>more</p><ul><li>inner</li></ul></li></ol>"
                + "<ol><li>again</li></ol>");
        assertThat(paragraph(read, "one").getNumID())
                .isEqualTo(paragraph(read, "two").getNumID());
        assertThat(paragraph(read, "again").getNumID())
                .isNotEqualTo(paragraph(read, "one").getNumID());
        assertThat(paragraph(read, "again").getStyle()).isEqualTo("ListNumber");
        assertThat(paragraph(read, "more").getStyle()).isEqualTo("ListContinue");
        assertThat(paragraph(read, "inner").getStyle()).isEqualTo("ListBullet2");
    }

    private static XWPFParagraph paragraph(WordReader read, String text) {
        return read.paragraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void remarks_stand_at_their_section_with_author_and_date() {
        assertThat(READ.inStyle("Remark")).hasSize(2);
        assertThat(READ.inStyle("RemarkAuthor"))
                .containsExactly("— Ingrid Solberg, 7 January 2025", "— Jonas Berg, 8 January 2025");
        assertThat(READ.inStyle("CaveatHeading")).containsExactly("This report is no longer up to date.");
    }

    @Test
    void pages_have_the_title_above_and_their_number_below() {
        XWPFDocument document = READ.document();

        assertThat(document.getHeaderList().get(0).getText()).startsWith("Norway goes electric");
        assertThat(document.getFooterList().get(0).getText().strip()).matches("Page 1 of \\d+");
        assertThat(OfficeParts.letters(NORWAY, "word/footer.xml")).contains("\" PAGE \"", "\" NUMPAGES \"");
    }

    @Test
    void the_file_says_what_it_is_and_in_which_language() throws Exception {
        var core = READ.document().getProperties().getCoreProperties();

        assertThat(core.getTitle()).startsWith("Norway goes electric");
        assertThat(core.getCreated().toInstant()).isEqualTo("2025-01-06T09:30:12Z");
        assertThat(core.getIdentifier()).isEqualTo("7b0f4c1e-5a53-4b7e-9f2a-3f8f2f6f1c11");
        assertThat(OfficeParts.letters(NORWAY, "word/styles.xml")).contains("<w:lang w:val=\"en\"/>");
    }

    @Test
    void the_logo_is_carried_by_the_file() {
        var standard = ReportConfig.standard();
        var branding = new ReportConfig.Branding(PIXEL, Map.of());
        WordReader read = written(Reports.configured(
                Reports.norway(), new ReportConfig(standard.template(), List.of(), branding, true, true)));

        assertThat(read.document().getAllPictures())
                .singleElement()
                .satisfies(picture -> assertThat(Base64.getEncoder().encodeToString(picture.getData()))
                        .isEqualTo(PIXEL.substring(PIXEL.indexOf(',') + 1)));
    }

    @Test
    void equal_requests_give_equal_bytes_in_another_time_zone_and_locale_too() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));

            assertThat(Exports.bytes(new DocxReportExporter(), Reports.norway()))
                    .isEqualTo(NORWAY);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
