package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.ReliabilityChart;
import io.futureos.studio.render.chart.ReliabilityChart.Point;
import io.futureos.studio.render.chart.ValueFormat;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Term;
import io.futureos.studio.render.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** A square with its diagonal; dots as large as the number of their cases, joined by a line. */
final class ReliabilityPlot {

    private static final double SMALLEST = 3;
    private static final double LARGEST = 9;
    private static final int MOST_JOINED = 60;
    private static final double SAMPLE = 22;
    private static final double ROOMY = 560;

    private final ReliabilityChart chart;
    private final Canvas canvas;
    private final List<Point> points;

    ReliabilityPlot(ReliabilityChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.points = chart.whole().toList();
    }

    void draw() {
        boolean isRoomy = canvas.width() >= ROOMY;
        double key = isRoomy ? 0 : KeyRow.draw(canvas, SAMPLE, keyEntries());
        double left = TextWidth.of(chart.numbers().format().fixed(1, 0), Canvas.FONT) + 10;
        double side = Math.min(canvas.width() - left - 18, 330);
        double nameTop = key + 2;
        double top = nameTop + 30;
        double bottom = top + side;
        double right = left + side;
        var x = new Scale(0, 1, 0.2, left, right, chart.numbers().format());
        var y = new Scale(0, 1, 0.2, bottom, top, chart.numbers().format());

        String observed = named(chart.labels().yLabel(), ChartTerm.OBSERVED_FREQUENCY);
        String forecast = named(chart.labels().xLabel(), ChartTerm.FORECAST_PROBABILITY);
        Axes.valuesFromTheLeft(canvas, y, left, right, observed, nameTop);
        Axes.valuesBelow(canvas, x, top, bottom, forecast);
        canvas.line(left, bottom, right, top, canvas.muted(), 1.4, "5 4");
        drawLine(x, y);
        drawCases(x, y, right);
        drawDots(x, y); // over the halos of what stands beside them
        if (isRoomy) {
            drawKeyBeside(right + 36, top + 24);
        }
        canvas.height(bottom + 24 + 18);
    }

    private void drawKeyBeside(double left, double top) {
        double y = top;
        for (KeyRow.Entry entry : keyEntries()) {
            entry.sample().accept(left, y - 4);
            double room = canvas.width() - left - SAMPLE - 8;
            for (String line : TextWidth.lines(entry.name(), room, Canvas.FONT, 4)) {
                canvas.text(left + SAMPLE + 8, y, line, Anchor.START, canvas.ink(), false);
                y += 17;
            }
            y += 10;
        }
    }

    private String named(String given, Term otherwise) {
        return given.isEmpty() ? chart.wording().say(otherwise) : given;
    }

    private List<KeyRow.Entry> keyEntries() {
        var entries = new ArrayList<KeyRow.Entry>();
        entries.add(new KeyRow.Entry(
                chart.wording().say(ChartTerm.AS_SAID),
                (x, y) -> canvas.line(x, y, x + 22, y, canvas.muted(), 1.4, "5 4")));
        entries.add(new KeyRow.Entry(cameTrue(), (x, y) -> {
            canvas.line(x, y, x + 22, y, canvas.series(0), 1.6, "");
            canvas.dot(x + 11, y, 5, canvas.series(0));
        }));
        return entries;
    }

    private String cameTrue() {
        Wording wording = chart.wording();
        if (chart.cases() == 0) {
            return wording.say(ChartTerm.CAME_TRUE);
        }
        Term term =
                wording.oneOrMore(Math.round(chart.cases()), ChartTerm.CAME_TRUE_IN_CASE, ChartTerm.CAME_TRUE_IN_CASES);
        return wording.say(term, ValueFormat.number(wording).fixed(chart.cases(), 0));
    }

    private void drawLine(Scale x, Scale y) {
        if (points.size() <= MOST_JOINED) {
            var path = new StringBuilder();
            for (Point point : points) {
                path.append(path.length() == 0 ? "M" : "L").append(Canvas.number(x.at(point.forecast())));
                path.append(' ').append(Canvas.number(y.at(point.observed())));
            }
            canvas.path(path.toString(), canvas.series(0), 1.6, "");
        }
    }

    private void drawDots(Scale x, Scale y) {
        for (Point point : points) {
            canvas.dot(x.at(point.forecast()), y.at(point.observed()), radius(point) + 1, canvas.background());
            canvas.dot(x.at(point.forecast()), y.at(point.observed()), radius(point), canvas.series(0));
        }
    }

    /** Areas are as the numbers of cases. */
    private double radius(Point point) {
        double most = points.stream().mapToDouble(Point::cases).max().orElse(0);
        return most == 0 ? 4 : Math.max(SMALLEST, LARGEST * Math.sqrt(point.cases() / most));
    }

    /** Numbers of cases beside the dots, where none touches another. */
    private void drawCases(Scale x, Scale y, double right) {
        var boxes = new Boxes();
        points.forEach(point -> boxes.take(
                x.at(point.forecast()) - radius(point),
                y.at(point.observed()) - radius(point),
                2 * radius(point),
                2 * radius(point)));
        for (Point point : points) {
            String text = point.cases() > 0 ? chart.counts().text(point.count()) : "";
            double width = TextWidth.of(text, Canvas.FONT);
            double above = x.at(point.forecast()) - radius(point) - 4 - width;
            double below = x.at(point.forecast()) + radius(point) + 4;
            double up = y.at(point.observed()) - radius(point) + 2;
            double down = y.at(point.observed()) + radius(point) + 7;
            if (x.start() <= above && boxes.takeIfFree(above, up - 9, width, 12)) {
                canvas.textOnLines(above, up, text, Anchor.START, canvas.muted(), false);
            } else if (below + width <= right
                    && down <= y.start() - 3
                    && boxes.takeIfFree(below, down - 9, width, 12)) {
                canvas.textOnLines(below, down, text, Anchor.START, canvas.muted(), false);
            }
        }
    }
}
