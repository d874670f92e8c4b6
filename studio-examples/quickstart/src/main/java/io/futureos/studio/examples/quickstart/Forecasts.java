package io.futureos.studio.examples.quickstart;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.PredictionTask;
import java.util.List;

/**
 * What the scenarios say about the question.
 *
 * @param target the variable that the question is about
 * @param scenarios in the template's order; at least one
 */
record Forecasts(PredictionTask task, Variable target, long seed, List<Named> scenarios) {

    Forecasts {
        scenarios = List.copyOf(scenarios);
    }

    /** A scenario's forecast. */
    record Named(String name, Forecast forecast) {}

    /** The first scenario's, which the headline is about. */
    Forecast first() {
        return scenarios.get(0).forecast();
    }
}
