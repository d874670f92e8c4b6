package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.IntervalChart;
import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.chart.ReliabilityChart;
import io.futureos.studio.render.look.Palette;
import java.util.Optional;

/**
 * A chart as PowerPoint and Word have it: a part of the package that draws it, a workbook with its figures, which opens when
 * somebody edits the data, and marks that are drawn over it. Equal charts give equal bytes.
 *
 * @param marks reference lines with their labels; empty if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record NativeChart(byte[] chart, byte[] workbook, byte[] marks) {

    /** By which relationships of the chart's part its workbook and its marks have to be found. */
    public static final String WORKBOOK = "rId1";

    static final String MARKS = "rId2";

    /** PowerPoint shows no more series than that, nor Word. */
    private static final int MOST_SERIES = 200;

    /** Nor points in a series (of programs of 2007). */
    private static final int MOST_POINTS = 32_000;

    /** The width of a page's text, and a third of its height. */
    private static final double PAGE_WIDTH = 470;

    private static final double PAGE_HEIGHT = 220;

    /**
     * The chart for a page of text, or empty if the formats have no such type, or there is nothing to draw or too much.
     *
     * @param points of its text
     */
    public static Optional<NativeChart> of(ChartModel chart, Palette palette, int points) {
        return of(chart, palette, new Frame(PAGE_WIDTH, PAGE_HEIGHT, points));
    }

    /** The chart for a frame, or empty if the formats have no such type, or there is nothing to draw or too much. */
    public static Optional<NativeChart> of(ChartModel chart, Palette palette, Frame frame) {
        return canDraw(chart) ? drawn(Kindred.of(chart), palette, frame) : Optional.empty();
    }

    private static Optional<NativeChart> drawn(ChartModel chart, Palette palette, Frame frame) {
        if (chart instanceof LineChart line) {
            return Optional.of(new LinePlot(line, palette, frame).chart());
        }
        if (chart instanceof BarChart bar) {
            return Optional.of(new BarPlot(bar, palette, frame).chart());
        }
        if (chart instanceof IntervalChart interval) {
            return Optional.of(new IntervalPlot(interval, palette, frame).chart());
        }
        if (chart instanceof ReliabilityChart reliability) {
            return Optional.of(new ReliabilityPlot(reliability, palette, frame).chart());
        }
        return Optional.empty();
    }

    /** Whether the formats have the type, there is something to draw, and not too much. */
    static boolean canDraw(ChartModel chart) {
        return chart.hasValues()
                && size(Kindred.of(chart)).filter(Size::isBearable).isPresent();
    }

    /** Whether the formats have the type, though the chart may be too large for them. */
    static boolean hasType(ChartModel chart) {
        return size(Kindred.of(chart)).isPresent();
    }

    /** Empty if the formats have no such type. */
    private static Optional<Size> size(ChartModel chart) {
        if (chart instanceof LineChart line) {
            int series = line.series().size() + 4 * line.bands().size();
            return Optional.of(new Size(line.x().size(), series));
        }
        if (chart instanceof BarChart bar) {
            return Optional.of(new Size(bar.categories().size(), bar.series().size()));
        }
        if (chart instanceof IntervalChart interval) {
            return Optional.of(new Size(interval.items().size(), 1));
        }
        return chart instanceof ReliabilityChart reliability
                ? Optional.of(new Size(reliability.points().size(), 1))
                : Optional.empty();
    }

    private record Size(int points, int series) {

        boolean isBearable() {
            return points <= MOST_POINTS && series <= MOST_SERIES;
        }
    }
}
