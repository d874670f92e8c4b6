package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.GraphChart;
import io.futureos.studio.render.chart.HistogramChart;
import io.futureos.studio.render.chart.IntervalChart;
import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.chart.ReliabilityChart;
import io.futureos.studio.render.chart.TornadoChart;
import io.futureos.studio.render.chart.WaterfallChart;
import io.futureos.studio.render.look.Palette;
import java.util.Optional;

/** Draws a chart; equal arguments give equal text. */
public final class ChartSvg {

    private ChartSvg() {}

    /**
     * The chart as an {@code svg} element, or empty if there is nothing to draw: an unknown type or no values.
     *
     * @param id unique in the document; names the chart's title and description
     * @param width in CSS pixels; the height follows from the chart
     */
    public static Optional<String> draw(ChartModel chart, Palette palette, String id, int width) {
        if (!chart.hasValues()) {
            return Optional.empty();
        }
        var canvas = new Canvas(palette, width);
        if (chart instanceof LineChart line) {
            new LinePlot(line, canvas).draw();
        } else if (chart instanceof IntervalChart interval) {
            new IntervalPlot(interval, canvas).draw();
        } else if (chart instanceof BarChart bar) {
            new BarPlot(bar, canvas).draw();
        } else if (chart instanceof HistogramChart histogram) {
            new HistogramPlot(histogram, canvas).draw();
        } else if (chart instanceof TornadoChart tornado) {
            new TornadoPlot(tornado, canvas).draw();
        } else if (chart instanceof ReliabilityChart reliability) {
            new ReliabilityPlot(reliability, canvas).draw();
        } else if (chart instanceof WaterfallChart waterfall) {
            new WaterfallPlot(waterfall, canvas).draw();
        } else if (chart instanceof GraphChart graph) {
            new GraphPlot(graph, canvas).draw();
        }
        return Optional.of(canvas.svg(id, chart.labels().title(), chart.alt()));
    }
}
