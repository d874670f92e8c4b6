package io.futureos.studio.render.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocxReportTest {

    private static final byte[] NORWAY = Exports.bytes(new DocxReportExporter(), Reports.norway());

    @Test
    void every_part_is_as_its_schema_says() {
        OfficeParts.assertValid(NORWAY);
    }

    @Test
    void headings_captions_and_charts_are_what_word_takes_them_for() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(NORWAY))) {
            assertThat(document.getParagraphs().stream()
                            .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                            .map(paragraph -> paragraph.getText()))
                    .startsWith("The answer", "History and forecast", "Scenarios")
                    .endsWith("Appendix");
            assertThat(document.getCharts()).hasSize(7);
            assertThat(document.getStyles().styleExist("Caption")).isTrue();
        }
    }

    @Test
    void each_entry_of_the_contents_leads_to_a_heading() {
        Document main = OfficeParts.xml(NORWAY, "word/document.xml");

        assertThat(main.select("w|hyperlink[w:anchor]")).isNotEmpty().allSatisfy(entry -> {
            String anchor = entry.attr("w:anchor");
            assertThat(main.select("w|bookmarkStart[w:name=" + anchor + "]")).hasSize(1);
            assertThat(entry.select("w|fldSimple").attr("w:instr")).contains("PAGEREF " + anchor);
            assertThat(Integer.parseInt(entry.select("w|fldSimple").text())).isBetween(1, 20);
        });
    }

    @Test
    void cells_that_span_others_leave_every_row_as_wide_as_the_table() {
        byte[] file = Exports.bytes(
                new DocxReportExporter(),
                Reports.withSection("<table><tr><th colspan=\"2\">wide</th><th rowspan=\"3\">tall</th></tr>"
                        + "<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"));
        Document main = OfficeParts.xml(file, "word/document.xml");

        assertThat(main.select("w|tr")).hasSize(3).allSatisfy(row -> {
            int wide = row.select("w|gridSpan").stream()
                    .mapToInt(span -> Integer.parseInt(span.attr("w:val")) - 1)
                    .sum();
            assertThat(row.select("w|tc").size() + wide).isEqualTo(3);
        });
        OfficeParts.assertValid(file);
    }

    @Test
    void a_list_that_counts_begins_at_one_again() {
        byte[] file = Exports.bytes(
                new DocxReportExporter(),
                Reports.withSection("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol><p>x</p><ol><li>d</li></ol>"));
        Document main = OfficeParts.xml(file, "word/document.xml");

        assertThat(main.select("w|numId").eachAttr("w:val")).containsExactly("2", "2", "1", "3");
        assertThat(main.select("w|ilvl").eachAttr("w:val")).containsExactly("0", "0", "1", "0");
    }

    @Test
    void a_table_too_long_for_a_document_says_where_it_is_cut() {
        String rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "<tr><td>row " + i + "</td></tr>")
                .collect(Collectors.joining());
        byte[] file = Exports.bytes(new DocxReportExporter(), Reports.withSection("<table>" + rows + "</table>"));

        assertThat(OfficeParts.text(file, "w:p", "w:t", "word/document.xml"))
                .contains("row 999", "The first 1000 of 3000 rows; the HTML report has all.")
                .doesNotContain("row 1000");
    }
}
