package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.Chart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a {@link ChartModel} of a chart's open values. Whatever does not fit is passed over or taken as missing: a report
 * with one odd chart is still a report. Lists that are too short are filled up, none is cut; a chart of more than can be drawn
 * is one of an unknown type.
 */
public final class ChartReader {

    private ChartReader() {}

    /** A chart in English. */
    public static ChartModel read(Chart chart) {
        return read(chart, Wording.ENGLISH);
    }

    /** A chart whose numbers, and whatever else no engine wrote, are worded like this. */
    public static ChartModel read(Chart chart, Wording wording) {
        OpenFields data = OpenFields.of(chart.data());
        OpenFields config = OpenFields.of(chart.config());
        ChartLabels labels = labels(config, wording);
        Optional<String> excess = Excess.of(data, wording);
        if (excess.isPresent()) {
            String type = chart.chartType() + ", " + excess.get();
            return new UnknownChart(labels, type, OpenTable.of(data, wording));
        }
        return switch (chart.chartType().toLowerCase(Locale.ROOT)) {
            case "line" -> line(labels, data);
            case "interval" -> interval(labels, data);
            case "bar" -> bar(labels, data, config);
            case "histogram" -> histogram(labels, data);
            case "tornado" -> tornado(labels, data);
            case "reliability" -> reliability(labels, data);
            case "graph" -> graph(labels, data, config);
            case "waterfall" -> new WaterfallReader(labels, data).read();
            default -> new UnknownChart(labels, chart.chartType(), OpenTable.of(data, wording));
        };
    }

