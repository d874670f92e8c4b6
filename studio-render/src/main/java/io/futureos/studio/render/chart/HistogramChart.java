package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.FindingTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How outcomes are spread: bins side by side, and values marked among them.
 *
 * @param isDensity whether the bins' heights are densities, not counts
 * @param below the share of outcomes below the threshold, {@link Double#NaN} if it is to be taken from the bins
 */
public record HistogramChart(ChartLabels labels, List<Bin> bins, boolean isDensity, List<Mark> marks, double below)
        implements ChartModel {

    public HistogramChart {
        bins = List.copyOf(bins);
        marks = List.copyOf(marks);
    }

    /** The outcomes from {@code low} to {@code high}; {@link Double#NaN} where a number is missing. */
    public record Bin(double low, double high, double height) {

        /** Whether it can be drawn: both edges are there, in order, and the height is none of a debt. */
        public boolean isWhole() {
            return high > low && height >= 0 && Double.isFinite(high - low);
        }
    }

    /** A value that is pointed out, for example the median. */
    public record Mark(double value, String label) {}

    /** The bins that can be drawn. */
    public Stream<Bin> whole() {
        return bins.stream().filter(Bin::isWhole);
    }

    /** Whether all bins are equally wide, so that counts can be compared by their height. */
    public boolean isEven() {
        var widths = whole().mapToDouble(bin -> bin.high() - bin.low()).summaryStatistics();
        return widths.getMax() - widths.getMin() <= widths.getMax() * 1e-6;
    }

    /** How high {@code bin} is drawn: counts in bins of different widths are shown as counts per width. */
    public double drawn(Bin bin) {
        return isDensity || isEven() ? bin.height() : bin.height() / (bin.high() - bin.low());
    }

    /**
     * The share of outcomes below {@code value}: as given for the threshold, else counted from the bins, of which the one
     * that holds the value is split evenly; {@link Double#NaN} if there is nothing to count.
     */
    public double shareBelow(double value) {
        boolean isTheThreshold = labels.threshold()
                .filter(threshold -> threshold.value() == value)
                .isPresent();
        if (isTheThreshold && !Double.isNaN(below)) {
            return below;
        }
        double all = whole().mapToDouble(this::mass).sum();
        double under = whole().mapToDouble(bin ->
                        mass(bin) * Math.max(0, Math.min(1, (value - bin.low()) / (bin.high() - bin.low()))))
                .sum();
        return all > 0 && Double.isFinite(all) ? under / all : Double.NaN;
    }

    private double mass(Bin bin) {
        return isDensity ? bin.height() * (bin.high() - bin.low()) : bin.height();
    }

    @Override
    public boolean hasValues() {
        return whole().anyMatch(bin -> bin.height() > 0);
    }

    @Override
    public Numbers numbers() {
        return Numbers.of(
                labels.format(),
                DoubleStream.concat(edges(), marks.stream().mapToDouble(Mark::value))
                        .filter(value -> !Double.isNaN(value)));
    }

    /** The edges of all bins; {@link Double#NaN} where one is missing. */
    private DoubleStream edges() {
        return bins.stream().flatMapToDouble(bin -> DoubleStream.of(bin.low(), bin.high()));
    }

    /** How heights are written. */
    public Numbers heights() {
        return Numbers.of(
                ValueFormat.number(wording()),
                bins.stream().mapToDouble(Bin::height).filter(height -> !Double.isNaN(height)));
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        Numbers heights = heights();
        var rows = new ArrayList<List<String>>();
        for (Bin bin : bins) {
            rows.add(List.of(numbers.text(bin.low()), numbers.text(bin.high()), heights.text(bin.height())));
        }
        for (Mark mark : marks) {
            rows.add(List.of(numbers.text(mark.value()), "", "", mark.label()));
        }
        boolean isMarked = !marks.isEmpty();
        String from = wording().say(ChartTerm.BIN_FROM);
        String to = wording().say(ChartTerm.BIN_TO);
        String height = wording().say(isDensity ? ChartTerm.DENSITY : ChartTerm.COUNT);
        return new DataTable(
                isMarked ? List.of(from, to, height, wording().say(ChartTerm.MARK)) : List.of(from, to, height),
                rows.stream()
                        .map(row -> isMarked && row.size() == 3 ? withoutMark(row) : row)
                        .toList());
    }

    private static List<String> withoutMark(List<String> row) {
        var longer = new ArrayList<String>(row);
        longer.add("");
        return longer;
    }

    @Override
    public String finding() {
        Numbers numbers = numbers();
        var range = whole().flatMapToDouble(bin -> DoubleStream.of(bin.low(), bin.high()))
                .summaryStatistics();
        var said = new StringJoiner("; ", "", ".");
        said.add(wording().say(FindingTerm.OUTCOMES_RANGE, numbers.text(range.getMin()), numbers.text(range.getMax())));
        for (Mark mark : marks) {
            said.add((mark.label() + " " + numbers.text(mark.value())).strip());
        }
        labels.threshold().ifPresent(threshold -> {
            double share = shareBelow(threshold.value());
            if (!Double.isNaN(share)) {
                String over = ValueFormat.percent(wording()).fixed(1 - share, 0);
                said.add(wording().say(FindingTerm.LIE_AT_OR_ABOVE, over, numbers.text(threshold.value())));
            }
        });
        return said.toString();
    }
}
