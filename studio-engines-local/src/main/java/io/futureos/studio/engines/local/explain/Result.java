package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A scenario's result as figures that know where they came from. */
record Result(ScenarioResult scenario) {

    Forecast forecast() {
        return scenario.forecast();
    }

    Backtest backtest() {
        return forecast().backtest();
    }

    /** The scenario's name, for the middle of a sentence. */
    Phrase name() {
        return Phrase.quoted(scenario.name(), changes().at("name"));
    }

    Phrase description() {
        return Phrase.quoted(scenario.description(), changes().at("description"));
    }

    /** The variables that it overrides or shocks, each once. */
    Set<String> touched() {
        var touched = new LinkedHashSet<>(scenario.variableOverrides().keySet());
        scenario.shocks().forEach(shock -> touched.add(shock.variable()));
        return touched;
    }

    Figure probability() {
        return Figure.at(forecast().eventProbability(), pooled().at("event_probability"));
    }

    /** A quantile of what the question asks about. */
    Figure whole(Quantile quantile) {
        return Figure.at(quantile.of(forecast().whole()), pooled().at("whole", quantile.field()));
    }

    Figure median() {
        return whole(Quantile.Q50);
    }

    /** A quantile of a month ahead, counted from 0. */
    Figure month(int ahead, Quantile quantile) {
        return Figure.at(
                quantile.of(forecast().periods().get(ahead)), period(ahead).at(quantile.field()));
    }

    /** The name of a month ahead, counted from 0. */
    Phrase monthName(int ahead) {
        return Phrase.month(
                forecast().periods().get(ahead).period(), period(ahead).at("period"));
    }

    /** The month of a tick, counted from 1; the tick itself where the forecast does not go so far. */
    Phrase month(int tick, Origin told) {
        List<Quantiles> periods = forecast().periods();
        if (tick < 1 || tick > periods.size()) {
            return Phrase.say("simulated month {}", Figure.at(tick, told).count());
        }
        String period = periods.get(tick - 1).period();
        return Phrase.number(new BoundNumber(
                Words.month(period),
                period,
                true,
                List.of(told, period(tick - 1).at("period"))));
    }

    private Origin period(int ahead) {
        return pooled().at("periods", ahead);
    }

    MemberWeight member(int place) {
        return forecast().members().get(place);
    }

    Phrase memberName(int place) {
        return Phrase.quoted(member(place).name(), pooled().at("members", place, "name"));
    }

    Figure weight(int place) {
        return Figure.at(member(place).weight(), pooled().at("members", place, "weight"));
    }

    Phrase note(int place) {
        return Phrase.quoted(forecast().notes().get(place), pooled().at("notes", place));
    }

    /** A figure of the backtest by the name of its field. */
    Figure tested(double value, String field) {
        return Figure.at(value, backtested().at(field));
    }

    /** What past probabilities were judged by, to follow "that"; empty if none was. */
    Phrase judgedEvent() {
        return Phrase.quoted(backtest().event(), backtested().at("event"));
    }

    /** In which share of the cases that came true. */
    Optional<Figure> judgedEventRate() {
        return Optional.ofNullable(backtest().eventRate())
                .map(rate -> Figure.computed(rate, backtested().at("reliability")));
    }

    Figure replicates() {
        return Figure.at(scenario.simulation().replicates(), run().at("replicates"));
    }

    Figure ticks() {
        return Figure.at(scenario.simulation().ticks(), run().at("ticks"));
    }

    /** What it changes. */
    Origin changes() {
        return Origin.of(Kind.SCENARIO, scenario.name());
    }

    Origin pooled() {
        return Origin.of(Kind.FORECAST, scenario.name());
    }

    Origin backtested() {
        return Origin.of(Kind.BACKTEST, scenario.name());
    }

    Origin run() {
        return Origin.of(Kind.RUN, scenario.name());
    }
}
