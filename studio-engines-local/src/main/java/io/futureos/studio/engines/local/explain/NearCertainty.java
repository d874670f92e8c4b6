package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.report.Origin;
import java.util.List;
import java.util.Optional;

/** What a probability near 0 or 1 rests on: the values that were drawn, and how such probabilities did in the past. */
final class NearCertainty {

    private static final double EDGE = 0.01;

    /** Past forecasts that were nearly as sure. */
    private static final double SURE = 0.1;

    private NearCertainty() {}

    static boolean is(Figure probability) {
        return probability.value() < EDGE || probability.value() > 1 - EDGE;
    }

    /** Empty for a probability that is not near 0 or 1. */
    static Optional<Phrase> grounds(Findings findings, Result result) {
        return is(result.probability())
                ? Optional.of(Phrase.say(
                        "That it is {} in \"{}\" rests on this. {} {}",
                        result.probability().probability(),
                        result.name(),
                        draws(findings, result),
                        record(result)))
                : Optional.empty();
    }

    private static Phrase draws(Findings findings, Result result) {
        PredictionTask task = findings.task();
        List<Double> values = result.forecast().values();
        if (values.isEmpty()) {
            return Phrase.say("The forecast tells no values.");
        }
        Origin drawn = result.pooled().at("values");
        boolean yes = result.probability().value() > 0.5;
        long others = values.stream()
                .filter(value -> task.comparison().holds(value, task.threshold()) != yes)
                .count();
        boolean above = task.comparison().holds(Double.MAX_VALUE, task.threshold());
        double nearest = above == yes ? values.get(0) : values.get(values.size() - 1);
        return Phrase.say(
                "Among the forecast's {} equally likely values {} " + (yes ? "not " : "")
                        + Words.comparison(task.comparison()) + " {}; the " + (above == yes ? "lowest" : "highest")
                        + " is {}.",
                Figure.counted(values, drawn).count(),
                others == 0
                        ? Phrase.say("none is")
                        : Phrase.say(
                                others == 1 ? "{} is" : "{} are",
                                Figure.computed((double) others, drawn)
                                        .with(findings.threshold())
                                        .count()),
                findings.value(findings.threshold()),
                findings.value(Figure.computed(nearest, drawn)));
    }

    private static Phrase record(Result result) {
        List<ReliabilityBin> bins = result.backtest().reliability().stream()
                .filter(bin -> bin.forecast() <= SURE || bin.forecast() >= 1 - SURE)
                .toList();
        Origin origin = result.backtested().at("reliability");
        int cases = bins.stream().mapToInt(ReliabilityBin::count).sum();
        if (cases == 0) {
            return Phrase.say("No past forecast was nearly as sure, so the record can't bear it out:"
                    + " it is what the models say, no frequency that was seen.");
        }
        double missed = bins.stream()
                .mapToDouble(bin -> bin.count() * (bin.forecast() < 0.5 ? bin.observed() : 1 - bin.observed()))
                .sum();
        long wrong = Math.round(missed);
        return Phrase.say(
                "Of {} past forecasts that were nearly as sure about whether {}, {} turned out otherwise. So few can't tell an event of this"
                        + " rarity from one that comes several times as often: take it for a very small chance, not for"
                        + " an exact one.",
                Figure.computed((double) cases, origin).count(),
                result.judgedEvent(),
                wrong == 0
                        ? Phrase.say("none")
                        : Figure.computed((double) wrong, origin).count());
    }
}
