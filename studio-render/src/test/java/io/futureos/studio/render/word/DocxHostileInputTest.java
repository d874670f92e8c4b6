package io.futureos.studio.render.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.ReportExporter;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS) // 10 on a machine that does nothing else
class DocxHostileInputTest {

    private static byte[] written(String html) {
        return Exports.bytes(new DocxReportExporter(), Reports.withSection(html));
    }

    @Test
    void addresses_are_written_so_that_they_can_be_followed_or_not_at_all() {
        byte[] file = written(
                "<p><a href=\"https://example.org/a b?<c>\">one</a> <a href=\"https://\">two</a> <a href=\"https://x/"
                        + "y".repeat(3_000) + "\">three</a> <a href=\"https://\u4e2d.example/\u00e9\">four</a></p>");

        assertThat(WordReader.of(file).text()).contains("one", "two", "three", "four");
        assertThat(DocxReportTest.found(
                        OfficeParts.letters(file, "word/_rels/document.xml.rels"), "Target=\"(https:[^\"]*)\""))
                .containsExactly("https://example.org/a%20b?%3Cc%3E");
    }

    @Test
    void text_from_the_right_is_marked_as_such_and_that_beside_it_is_not() {
        String xml = OfficeParts.letters(
                written("<p>\u05e9\u05dc\u05d5\u05dd world</p><p>hello \u0645\u0631\u062d\u0628\u0627</p>"),
                "word/document.xml");

        assertThat(DocxReportTest.found(xml, "(<w:bidi/>)")).hasSize(1);
        assertThat(xml)
                .contains("<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">\u05e9\u05dc\u05d5\u05dd </w:t>")
                .contains("<w:t xml:space=\"preserve\">world</w:t>")
                .contains("<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">\u0645\u0631\u062d\u0628\u0627</w:t>");
    }

    @Test
    void characters_of_any_plane_come_through_and_those_that_xml_lacks_are_left_out() {
        String text = WordReader.of(written("<p>a\u0001b \uD83D\uDE97 \u6c7d \uD840\uDC00 c&#xd800;d</p>"))
                .text();

        assertThat(text).contains("ab \uD83D\uDE97 \u6c7d \uD840\uDC00 c");
    }

    @Test
    void a_paragraph_of_megabytes_is_cut_where_it_has_spaces_and_none_of_it_is_lost() {
        var html = new StringBuilder("<p>");
        for (int i = 0; i < 240_000; i++) {
            html.append("w").append(Integer.toString(i * 7919 & 0xfffff, 36)).append(' ');
        }
        String smiles = "\uD83D\uDE97".repeat(30_000);

        WordReader read = WordReader.of(written(html + "</p><p>" + smiles + "</p>"));

        assertThat(read.text().chars().filter(c -> c == 'w').count()).isGreaterThanOrEqualTo(240_000);
        assertThat(read.text().codePoints().filter(c -> c == 0x1f697)).hasSize(30_000);
        assertThat(read.paragraphs()).allMatch(paragraph -> paragraph.getText().length() < 50_000);
    }

    @Test
    void a_table_of_many_thousand_rows_is_written() throws Exception {
        ReportExporter.Request request =
                Reports.withSection("<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody>"
                        + "<tr><td>row</td><td>1,234</td><td>some text</td></tr>".repeat(20_000) + "</tbody></table>");

        new DocxReportExporter().export(request, OutputStream.nullOutputStream(), fraction -> {});
    }

    @Test
    void what_is_nested_absurdly_deep_or_wide_is_still_shown() {
        for (String html : new String[] {
            "<blockquote>".repeat(20_000) + "at the bottom",
            "<ul><li>".repeat(2_000) + "at the bottom",
            "<table><tr><td>".repeat(500) + "at the bottom",
            "<table><tr>" + "<td colspan=49>x</td>".repeat(200)
                    + "<td>at the bottom</td></tr><tr><td rowspan=49>y</td></tr></table>",
            "<b><i><a href=https://example.org/><p>one<table><tr><td>at the bottom</td></tr></table></a></i></b>"
        }) {
            assertThat(WordReader.of(written(html)).text()).contains("at the bottom");
        }
    }

    @Test
    void many_lists_and_links_take_no_longer_than_their_number_says() {
        var html = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            html.append("<ol><li><a href=\"https://example.org/").append(i).append("\">x</a></li></ol>");
        }

        assertThat(written(html.toString())).isNotEmpty();
    }

    @Test
    void nothing_outside_is_linked_but_the_pages_that_the_text_names() {
        var targets = new ArrayList<String>();
        byte[] file = Exports.bytes(new DocxReportExporter(), Reports.norway());
        OfficeParts.of(file).forEach((name, bytes) -> {
            if (name.endsWith(".rels")) {
                targets.addAll(DocxReportTest.found(
                        DocxReportTest.utf8(bytes), "Target=\"([^\"]*)\" TargetMode=\"External\""));
            }
        });

        assertThat(targets).isNotEmpty().allMatch(target -> target.startsWith("https://"));
    }
}
