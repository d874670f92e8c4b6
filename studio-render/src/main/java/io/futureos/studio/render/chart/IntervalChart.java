package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.FindingTerm;
import io.futureos.studio.render.wording.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** A dot with a thin and a thick whisker for each item. */
public record IntervalChart(ChartLabels labels, List<Item> items) implements ChartModel {

    public IntervalChart {
        items = List.copyOf(items);
    }

    /** One row; {@link Double#NaN} where a value is missing. */
    public record Item(String name, double low, double innerLow, double mid, double innerHigh, double high) {

        /** The values that are there. */
        public DoubleStream values() {
            return DoubleStream.of(low, innerLow, mid, innerHigh, high).filter(value -> !Double.isNaN(value));
        }
    }

    @Override
    public boolean hasValues() {
        return items.stream().flatMapToDouble(Item::values).findAny().isPresent();
    }

    @Override
    public Numbers numbers() {
        return Numbers.of(labels.format(), items.stream().flatMapToDouble(Item::values));
    }

    @Override
    public String finding() {
        Numbers numbers = numbers();
        var byMiddle = items.stream()
                .filter(item -> !Double.isNaN(item.mid()))
                .sorted(Comparator.comparingDouble(Item::mid))
                .toList();
        if (byMiddle.isEmpty()) {
            Term count = wording().oneOrMore(items.size(), FindingTerm.INTERVAL, FindingTerm.INTERVALS);
            return wording().say(count, items.size()) + ".";
        }
        Item lowest = byMiddle.get(0);
        Item highest = byMiddle.get(byMiddle.size() - 1);
        String most = numbers.text(highest.mid());
        String said = byMiddle.size() == 1
                ? wording().say(FindingTerm.ONE_VALUE, highest.name(), most)
                : wording()
                        .say(
                                FindingTerm.HIGHEST_AND_LOWEST,
                                highest.name(),
                                most,
                                byMiddle.size(),
                                lowest.name(),
                                numbers.text(lowest.mid()));
        return said + ".";
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        var rows = new ArrayList<List<String>>();
        for (Item item : items) {
            rows.add(List.of(
                    item.name(),
                    numbers.text(item.low()),
                    numbers.text(item.innerLow()),
                    numbers.text(item.mid()),
                    numbers.text(item.innerHigh()),
                    numbers.text(item.high())));
        }
        return new DataTable(
                List.of(
                        "",
                        wording().say(ChartTerm.LOW),
                        wording().say(ChartTerm.INNER_LOW),
                        wording().say(ChartTerm.MIDDLE),
                        wording().say(ChartTerm.INNER_HIGH),
                        wording().say(ChartTerm.HIGH)),
                rows);
    }
}
