package io.futureos.studio.render.chart;

import java.util.ArrayList;
import java.util.List;

/** Bars by category, side by side or stacked; all lists of values are as long as {@code categories}. */
public record BarChart(
        ChartLabels labels, List<String> categories, List<Series> series, boolean horizontal, boolean stacked)
        implements ChartModel {

    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    @Override
    public boolean hasValues() {
        return series.stream().anyMatch(one -> one.lastIndex() >= 0);
    }

    @Override
    public Numbers numbers() {
        return Numbers.of(labels.format(), series.stream().flatMapToDouble(Series::present));
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        var columns = new ArrayList<String>();
        columns.add(labels.xLabel());
        series.forEach(one -> columns.add(one.name()));
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < categories.size(); i++) {
            var row = new ArrayList<String>();
            row.add(categories.get(i));
            for (Series one : series) {
                row.add(numbers.text(one.values().get(i)));
            }
            rows.add(row);
        }
        return new DataTable(columns, rows);
    }
}
