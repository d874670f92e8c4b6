package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a calibration found, in words and figures for the report. */
final class Findings {

    private static final int SHORT_HISTORY = 36;

    private Findings() {}

    /** Each parameter with median and 80 per cent interval over the replicates; all are log-odds. */
    static Map<String, Object> parameters(Problem problem, List<Replicate> replicates) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("level", summary(replicates, Replicate::level));
        parameters.put("trend_per_month", summary(replicates, Replicate::trend));
        parameters.put("imitation_of_neighbours", summary(replicates, Replicate::imitation));
        parameters.put("month_to_month_noise", summary(replicates, Replicate::noise));
        parameters.put("level_unrest", summary(replicates, Replicate::unrest));
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
        parameters.put("months_of_history", (long) problem.series().known());
        parameters.put("replicates", (long) replicates.size());
        return parameters;
    }

    private static Map<String, Object> summary(List<Replicate> replicates, ToDoubleFunction<Replicate> parameter) {
        return Sample.summary(replicates.stream().mapToDouble(parameter).toArray());
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
