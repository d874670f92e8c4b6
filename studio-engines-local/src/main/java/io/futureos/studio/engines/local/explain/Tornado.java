package io.futureos.studio.engines.local.explain;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.futureos.studio.engines.local.explain.Argued.Trial;
import io.futureos.studio.report.Chart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far each assumption alone moves a reasoner's probability, from the lowest to the highest value that it tried.
 *
 * @param base the probability while nothing is moved
 */
record Tornado(Argued argued, Figure base, List<Bar> bars) {

    /** Where one assumption leads at its lowest and at its highest value; one of them may be what is assumed now. */
    record Bar(Phrase name, End low, End high) {

        double size() {
            return Math.abs(high.answer().value() - low.answer().value());
        }

        private static Bar of(List<Trial> trials) {
            Trial any = trials.get(0);
            List<End> ends = Stream.concat(
                            Stream.of(new End(any.move().from(), any.from(), any.before())),
                            trials.stream().map(trial -> new End(trial.move().to(), trial.to(), trial.after())))
                    .sorted(comparingDouble(End::at))
                    .toList();
            return new Bar(any.name(), ends.get(0), ends.get(ends.size() - 1));
        }
    }

    /** A value and the probability that it leads to. */
    record End(double at, Phrase means, Figure answer) {}

    /** Empty if the reasoner moved nothing alone. Moves that begin in different months are told apart. */
    static Optional<Tornado> of(Argued argued) {
        List<Trial> trials = argued.trials();
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        Figure base = trials.get(0).before();
        Map<List<Object>, Bar> bars = trials.stream()
                .filter(trial -> trial.before().value() == base.value())
                .collect(groupingBy(
                        trial -> List.of(
                                trial.move().variable(),
                                trial.move().tick(),
                                trial.move().from()),
                        LinkedHashMap::new,
                        collectingAndThen(toList(), Bar::of)));
        return Optional.of(new Tornado(argued, base, List.copyOf(bars.values())));
    }

    Chart chart() {
        Phrase title = title();
        return new Chart(
                "tornado",
                Charts.ordered(
                        "base",
                        base.value(),
                        "items",
                        bars.stream().map(Tornado::item).toList()),
                Charts.config(
                        title,
                        Phrase.say(
                                "Tornado chart of probabilities, {} while nothing is moved. {}.",
                                base.probability(),
                                title),
                        "share",
                        "x_label",
                        Phrase.say("probability in what {} tried", argued.name())
                                .capital()
                                .text(),
                        "threshold",
                        Charts.ordered("value", 0.5, "label", "even odds")));
    }

    private Phrase title() {
        Bar longest = bars.stream().max(comparingDouble(Bar::size)).orElseThrow();
        return Phrase.say(
                "{}: {} moves the probability most, from {} to {}",
                argued.name().capital(),
                longest.name(),
                longest.low().answer().probability(),
                longest.high().answer().probability());
    }

    private static Map<String, Object> item(Bar bar) {
        return Charts.ordered(
                "name",
                bar.name().capital().text(),
                "low",
                bar.low().answer().value(),
                "high",
                bar.high().answer().value(),
                "low_means",
                bar.low().means().text(),
                "high_means",
                bar.high().means().text());
    }
}
