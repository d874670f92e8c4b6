package io.futureos.studio.render.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StyleTest {

    private static final Document STYLES =
            OfficeParts.xml(Exports.bytes(new DocxReportExporter(), Reports.norway()), "word/styles.xml");

    @ParameterizedTest
    @EnumSource
    void what_is_foreseen_of_a_style_is_what_the_style_sheet_says(Style style) {
        Element sheet = STYLES.expectFirst("w|style[w:styleId=" + style.id() + "]");
        Element spacing = sheet.expectFirst("w|pPr > w|spacing");

        assertThat(spacing.attr("w:before")).isEqualTo(String.valueOf(style.before()));
        assertThat(spacing.attr("w:after")).isEqualTo(String.valueOf(style.after()));
        assertThat(spacing.attr("w:line")).isEqualTo(String.valueOf(style.line()));
        Element keepNext = sheet.selectFirst("w|keepNext");
        assertThat(keepNext != null && !keepNext.attr("w:val").equals("0")).isEqualTo(style.keptWithNext());
        if (style != Style.NORMAL) {
            assertThat(sheet.expectFirst("w|rPr > w|sz").attr("w:val"))
                    .isEqualTo(String.valueOf(Math.round(style.size() * 2)));
        }
    }
}
