package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.series.MonthlySeries;
import java.util.List;
import java.util.Optional;

/** What all sections write from. */
record Findings(Request request, Variable target, MonthlySeries history) {

    PredictionTask task() {
        return request.task();
    }

    /** The scenario that the headline is about. */
    ScenarioResult main() {
        return request.scenarios().get(0);
    }

    Forecast forecast() {
        return main().forecast();
    }

    Quantiles whole() {
        return forecast().whole();
    }

    /** The other scenarios, in the analyst's order. */
    List<ScenarioResult> others() {
        return request.scenarios().subList(1, request.scenarios().size());
    }

    /** The other scenario whose probability is farthest from the main one's in log-odds. */
    Optional<ScenarioResult> mostDifferent() {
        return others().stream()
                .reduce((one, other) -> distance(other) > distance(one) ? other : one)
                .filter(scenario -> distance(scenario) > 0);
    }

    private double distance(ScenarioResult scenario) {
        return Math.abs(logOdds(scenario.forecast()) - logOdds(forecast()));
    }

    private static double logOdds(Forecast forecast) {
        return StrictMath.log(forecast.eventProbability() / (1 - forecast.eventProbability()));
    }

    String unit() {
        return target.unit();
    }

    /** A figure of the target for people. */
    String value(double value) {
        return Words.value(value, unit());
    }

    String interval(double low, double high) {
        return value(low) + " to " + value(high);
    }

    String threshold() {
        return value(task().threshold());
    }

    /** For example "above 95.0 % in 2025". */
    String event() {
        String when = task().occasion() == Occasion.ANY_MONTH ? "in at least one month of " : "in ";
        return Words.comparison(task().comparison()) + " " + threshold() + " " + when + Words.period(task());
    }

    /** What the number for the whole period is, for example "the share in 2025". */
    String quantity() {
        String what = unit().equals("share") ? "share" : "value";
        return task().occasion() == Occasion.ANY_MONTH
                ? "the most favourable month's " + what + " in " + Words.period(task())
                : "the " + what + " in " + Words.period(task());
    }

    /** The label of a variable, or its name if the package does not have it. */
    String label(String variable) {
        return request.data().variable(variable).map(Variable::label).orElse(variable);
    }

    /** A value of some variable for people. */
    String valueOf(String variable, Object value) {
        String unit = request.data().variable(variable).map(Variable::unit).orElse("");
        return value instanceof Number number ? Words.value(number.doubleValue(), unit) : OpenText.of(value);
    }
}
