package io.futureos.studio.render.office;

import static io.futureos.studio.render.office.ChartSheet.cell;

import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.chart.LineChart.Band;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.wording.ChartTerm;
import java.util.ArrayList;
import java.util.List;

/**
 * The bands behind the lines. The formats have none, so these are areas that are stacked from the lower edge of the widest
 * band, which is not seen, to its upper edge; the sheet computes their heights from the edges. Bands that are not inside each
 * other, or go below zero, can't be stacked and are shown by their edges.
 */
final class Fan {

    private static final int PALEST = 20;
    private static final int DEEPER = 20;

    private final LinePlot plot;
    private final LineChart chart;
    private final List<Band> bands;
    private final List<int[]> columns = new ArrayList<>();

    Fan(LinePlot plot, LineChart chart) {
        this.plot = plot;
        this.chart = chart;
        this.bands = chart.bands();
    }

    private boolean isStacked() {
        return bands.stream().anyMatch(LinePlot::isSeen)
                && chart.allSeries().flatMapToDouble(Series::present).allMatch(value -> value >= 0)
                && areNested();
    }

    private boolean areNested() {
        for (int i = 0; i < chart.x().size(); i++) {
            double[] edges = edges(i);
            for (int e = 1; e < edges.length; e++) {
                if (edges[e] < edges[e - 1]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** From the lower edge of the widest band over all others to its upper edge; where a band is missing, the line's place. */
    private double[] edges(int index) {
        int count = bands.size();
        double[] edges = new double[2 * count];
        for (int b = 0; b < count; b++) {
            boolean has = bands.get(b).has(index);
            edges[b] = has ? bands.get(b).lower().values().get(index) : level(index);
            edges[2 * count - 1 - b] = has ? bands.get(b).upper().values().get(index) : level(index);
        }
        return edges;
    }

    /** @param lines the columns of the lines, from which the fan opens */
    void write(int[] lines) {
        for (Band band : bands) {
            columns.add(new int[] {
                plot.sheet.add(band.lower().name(), LinePlot.values(band.lower())),
                plot.sheet.add(band.upper().name(), LinePlot.values(band.upper()))
            });
        }
        if (!isStacked()) {
            return;
        }
        plot.xml.open("c:areaChart").set("c:grouping", "stacked").set("c:varyColors", 0);
        for (int e = 0; e < 2 * bands.size(); e++) {
            writeArea(e, lines);
        }
        plot.writeAxisIds();
        plot.xml.close("c:areaChart");
    }

    /** The area below an edge, down to the edge before it. */
    private void writeArea(int edge, int[] lines) {
        int count = bands.size();
        int band = edge == 0 ? 0 : edge <= count ? edge - 1 : 2 * count - 1 - edge;
        double[] heights = new double[chart.x().size()];
        for (int i = 0; i < heights.length; i++) {
            double[] edges = edges(i);
            heights[i] = edge == 0 ? edges[0] : edges[edge] - edges[edge - 1];
        }
        int column = plot.sheet.add(heading(edge, bands.get(band).name()), heights, row -> formula(edge, row, lines));
        int which = plot.openSeries(column);
        if (edge == 0) {
            plot.writeNoFill();
        } else {
            plot.writeFill(plot.palette.series(0), Math.min(60, PALEST + DEEPER * band));
        }
        if (edge < count) {
            plot.unnamed(which);
        }
        plot.sheet.writeCategories(plot.xml);
        plot.sheet.writeValues(plot.xml, "c:val", column);
        plot.xml.close("c:ser");
    }

    private String heading(int edge, String band) {
        if (edge >= bands.size()) {
            return band;
        }
        return chart.wording().say(edge == 0 ? ChartTerm.BELOW_BAND : ChartTerm.LOWER_PART, band);
    }

    /** How the sheet computes an area's height; where no band is, the fan is as thin as the line and follows it. */
    private String formula(int edge, int row, int[] lines) {
        if (bands.stream().allMatch(band -> band.has(row))) {
            return edge == 0 ? cell(column(0), row) : cell(column(edge), row) + "-" + cell(column(edge - 1), row);
        }
        boolean isBare = bands.stream().noneMatch(band -> band.has(row));
        for (int i = 0; i < lines.length && isBare && edge == 0; i++) {
            if (chart.series().get(i).has(row)) {
                return cell(lines[i], row);
            }
        }
        return "";
    }

    private int column(int edge) {
        int count = bands.size();
        return edge < count ? columns.get(edge)[0] : columns.get(2 * count - 1 - edge)[1];
    }

    /** The first line that has a value there, else the nearest value of any. */
    private double level(int index) {
        for (int distance = 0; distance < chart.x().size(); distance++) {
            for (int near : new int[] {index - distance, index + distance}) {
                for (Series series : chart.series()) {
                    if (near >= 0 && near < chart.x().size() && series.has(near)) {
                        return series.values().get(near);
                    }
                }
            }
        }
        return 0;
    }

    /** Shows bands that could not be stacked, inside the plot of the lines. */
    void writeEdges() {
        if (isStacked()) {
            return;
        }
        for (int[] edges : columns) {
            plot.unnamed(plot.writeEdge(edges[0]));
            plot.writeEdge(edges[1]);
        }
    }
}