    private static ChartLabels labels(OpenFields config, Wording wording) {
        OpenFields threshold = OpenFields.of(config.fields().get("threshold"));
        OpenFields split = OpenFields.of(config.fields().get("split"));
        return new ChartLabels(
                config.text("title"),
                config.text("alt"),
                new ValueFormat(config.text("unit").equals("percent"), wording),
                config.text("x_label"),
                config.text("y_label"),
                threshold.optionalNumber("value").isPresent()
                        ? Optional.of(new ChartLabels.Threshold(threshold.number("value"), threshold.text("label")))
                        : Optional.empty(),
                split.text("x").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ChartLabels.Split(split.text("x"), split.text("label"))),
                config.optionalNumber("min"),
                config.optionalNumber("max"));
    }

    private static ChartModel line(ChartLabels labels, OpenFields data) {
        List<String> x = data.texts("x");
        List<OpenFields> series = data.objects("series");
        List<OpenFields> bands = data.objects("bands");
        int length = Math.max(x.size(), Math.max(longest(series, "values"), longest(bands, "lower")));
        length = Math.max(length, longest(bands, "upper"));
        var lines = new ArrayList<Series>();
        for (OpenFields one : series) {
            lines.add(series(one.text("name"), one.numbers("values"), length));
        }
        var areas = new ArrayList<LineChart.Band>();
        for (OpenFields band : bands) {
            String name = band.text("name");
            Wording wording = labels.format().wording();
            areas.add(new LineChart.Band(
                    name,
                    series(wording.say(ChartTerm.FROM, name), band.numbers("lower"), length),
                    series(wording.say(ChartTerm.TO, name), band.numbers("upper"), length)));
        }
        return new LineChart(labels, filled(x, length, ""), lines, areas);
    }

    private static ChartModel interval(ChartLabels labels, OpenFields data) {
        var items = new ArrayList<IntervalChart.Item>();
        for (OpenFields item : data.objects("items")) {
            items.add(new IntervalChart.Item(
                    item.text("name"),
                    item.number("low"),
                    item.number("inner_low"),
                    item.number("mid"),
                    item.number("inner_high"),
                    item.number("high")));
        }
        return new IntervalChart(labels, items);
    }

    private static ChartModel bar(ChartLabels labels, OpenFields data, OpenFields config) {
        List<String> categories = data.texts("categories");
        List<OpenFields> series = data.objects("series");
        int length = Math.max(categories.size(), longest(series, "values"));
        var bars = new ArrayList<Series>();
        for (OpenFields one : series) {
            bars.add(series(one.text("name"), one.numbers("values"), length));
        }
        return new BarChart(
                labels, filled(categories, length, ""), bars, config.isTrue("horizontal"), config.isTrue("stacked"));
    }

    private static ChartModel histogram(ChartLabels labels, OpenFields data) {
        List<Double> edges = data.numbers("edges");
        List<Double> densities = data.numbers("densities");
        List<Double> heights = densities.isEmpty() ? data.numbers("counts") : densities;
        int length = Math.max(edges.size() - 1, heights.size());
        List<Double> from = filled(edges, length + 1, Double.NaN);
        List<Double> high = filled(heights, length, Double.NaN);
        var bins = new ArrayList<HistogramChart.Bin>();
        for (int i = 0; i < length; i++) {
            bins.add(new HistogramChart.Bin(from.get(i), from.get(i + 1), high.get(i)));
        }
        var marks = new ArrayList<HistogramChart.Mark>();
        for (OpenFields mark : data.objects("marks")) {
            if (mark.optionalNumber("value").isPresent()) {
                marks.add(new HistogramChart.Mark(mark.number("value"), mark.text("label")));
            }
        }
        double below = data.number("below");
        boolean isShare = below >= 0 && below <= 1;
        return new HistogramChart(labels, bins, !densities.isEmpty(), marks, isShare ? below : Double.NaN);
    }

    private static ChartModel tornado(ChartLabels labels, OpenFields data) {
        var items = new ArrayList<TornadoChart.Item>();
        for (OpenFields item : data.objects("items")) {
            items.add(new TornadoChart.Item(
                    item.text("name"),
                    item.number("low"),
                    item.number("high"),
                    item.text("low_means"),
                    item.text("high_means")));
        }
        return new TornadoChart(labels, data.number("base"), items);
    }

    private static ChartModel reliability(ChartLabels labels, OpenFields data) {
        var points = new ArrayList<ReliabilityChart.Point>();
        for (OpenFields point : data.objects("points")) {
            points.add(new ReliabilityChart.Point(
                    point.number("forecast"), point.number("observed"), point.number("count")));
        }
        return new ReliabilityChart(labels, points);
    }

    /** An edge to a node that is not in the list brings that node along; a second node of the same id is passed over. */
    private static ChartModel graph(ChartLabels labels, OpenFields data, OpenFields config) {
        var nodes = new LinkedHashMap<String, GraphChart.Node>();
        for (OpenFields node : data.objects("nodes")) {
            String id = node.text("id").isEmpty() ? node.text("label") : node.text("id");
            String label = node.text("label").isEmpty() ? id : node.text("label");
            if (!id.isEmpty()) {
                nodes.putIfAbsent(id, new GraphChart.Node(id, label, node.text("role")));
            }
        }
        var edges = new ArrayList<GraphChart.Edge>();
        for (OpenFields edge : data.objects("edges")) {
            String from = edge.text("from");
            String to = edge.text("to");
            if (!from.isEmpty() && !to.isEmpty()) {
                nodes.putIfAbsent(from, new GraphChart.Node(from, from, ""));
                nodes.putIfAbsent(to, new GraphChart.Node(to, to, ""));
                double strength = edge.number("strength");
                edges.add(new GraphChart.Edge(from, to, Math.abs(strength), sign(edge, strength), edge.number("lag")));
            }
        }
        return new GraphChart(labels, List.copyOf(nodes.values()), edges, config.text("lag_unit"));
    }

    /** As given, in words, as a character or a number; else that of the strength. */
    private static int sign(OpenFields edge, double strength) {
        return switch (edge.text("sign").strip().toLowerCase(Locale.ROOT)) {
            case "+", "positive", "1", "1.0" -> 1;
            case "-", "\u2212", "negative", "-1", "-1.0" -> -1;
            default -> strength < 0 ? -1 : strength > 0 ? 1 : 0;
        };
    }

    private static int longest(List<OpenFields> objects, String list) {
        return objects.stream()
                .mapToInt(object -> object.numbers(list).size())
                .max()
                .orElse(0);
    }

    private static Series series(String name, List<Double> values, int length) {
        return new Series(name, filled(values, length, Double.NaN));
    }

    private static <T> List<T> filled(List<T> list, int length, T filling) {
        var filled = new ArrayList<T>(list);
        while (filled.size() < length) {
            filled.add(filling);
        }
        return filled;
    }
}
