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

/** Keeps the charts of a report for who writes its file; what can't be a native chart is drawn, with a table in the text. */
public final class ChartFigures implements Figures {

    private static final int MAX_ROWS = 60;

    /** On a figure whose chart is drawn; its table follows. */
    private static final String DRAWN = "drawn";

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

        /** For who can't see it. */
        public String described() {
            return alt().isBlank() ? title() : alt();
        }

        /** Whether Office has the type; else the chart is drawn. */
        public boolean isNative() {
            return NativeChart.canDraw(model);
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

        /** As it is drawn in a frame of that size at most, in points. */
        public DrawnChart drawing(double width, double height) {
            return DrawnChart.of(model, palette, new Frame(width, height, points));
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
        if (!NativeChart.hasType(chart) && DrawnChart.canDraw(chart, palette)) {
            figure.addClass(DRAWN);
            shown.put(figure.id(), new Shown(chart, palette, points));
        }
        figure.appendElement("p").addClass("note").text(aboutTable(figure, chart, wording));
        for (DataTable table : chart.table().dense()) {
            Tables.append(figure, table, MAX_ROWS);
            if (table.rows().size() > MAX_ROWS) {
                String note =
                        wording.say(PageTerm.FIRST_ROWS, MAX_ROWS, table.rows().size());
                figure.appendElement("p").addClass("note").text(note);
            }
        }
    }

    private static String aboutTable(Element figure, ChartModel chart, Wording wording) {
        if (figure.hasClass(DRAWN)) {
            return wording.say(PageTerm.DATA_OF_DRAWING);
        }
        if (chart instanceof UnknownChart unknown) {
            return wording.say(PageTerm.NO_DRAWING, unknown.chartType());
        }
        return wording.say(chart.hasValues() ? PageTerm.TOO_LARGE_FOR_OFFICE : PageTerm.NO_VALUES);
    }

    /** Whether a figure is no more than a table. */
    public static boolean isTable(Element figure) {
        return figure.selectFirst("table") != null && !figure.hasClass(DRAWN);
    }

    /** The chart of a figure of the document, or empty if it has a table instead. */
    public Optional<Shown> of(Element figure) {
        return Optional.ofNullable(shown.get(figure.id()));
    }

    /** The workbooks have the figures. */
    @Override
    public void finish(Appendix appendix) {}
}
