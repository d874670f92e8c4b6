package io.futureos.studio.render.word;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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
    void every_part_of_a_report_is_valid() {
        OfficeParts.assertValid(Exports.bytes(new DocxReportExporter(), Reports.norway()));
    }

    @Test
    void so_is_everything_that_a_text_may_have() {
        OfficeParts.assertValid(Exports.bytes(new DocxReportExporter(), Reports.withSection(EVERYTHING)));
    }
}
