package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.FindingTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Lines over {@code x}, with bands behind them from the widest to the narrowest; all lists are as long as {@code x}. */
public record LineChart(ChartLabels labels, List<String> x, List<Series> series, List<Band> bands)
        implements ChartModel {

    private static final int MOST_SAID = 4;

    public LineChart {
        x = List.copyOf(x);
        series = List.copyOf(series);
        bands = List.copyOf(bands);
    }

    /** The room between two lines. */
    public record Band(String name, Series lower, Series upper) {

        public boolean has(int index) {
            return lower.has(index) && upper.has(index);
        }

        /** The last position where both lines have a value, or -1. */
        public int lastIndex() {
            int last = Math.min(lower.lastIndex(), upper.lastIndex());
            while (last >= 0 && !has(last)) {
                last--;
            }
            return last;
        }
    }

    /** Whether most of {@code line} lies where the widest band is, as a forecast does and what came before it does not. */
    public boolean isSurrounded(Series line) {
        if (bands.isEmpty()) {
            return false;
        }
        int both = 0;
        int own = 0;
        for (int i = 0; i < x.size(); i++) {
            own += line.has(i) ? 1 : 0;
            both += line.has(i) && bands.get(0).has(i) ? 1 : 0;
        }
        return both * 2 >= own && both > 0;
    }

    /** Every list of values, those of the bands included. */
    public Stream<Series> allSeries() {
        return Stream.concat(series.stream(), bands.stream().flatMap(band -> Stream.of(band.lower(), band.upper())));
    }

    @Override
    public boolean hasValues() {
        return allSeries().anyMatch(one -> one.lastIndex() >= 0);
    }

    @Override
    public Numbers numbers() {
        return Numbers.of(labels.format(), allSeries().flatMapToDouble(Series::present));
    }

    @Override
    public String finding() {
        Numbers numbers = numbers();
        var said = new StringJoiner("; ", "", ".");
        for (Series one : series.stream()
                .filter(line -> line.lastIndex() >= 0)
                .limit(MOST_SAID)
                .toList()) {
            int first = one.firstIndex();
            int last = one.lastIndex();
            String start = numbers.text(one.values().get(first)) + at(first);
            String end = numbers.text(one.values().get(last)) + at(last);
            said.add(
                    first == last
                            ? wording().say(FindingTerm.NAMED, one.name(), end)
                            : wording().say(FindingTerm.GOES, one.name(), start, end));
        }
        for (Band band : bands.stream()
                .filter(area -> area.lastIndex() >= 0)
                .limit(MOST_SAID)
                .toList()) {
            int last = band.lastIndex();
            String low = numbers.text(band.lower().values().get(last));
            String high = numbers.text(band.upper().values().get(last)) + at(last);
            said.add(wording().say(FindingTerm.BAND_ENDS, band.name(), low, high));
        }
        return said.toString();
    }

    private String at(int index) {
        return x.get(index).isEmpty() ? "" : " (" + x.get(index) + ")";
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        var columns = new ArrayList<String>();
        columns.add(labels.xLabel());
        allSeries().forEach(one -> columns.add(one.name()));
        var all = allSeries().toList();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < x.size(); i++) {
            var row = new ArrayList<String>();
            row.add(x.get(i));
            for (Series one : all) {
                row.add(numbers.text(one.values().get(i)));
            }
            rows.add(row);
        }
        return new DataTable(columns, rows);
    }
}
