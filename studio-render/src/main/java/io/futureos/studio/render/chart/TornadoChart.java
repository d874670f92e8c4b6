package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.FindingTerm;
import io.futureos.studio.render.wording.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What moves the answer: for each item the answer at the low and at the high end of what it may be, from the largest effect
 * to the smallest.
 *
 * @param base the answer while all items are as expected; {@link Double#NaN} if it is not given
 */
public record TornadoChart(ChartLabels labels, double base, List<Item> items) implements ChartModel {

    public TornadoChart {
        items = items.stream()
                .sorted(Comparator.comparingDouble(Item::effect).reversed())
                .toList();
    }

    /**
     * One item; {@link Double#NaN} where a value is missing.
     *
     * @param low the answer at the item's low end
     * @param high the answer at the item's high end
     * @param lowMeans what the low end is, for example {@code 12 charging points}
     * @param highMeans what the high end is
     */
    public record Item(String name, double low, double high, String lowMeans, String highMeans) {

        /** How far the item moves the answer; -1 if it is not known. */
        public double effect() {
            return Double.isNaN(low) || Double.isNaN(high) ? -1 : Math.abs(high - low);
        }
    }

    /** The values that are there, the base included. */
    public DoubleStream values() {
        DoubleStream ends = items.stream().flatMapToDouble(item -> DoubleStream.of(item.low(), item.high()));
        return DoubleStream.concat(DoubleStream.of(base), ends).filter(value -> !Double.isNaN(value));
    }

    @Override
    public boolean hasValues() {
        return items.stream().anyMatch(item -> !Double.isNaN(item.low()) || !Double.isNaN(item.high()));
    }

    @Override
    public Numbers numbers() {
        return Numbers.of(labels.format(), values());
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        var rows = new ArrayList<List<String>>();
        if (!Double.isNaN(base)) {
            rows.add(List.of(wording().say(ChartTerm.AS_EXPECTED), "", numbers.text(base), "", numbers.text(base)));
        }
        for (Item item : items) {
            rows.add(List.of(
                    item.name(),
                    item.lowMeans(),
                    numbers.text(item.low()),
                    item.highMeans(),
                    numbers.text(item.high())));
        }
        return new DataTable(
                List.of(
                        "",
                        wording().say(ChartTerm.LOW),
                        wording().say(ChartTerm.ANSWER_AT_LOW),
                        wording().say(ChartTerm.HIGH),
                        wording().say(ChartTerm.ANSWER_AT_HIGH)),
                rows);
    }

    @Override
    public String finding() {
        Item first = items.get(0);
        Numbers numbers = numbers();
        if (first.effect() < 0) {
            Term count = wording().oneOrMore(items.size(), FindingTerm.MOVER, FindingTerm.MOVERS);
            return wording().say(count, items.size()) + ".";
        }
        String from = numbers.text(Math.min(first.low(), first.high()));
        String to = numbers.text(Math.max(first.low(), first.high()));
        String said = wording().say(FindingTerm.MOVES_MOST, first.name(), from, to);
        return (Double.isNaN(base) ? said : wording().say(FindingTerm.AROUND, said, numbers.text(base))) + ".";
    }
}
