package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.DataTable;
import io.futureos.studio.render.chart.UnknownChart;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.page.Figures;
import io.futureos.studio.render.page.Tables;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Keeps the charts of a report for who writes its file; what can't be a native chart becomes a table in the text. */
public final class ChartFigures implements Figures {

    private static final int MAX_ROWS = 60;

    private final Palette palette;
    private final int points;
    private final Map<String, Shown> shown = new HashMap<>();

    /** A chart with what it says to who can't see it. */
    public record Shown(ChartModel model, Palette palette, int points) {

        public String title() {
            return model.labels().title();
        }

        public String alt() {
            return model.alt();
        }

        /** As a page of text shows it. */
        public NativeChart chart() {
            return NativeChart.of(model, palette, points).orElseThrow();
        }

        /** As it fills a frame of that size, in points. */
        public NativeChart chart(double width, double height) {
            return NativeChart.of(model, palette, new Frame(width, height, points))
                    .orElseThrow();
        }
    }

    /** @param points of the text in charts */
    public ChartFigures(Palette palette, int points) {
        this.palette = palette;
        this.points = points;
    }

    @Override
    public void show(Element figure, ChartModel chart, int number) {
        if (NativeChart.canDraw(chart)) {
            shown.put(figure.id(), new Shown(chart, palette, points));
            return;
        }
        Wording wording = chart.wording();
        String why = chart instanceof UnknownChart unknown
                ? wording.say(PageTerm.NO_DRAWING, unknown.chartType())
                : chart.hasValues() ? wording.say(PageTerm.NOT_EDITABLE) : wording.say(PageTerm.NO_VALUES);
        figure.appendElement("p").addClass("note").text(why);
        for (DataTable table : chart.table().dense()) {
            Tables.append(figure, table, MAX_ROWS);
            if (table.rows().size() > MAX_ROWS) {
                String note =
                        wording.say(PageTerm.FIRST_ROWS, MAX_ROWS, table.rows().size());
                figure.appendElement("p").addClass("note").text(note);
            }
        }
    }

    /** The chart of a figure of the document, or empty if it has a table instead. */
    public Optional<Shown> of(Element figure) {
        return Optional.ofNullable(shown.get(figure.id()));
    }

    /** The workbooks have the figures. */
    @Override
    public void finish(Appendix appendix) {}
}
