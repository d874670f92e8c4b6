package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.FindingTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Bars by category, side by side or stacked; all lists of values are as long as {@code categories}. */
public record BarChart(
        ChartLabels labels, List<String> categories, List<Series> series, boolean horizontal, boolean stacked)
        implements ChartModel {

    private static final int MOST_SAID = 4;

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
    public String finding() {
        Numbers numbers = numbers();
        var said = new StringJoiner("; ", "", ".");
        for (Series one : series.stream()
                .filter(bars -> bars.lastIndex() >= 0)
                .limit(MOST_SAID)
                .toList()) {
            int most = one.indexOfLargest();
            int least = one.indexOfSmallest();
            String top = numbers.text(one.values().get(most)) + at(most);
            String low = numbers.text(one.values().get(least)) + at(least);
            String ends = most == least ? top : wording().say(FindingTerm.MOST_AND_LEAST, top, low);
            said.add(one.name().isEmpty() ? ends : wording().say(FindingTerm.NAMED, one.name(), ends));
        }
        return said.toString();
    }

    private String at(int category) {
        return categories.get(category).isEmpty() ? "" : " (" + categories.get(category) + ")";
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
