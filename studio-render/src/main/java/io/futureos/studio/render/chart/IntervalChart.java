package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.Term;
import io.futureos.studio.render.wording.Wording;
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
            return items.size() + (items.size() == 1 ? " interval." : " intervals.");
        }
        Item lowest = byMiddle.get(0);
        Item highest = byMiddle.get(byMiddle.size() - 1);
        String top = highest.name() + " has " + numbers.text(highest.mid());
        return byMiddle.size() == 1
                ? top + "."
                : top + ", the most of " + byMiddle.size() + "; " + lowest.name() + " has " + numbers.text(lowest.mid())
                        + ", the least.";
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
        Wording wording = labels.format().wording();
        return new DataTable(
                List.of(
                        "",
                        wording.say(Term.LOW),
                        wording.say(Term.INNER_LOW),
                        wording.say(Term.MIDDLE),
                        wording.say(Term.INNER_HIGH),
                        wording.say(Term.HIGH)),
                rows);
    }
}
