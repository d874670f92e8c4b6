package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.chart.Numbers;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.svg.Canvas.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Bars from zero. They lie down when asked to, and also when their names would not fit below them. */
final class BarPlot {

    static final int MAX_ROWS = 60;

    private final BarChart chart;
    private final Canvas canvas;
    private final Numbers numbers;

    BarPlot(BarChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.numbers = chart.numbers();
    }

    Numbers numbers() {
        return numbers;
    }

    void draw() {
        double keyHeight = KeyRow.draw(canvas, 14, keyEntries());
        boolean canLie = chart.categories().size() <= MAX_ROWS;
        if (chart.horizontal() || (canLie && !StandingBars.namesFit(chart, canvas))) {
            new LyingBars(this, chart, canvas).draw(keyHeight);
        } else {
            new StandingBars(this, chart, canvas).draw(keyHeight);
        }
    }

    private List<KeyRow.Entry> keyEntries() {
        var entries = new ArrayList<KeyRow.Entry>();
        for (int i = 0; i < chart.series().size() && chart.series().size() > 1; i++) {
            Paint paint = canvas.series(i);
            entries.add(
                    new KeyRow.Entry(chart.series().get(i).name(), (x, y) -> canvas.bar(x, y - 6, 13, 13, paint, 1)));
        }
        return entries;
    }

    /** A bar of the series {@code series} from one value to another; {@code lane} of {@code lanes} in its category. */
    record Bar(int series, double from, double to, int lane, int lanes) {}

    /** The bars of a category; missing values have none. */
    List<Bar> bars(int category) {
        var bars = new ArrayList<Bar>();
        double above = 0;
        double below = 0;
        int count = chart.series().size();
        for (int i = 0; i < count; i++) {
            Series series = chart.series().get(i);
            if (!series.has(category)) {
                continue;
            }
            double value = series.values().get(category);
            if (!chart.stacked()) {
                bars.add(new Bar(i, 0, value, i, count));
            } else if (value >= 0) {
                bars.add(new Bar(i, above, above + value, 0, 1));
                above += value;
            } else {
                bars.add(new Bar(i, below, below + value, 0, 1));
                below += value;
            }
        }
        return bars;
    }

    /** Where bars end, which is what the axis must show. */
    DoubleStream ends() {
        return IntStream.range(0, chart.categories().size())
                .boxed()
                .flatMapToDouble(category -> bars(category).stream().mapToDouble(Bar::to));
    }
}
