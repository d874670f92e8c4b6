package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What a calibration found, in words and figures for the report. */
final class Findings {

    private static final int SHORT_HISTORY = 36;

    /** Of a point of the prior for each unit of its weight, at most one. */
    private static final int COPIES = 100;

    /** A tenth of a normal distribution lies further than this above its mean. */
    private static final double TENTH = 1.2815515655446004;

    /** In the order of the report; the priors are worked out once, as they are the same for every history. */
    private static final List<Restlessness> RESTLESSNESS = List.of(
            Restlessness.of("month_to_month_noise", Dynamics::noise),
            Restlessness.of("level_unrest", Dynamics::unrest),
            Restlessness.of("trend_bend", Dynamics::bend),
            Restlessness.of("trend_damping", Dynamics::damping));

    private Findings() {}

    /**
     * A parameter of the dynamics.
     *
     * @param prior the figures of its prior
     */
    private record Restlessness(String name, ToDoubleFunction<Dynamics> of, Map<String, Object> prior) {

        static Restlessness of(String name, ToDoubleFunction<Dynamics> parameter) {
            double[] draws = Dynamics.PRIOR.stream()
                    .flatMapToDouble(dynamics -> DoubleStream.generate(() -> parameter.applyAsDouble(dynamics))
                            .limit(Math.round(COPIES * StrictMath.exp(dynamics.logPrior()))))
                    .toArray();
            return new Restlessness(name, parameter, Sample.summary(draws));
        }

        double in(Replicate replicate) {
            return of.applyAsDouble(replicate.dynamics());
        }
    }

    /**
     * Each parameter with median and 80 per cent interval over the replicates, and those of its prior where the history could
     * change it. All are log-odds, but for the damping.
     */
    static Map<String, Object> parameters(Problem problem, List<Replicate> replicates) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("level", summary(replicates, Replicate::level));
        parameters.put("trend_per_month", learnt(summary(replicates, Replicate::trend), trendPrior()));
        parameters.put(
                "imitation_of_neighbours",
                learnt(
                        summary(replicates, Replicate::imitation),
                        Sample.summary(Calibration.IMITATION.stream()
                                .mapToDouble(imitation -> imitation)
                                .toArray())));
        RESTLESSNESS.forEach(parameter ->
                parameters.put(parameter.name(), learnt(summary(replicates, parameter::in), parameter.prior())));
        var slopes = new LinkedHashMap<String, Object>();
        for (int s = 0; s < problem.slopes().size(); s++) {
            int index = s;
            slopes.put(
                    problem.slopes().get(s).attribute(),
                    summary(replicates, replicate -> replicate.slopes()[index]));
        }
        parameters.put("slopes", slopes);
        var seasons = new ArrayList<Double>();
        for (int month = 0; month < 12; month++) {
            int index = month;
            double[] draws =
                    replicates.stream().mapToDouble(r -> r.season(index)).toArray();
            seasons.add(Sample.quantile(draws, 0.5));
        }
        parameters.put("seasons", seasons);
        var effects = new LinkedHashMap<String, Object>();
        for (int d = 0; d < problem.drivers().size(); d++) {
            int index = d;
            effects.put(
                    problem.drivers().get(d).variable().name(),
                    summary(replicates, replicate -> replicate.effects()[index]));
        }
        parameters.put("driver_effects", effects);
        PredictiveCheck.of(problem, replicates)
                .inside()
                .ifPresent(share -> parameters.put("past_months_inside_80_percent_interval", Sample.rounded(share)));
        parameters.put("months_of_history", (long) problem.series().known());
        parameters.put("replicates", (long) replicates.size());
        return parameters;
    }

    private static Map<String, Object> summary(List<Replicate> replicates, ToDoubleFunction<Replicate> parameter) {
        return Sample.summary(replicates.stream().mapToDouble(parameter).toArray());
    }

    private static Map<String, Object> trendPrior() {
        var prior = new LinkedHashMap<String, Object>();
        prior.put("median", 0.0);
        prior.put("q10", Sample.rounded(-TENTH * LevelFilter.TREND_PRIOR));
        prior.put("q90", Sample.rounded(TENTH * LevelFilter.TREND_PRIOR));
        return prior;
    }

    private static Map<String, Object> learnt(Map<String, Object> posterior, Map<String, Object> prior) {
        var learnt = new LinkedHashMap<>(posterior);
        prior.forEach((name, value) -> learnt.put("prior_" + name, value));
        return learnt;
    }

    static List<String> caveats(Problem problem, Request request, List<Shock> shocks, Reading reading) {
        var caveats = new ArrayList<String>();
        if (!problem.drivers().isEmpty()) {
            List<String> labels = problem.drivers().stream()
                    .map(driver -> "\"" + driver.variable().label() + "\"")
                    .toList();
            caveats.add(
                    "The effects of " + String.join(", ", labels) + " are assumptions of the analyst, not estimates.");
        }
        if (problem.series().known() < SHORT_HISTORY) {
            caveats.add("The simulation rests on " + problem.series().known()
                    + " months of history, so its forecasts are wide.");
        }
        request.variableOverrides().keySet().stream()
                .filter(name -> !reading.driverNames().contains(name))
                .map(name -> "The scenario sets \"" + name
                        + "\", but no driver says what that does, so the simulation does not react to it.")
                .forEach(caveats::add);
        shocks.stream()
                .map(Shock::variable)
                .distinct()
                .filter(name -> !reading.driverNames().contains(name))
                .map(name -> "A shock hits \"" + name
                        + "\", but no driver says what that does, so the simulation does not react to it.")
                .forEach(caveats::add);
        shocks.stream()
                .filter(shock -> shock.tick() > request.horizon())
                .map(shock -> "The shock of \"" + shock.variable() + "\" at tick " + shock.tick()
                        + " comes after the last simulated month, tick " + request.horizon() + ".")
                .forEach(caveats::add);
        problem.slopes().stream()
                .map(slope -> "How choices differ by " + slope.attribute().replace('_', ' ')
                        + " is taken to stay as it was when it was measured.")
                .forEach(caveats::add);
        return caveats;
    }
}
