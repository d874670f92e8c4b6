package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.Term;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a {@link ChartModel} of a chart's open values. Whatever does not fit is passed over or taken as missing: a report
 * with one odd chart is still a report. Lists that are too short are filled up, none is cut.
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
        return switch (chart.chartType().toLowerCase(Locale.ROOT)) {
            case "line" -> line(labels, data);
            case "interval" -> interval(labels, data);
            case "bar" -> bar(labels, data, config);
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
                    series(wording.say(Term.FROM, name), band.numbers("lower"), length),
                    series(wording.say(Term.TO, name), band.numbers("upper"), length)));
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
