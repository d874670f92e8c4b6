package io.futureos.studio.render.html;

import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.DataTable;
import io.futureos.studio.render.chart.UnknownChart;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.page.Figures;
import io.futureos.studio.render.page.SvgElement;
import io.futureos.studio.render.page.Tables;
import io.futureos.studio.render.svg.ChartSvg;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Draws each chart twice, for wide and for narrow screens (the style sheet shows one), with its table behind it. */
final class ScreenFigures implements Figures {

    private static final int WIDE = 720;
    private static final int NARROW = 360;

    private final Palette palette;

    ScreenFigures(Palette palette) {
        this.palette = palette;
    }

    @Override
    public void show(Element figure, ChartModel chart, int number) {
        Wording wording = chart.wording();
        Optional<String> wide = ChartSvg.draw(chart, palette, "chart-" + number, WIDE);
        if (wide.isEmpty()) {
            String why = chart instanceof UnknownChart unknown
                    ? wording.say(PageTerm.NO_DRAWING, unknown.chartType())
                    : wording.say(PageTerm.NO_VALUES);
            figure.appendElement("p").addClass("note").text(why);
            appendTable(figure, chart, number);
            return;
        }
        SvgElement.append(figure.appendElement("div").addClass("wide"), wide.get());
        ChartSvg.draw(chart, palette, "chart-" + number + "-narrow", NARROW)
                .ifPresent(
                        narrow -> SvgElement.append(figure.appendElement("div").addClass("narrow"), narrow));
        Element details = figure.appendElement("details");
        details.appendElement("summary").text(wording.say(PageTerm.FIGURE_AS_TABLE, number));
        appendTable(details, chart, number);
    }

    private static void appendTable(Element parent, ChartModel chart, int number) {
        Element region = parent.appendElement("div")
                .addClass("table")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", chart.wording().say(PageTerm.DATA_OF_THE_FIGURE, number));
        for (DataTable table : chart.table().dense()) {
            Tables.append(region, table, Integer.MAX_VALUE);
        }
    }

    @Override
    public void finish(Appendix appendix) {}
}
