package io.futureos.studio.render.pdf;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Draws each chart in the width of the page, and keeps its table for the appendix. */
final class PaperFigures implements Figures {

    /** The text's width on A4 with margins of 22 mm, in CSS pixels. */
    private static final int WIDTH = 627;

    /** What a page has room for below a caption, in CSS pixels; a higher chart is made smaller. */
    private static final double TALLEST = 840;

    /** A chart that would have to be smaller could hardly be read. */
    private static final double SMALLEST = 0.5;

    private static final int MAX_ROWS = 250;
    private static final int LONG = 24;
    private static final int NARROW = 2;
    private static final int BLOCKS = 4;

    private final Palette palette;
    private final List<Drawn> drawn = new ArrayList<>();

    PaperFigures(Palette palette) {
        this.palette = palette;
    }

    private record Drawn(int number, ChartModel chart) {}

    @Override
    public void show(Element figure, ChartModel chart, int number) {
        Optional<String> svg = ChartSvg.draw(chart, palette, "chart-" + number, WIDTH);
        if (svg.isPresent()) {
            Element drawing = SvgElement.append(figure, svg.get());
            double scale = Math.min(1, TALLEST / Double.parseDouble(drawing.attr("height")));
            if (scale >= SMALLEST) {
                drawing.attr("alt", alternative(chart, number));
                shrink(drawing, "width", scale);
                shrink(drawing, "height", scale);
                drawn.add(new Drawn(number, chart));
                return;
            }
            drawing.remove();
        }
        figure.addClass("tabular").appendElement("p").addClass("note").text(whyNot(chart, svg.isPresent()));
        appendTables(figure, chart);
    }

    private static void shrink(Element drawing, String side, double scale) {
        drawing.attr(side, String.valueOf(Math.round(Double.parseDouble(drawing.attr(side)) * scale)));
    }

    private static String whyNot(ChartModel chart, boolean isTooHigh) {
        Wording wording = chart.wording();
        if (isTooHigh) {
            return wording.say(PageTerm.TOO_HIGH);
        }
        return chart instanceof UnknownChart unknown
                ? wording.say(PageTerm.NO_DRAWING, unknown.chartType())
                : wording.say(PageTerm.NO_VALUES);
    }

    private static String alternative(ChartModel chart, int number) {
        String alt = chart.alt().isBlank() ? chart.labels().title() : chart.alt();
        return alt.isBlank() ? chart.wording().say(PageTerm.FIGURE, number) : alt;
    }

    @Override
    public void finish(Appendix appendix) {
        if (drawn.isEmpty()) {
            return;
        }
        Wording wording = drawn.get(0).chart().wording();
        Element part = appendix.part(wording.say(PageTerm.DATA_OF_THE_FIGURES)).addClass("figures");
        for (Drawn one : drawn) {
            String title = one.chart().labels().title();
            Element data = part.appendElement("div");
            data.appendElement("h4")
                    .text(wording.say(PageTerm.FIGURE, one.number()) + (title.isEmpty() ? "" : ". " + title));
            appendTables(data, one.chart());
            Elements tables = data.select("table");
            if (tables.size() == 1 && tables.hasClass("whole")) {
                data.addClass("whole");
            }
        }
    }

    private static void appendTables(Element parent, ChartModel chart) {
        for (DataTable table : chart.table().dense()) {
            int rows = table.rows().size();
            boolean isLongAndNarrow = table.columns().size() <= NARROW && rows > LONG;
            DataTable shown = isLongAndNarrow && rows <= MAX_ROWS ? table.folded(BLOCKS) : table;
            Tables.append(parent, shown, MAX_ROWS).addClass("data");
            if (rows > MAX_ROWS) {
                String note = chart.wording().say(PageTerm.FIRST_ROWS, MAX_ROWS, rows);
                parent.appendElement("p").addClass("note").text(note);
            }
        }
    }
}
