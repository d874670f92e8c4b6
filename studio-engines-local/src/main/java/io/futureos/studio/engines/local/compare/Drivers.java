package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What moves the target in one scenario's run, to first order: each driver's effect times how far the scenario takes it from what
 * held at as-of, all multiplied by what neighbours' imitation and the like made of the direct effect.
 *
 * @param byVariable in the order of their names
 * @param multiplier the whole effect that was simulated over the direct one; 1 where it can't be told
 */
record Drivers(Map<String, Driver> byVariable, double multiplier) {

    /** A multiplier outside these bounds says that something else than the drivers is at work. */
    private static final double LEAST = 0.2;

    private static final double MOST = 5;

    /**
     * One driver.
     *
     * @param value that the scenario assumes
     * @param effect log-odds per unit, in the middle of what was simulated
     * @param deviation from what held at as-of, as a mean over the question's months, shocks included
     */
    record Driver(String name, @Nullable Variable variable, double value, double effect, double deviation) {}

    /**
     * The drivers of a run that is up to date.
     *
     * @param months of the run that the question asks about, from 0
     */
    static Drivers of(
            Candidate candidate,
            StoredRun run,
            Map<String, Object> settings,
            DataPackage data,
            SeriesReader reader,
            List<Integer> months) {
        var drivers = new TreeMap<String, Driver>();
        Outcome outcome = run.outcome();
        if (outcome == null) {
            return new Drivers(drivers, 1);
        }
        int asOf = Months.number(outcome.periods().get(0)) - 1;
        effects(settings, run.simulation().parameters()).forEach((name, effect) -> {
            Variable variable = data.variable(name).orElse(null);
            double reference = reference(variable, reader, asOf);
            double value =
                    candidate.variableOverrides().get(name) instanceof Number set ? set.doubleValue() : reference;
            drivers.put(
                    name,
                    new Driver(
                            name,
                            variable,
                            value,
                            effect,
                            deviation(candidate.shocks(), name, variable, value, reference, months)));
        });
        return new Drivers(drivers, multiplier(candidate, outcome, drivers, months));
    }

    /** What was assumed of each driver's effect, or in its place what the replicates had in the middle. */
    private static Map<String, Double> effects(Map<String, Object> settings, Map<String, Object> parameters) {
        var effects = new TreeMap<String, Double>();
        if (settings.get("drivers") instanceof List<?> drivers) {
            for (Object driver : drivers) {
                if (driver instanceof Map<?, ?> fields
                        && fields.get("variable") instanceof String name
                        && fields.get("effect") instanceof Number effect) {
                    effects.put(name, effect.doubleValue());
                }
            }
        }
        if (parameters.get("driver_effects") instanceof Map<?, ?> found) {
            found.forEach((name, summary) -> {
                if (summary instanceof Map<?, ?> figures && figures.get("median") instanceof Number median) {
                    effects.put(String.valueOf(name), median.doubleValue());
                }
            });
        }
        return effects;
    }

    private static double reference(@Nullable Variable variable, SeriesReader reader, int asOf) {
        if (variable == null) {
            return 0;
        }
        Double assumed = variable.value();
        if (assumed != null) {
            return assumed;
        }
        double latest = reader.isMonthly(variable) ? reader.series(variable).latest(asOf) : Double.NaN;
        return Double.isNaN(latest) ? 0 : latest;
    }

    private static double deviation(
            List<Shock> shocks,
            String name,
            @Nullable Variable variable,
            double value,
            double reference,
            List<Integer> months) {
        double sum = 0;
        for (int month : months) {
            double then = value;
            for (Shock shock : shocks) {
                then += shock.variable().equals(name) && shock.tick() <= month + 1 ? shock.magnitude() : 0;
            }
            sum += then == reference ? 0 : bounded(then, variable) - reference;
        }
        return months.isEmpty() ? 0 : sum / months.size();
    }

    private static double bounded(double value, @Nullable Variable variable) {
        Double minimum = variable == null ? null : variable.minimum();
        Double maximum = variable == null ? null : variable.maximum();
        double atLeast = minimum == null ? value : Math.max(minimum, value);
        return maximum == null ? atLeast : Math.min(maximum, atLeast);
    }

    private static double multiplier(
            Candidate candidate, Outcome outcome, Map<String, Driver> drivers, List<Integer> months) {
        double direct = 0;
        for (Driver driver : drivers.values()) {
            direct += driver.effect() * driver.deviation();
        }
        double whole = 0;
        int count = 0;
        for (int month : months) {
            if (month < outcome.effect().size()) {
                whole += outcome.effect().get(month);
                count++;
            }
        }
        if (count == 0 || direct == 0 || !candidate.populationAdjustments().isEmpty()) {
            return 1;
        }
        double times = whole / count / direct;
        return times >= LEAST && times <= MOST ? times : 1;
    }

    /** The drivers' names for people. */
    List<String> labels() {
        var labels = new ArrayList<String>();
        byVariable.values().forEach(driver -> labels.add(label(driver)));
        return labels;
    }

    static String label(Driver driver) {
        return driver.variable() == null ? driver.name() : driver.variable().label();
    }
}
