package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator.CompareRequest;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Flip;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.ScenarioComparison.Standing;
import io.futureos.studio.engines.local.ensemble.QuestionPeriod;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Holds scenarios against the first of them, by what their runs stored. Stateless. */
public final class Comparer {

    private final TableSource tables;

    public Comparer(TableSource tables) {
        this.tables = tables;
    }

    /**
     * What the runs say about their differences.
     *
     * @throws EngineException {@code nothing_to_compare}, {@code variable_unknown} or {@code variable_not_monthly}
     */
    public ScenarioComparison compare(CompareRequest request, EngineContext context) {
        context.progress("Reading the history", 0);
        if (request.scenarios().isEmpty()) {
            throw new EngineException(
                    "nothing_to_compare", "A comparison needs at least one scenario, but none was named.");
        }
        var reader = new SeriesReader(request.data(), tables, context);
        Variable target = reader.variable(request.task().targetVariable());
        reader.series(target);
        var sides = new Sides(request, target, reader).all();
        context.progress("Comparing the scenarios", 0.5);
        var standings = new ArrayList<Standing>();
        var pairs = new ArrayList<Pair>();
        for (Side side : sides) {
            standings.add(standing(request.task(), target, reader, side));
            if (side.place() > 0) {
                pairs.add(new PairOf(target, sides.get(0), side).compared());
            }
        }
        context.progress("Scenarios compared", 1);
        return new ScenarioComparison(quantity(request.task(), target), standings, pairs);
    }

    private static String quantity(PredictionTask task, Variable target) {
        String period = task.from().equals(task.to()) ? task.from() : task.from() + " to " + task.to();
        return switch (task.occasion()) {
            case OVER_PERIOD -> target.label() + " in " + period;
            case ANY_MONTH -> target.label() + " in the most favourable month of " + period;
        };
    }

    private static Standing standing(PredictionTask task, Variable target, SeriesReader reader, Side side) {
        var notes = new ArrayList<>(side.notes());
        if (side.run() == null) {
            return new Standing(null, null, notes);
        }
        Forecast forecast = side.run().forecast();
        boolean middleHolds = task.comparison().holds(forecast.whole().q50(), task.threshold());
        Flip flip = side.drivers() == null ? null : flip(task, target, reader, side, side.drivers(), forecast);
        if (flip != null && middleHolds != forecast.eventProbability() > 0.5) {
            notes.add(
                    "The reasoners' part in the probability is left out where it is said what would turn the answer.");
        }
        return new Standing(forecast.eventProbability(), flip, notes);
    }

    /** Even odds are where the middle of the forecast meets the threshold. */
    private static @Nullable Flip flip(
            PredictionTask task, Variable target, SeriesReader reader, Side side, Drivers drivers, Forecast forecast) {
        double[] middle =
                forecast.periods().stream().mapToDouble(Quantiles::q50).toArray();
        QuestionPeriod period;
        try {
            period = QuestionPeriod.of(
                    task, target, reader, forecast.periods().get(0).period(), middle.length);
        } catch (EngineException notCovered) {
            return null;
        }
        Movement movement = Movement.of(period, middle, target.unit().equals("share"));
        return movement == null
                ? null
                : Assumptions.ofAnswer(
                        side.place(), drivers, movement.between(forecast.whole().q50(), task.threshold()));
    }
}
