package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.IntervalChart;
import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.look.Palette;
import java.util.Optional;

/**
 * A chart as PowerPoint and Word have it: a part of the package that draws it, and a workbook with its figures, which opens
 * when somebody edits the data. Equal charts give equal bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record NativeChart(byte[] chart, byte[] workbook) {

    /** By which relationship of the chart's part its workbook has to be found. */
    public static final String WORKBOOK = "rId1";

    /**
     * The chart, or empty if the formats have no such type, or there is nothing to draw.
     *
     * @param points of its text
     */
    public static Optional<NativeChart> of(ChartModel chart, Palette palette, int points) {
        if (!chart.hasValues()) {
            return Optional.empty();
        }
        if (chart instanceof LineChart line) {
            return Optional.of(new LinePlot(line, palette, points).chart());
        }
        if (chart instanceof BarChart bar) {
            return Optional.of(new BarPlot(bar, palette, points).chart());
        }
        if (chart instanceof IntervalChart interval) {
            return Optional.of(new IntervalPlot(interval, palette, points).chart());
        }
        return Optional.empty();
    }
}
