package io.futureos.studio.render.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.ReportExporter;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.InlineDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FontsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Word repairs or refuses what the schema does not allow. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocxSchemaTest {

    private static final String EVERYTHING =
            "<h3>a</h3><p>b <strong>c <em>d <code>e</code></em></strong> <sup>f</sup><sub>g</sub>"
                    + "<a href=\"https://example.org/a b?c=d&e=[f]\">h</a><br>i</p><ul><li>j<ol><li>k</li></ol></li></ul>"
                    + "<blockquote><p>l</p><ul><li>m</li></ul></blockquote><p>\u05d0\u05d1 n</p>"
                    + "<table><caption>o</caption><tr><th rowspan=2 colspan=2>p</th><th>q</th></tr><tr><td>r<table><tr><td>s</td>"
                    + "</tr></table></td></tr></table>";

    @Test
    void every_part_of_a_report_is_valid() throws Exception {
        assertValid(Reports.norway());
    }

    @Test
    void so_is_everything_that_a_text_may_have() throws Exception {
        assertValid(Reports.withSection(EVERYTHING));
    }

    private static void assertValid(ReportExporter.Request request) throws Exception {
        WordParts file = WordParts.of(Exports.bytes(new DocxReportExporter(), request));
        var document = DocumentDocument.Factory.parse(file.text("word/document.xml"));
        var parts = new ArrayList<XmlObject>(List.of(
                document,
                StylesDocument.Factory.parse(file.text("word/styles.xml")),
                NumberingDocument.Factory.parse(file.text("word/numbering.xml")),
                SettingsDocument.Factory.parse(file.text("word/settings.xml")),
                FontsDocument.Factory.parse(file.text("word/fontTable.xml")),
                HdrDocument.Factory.parse(file.text("word/header.xml")),
                FtrDocument.Factory.parse(file.text("word/footer.xml"))));
        for (String name : file.parts().keySet()) {
            if (name.startsWith("word/charts/chart")) {
                parts.add(ChartSpaceDocument.Factory.parse(
                        new ByteArrayInputStream(file.parts().get(name))));
            }
        }
        for (XmlObject inline : document.selectPath("declare namespace "
                + "wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' .//wp:inline")) {
            parts.add(InlineDocument.Factory.parse(inline.xmlText(new XmlOptions().setSaveOuter())));
        }

        for (XmlObject part : parts) {
            var errors = new ArrayList<XmlError>();
            part.validate(new XmlOptions().setErrorListener(errors));
            assertThat(errors).as(part.schemaType().toString()).isEmpty();
        }
    }
}
