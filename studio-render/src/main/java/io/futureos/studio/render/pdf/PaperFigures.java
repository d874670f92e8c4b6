package io.futureos.studio.render.pdf;

import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.UnknownChart;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.page.Figures;
import io.futureos.studio.render.page.SvgElement;
import io.futureos.studio.render.page.Tables;
import io.futureos.studio.render.svg.ChartSvg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Draws each chart in the width of the page, and keeps its table for the appendix. */
final class PaperFigures implements Figures {

    /** The text's width on A4 with margins of 22 mm, in CSS pixels. */
    private static final int WIDTH = 627;

    private static final int MAX_ROWS = 250;

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
            SvgElement.append(figure, svg.get()).attr("alt", chart.labels().alt());
            drawn.add(new Drawn(number, chart));
            return;
        }
        String why = chart instanceof UnknownChart unknown
                ? "There is no drawing for charts of type “" + unknown.chartType() + "”; this is the data."
                : "There are no values to draw.";
        figure.addClass("tabular").appendElement("p").addClass("note").text(why);
        appendTable(figure, chart);
    }

    @Override
    public void finish(Appendix appendix) {
        if (drawn.isEmpty()) {
            return;
        }
        Element part = appendix.part("Data of the figures").addClass("figures");
        for (Drawn one : drawn) {
            String title = one.chart().labels().title();
            Element data = part.appendElement("div");
            data.appendElement("h4").text("Figure " + one.number() + (title.isEmpty() ? "" : ". " + title));
            if (appendTable(data, one.chart()).hasClass("whole")) {
                data.addClass("whole");
            }
        }
    }

    private static Element appendTable(Element parent, ChartModel chart) {
        Element table = Tables.append(parent, chart.table(), MAX_ROWS).addClass("data");
        int rows = chart.table().rows().size();
        if (rows > MAX_ROWS) {
            String note = "The first " + MAX_ROWS + " of " + rows + " rows; the HTML report has all.";
            parent.appendElement("p").addClass("note").text(note);
        }
        return table;
    }
}
