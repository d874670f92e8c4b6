package io.futureos.studio.workflow;

import io.futureos.studio.model.Output;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a scenario fits the data package's variables and the population's dimensions. */
public final class ScenarioCheck {

    private final Map<?, ?> variables;
    private final Map<?, ?> dimensions;

    /** Checks against what was made last; what was never made is not checked. */
    public ScenarioCheck(@Nullable Output data, @Nullable Output population) {
        this.variables = part(data, "variables");
        this.dimensions = part(population, "dimensions");
    }

    private static Map<?, ?> part(@Nullable Output output, String name) {
        return output != null && output.summary().get(name) instanceof Map<?, ?> part ? part : Map.of();
    }

    /** What is wrong with the scenario, one sentence each; empty if it fits. */
    public List<String> problems(Scenario scenario) {
        var problems = new ArrayList<String>();
        scenario.overrides().forEach((variable, value) -> checkOverride(scenario, variable, value, problems));
        for (Shock shock : scenario.shocks()) {
            checkVariable(scenario, "has a shock to", shock.variable(), problems);
        }
        scenario.adjustments().forEach((dimension, shares) -> checkAdjustment(scenario, dimension, shares, problems));
        return problems;
    }

    private void checkOverride(Scenario scenario, String variable, Object value, List<String> problems) {
        if (!checkVariable(scenario, "overrides", variable, problems)) {
            return;
        }
        if (!(value instanceof Number number)) {
            problems.add(subject(scenario) + "sets " + variable + " to " + value + ", which is not a number.");
        } else if (variables.get(variable) instanceof Map<?, ?> bounds) {
            checkBound(scenario, variable, number, bounds.get("minimum"), -1, problems);
            checkBound(scenario, variable, number, bounds.get("maximum"), 1, problems);
        }
    }

    private static void checkBound(
            Scenario scenario, String variable, Number value, @Nullable Object bound, int side, List<String> problems) {
        if (bound instanceof Number limit && Double.compare(value.doubleValue(), limit.doubleValue()) == side) {
            problems.add(subject(scenario) + "sets " + variable + " to " + value + ", "
                    + (side < 0 ? "below the smallest" : "above the largest") + " sensible value " + limit + ".");
        }
    }

    private boolean checkVariable(Scenario scenario, String verb, String variable, List<String> problems) {
        if (variables.isEmpty() || variables.containsKey(variable)) {
            return true;
        }
        problems.add(subject(scenario) + verb + " " + variable + ", which the data package does not have. It has: "
                + listed(variables) + ".");
        return false;
    }

    private void checkAdjustment(
            Scenario scenario, String dimension, Map<String, Object> shares, List<String> problems) {
        if (dimensions.isEmpty()) {
            return;
        }
        if (!(dimensions.get(dimension) instanceof List<?> categories)) {
            problems.add(subject(scenario) + "adjusts " + dimension + ", which the population does not have. It has: "
                    + listed(dimensions) + ".");
            return;
        }
        for (String category : shares.keySet()) {
            if (!categories.contains(category)) {
                problems.add(subject(scenario) + "adjusts " + dimension + " \"" + category
                        + "\", which is none of its categories: " + categories + ".");
            }
        }
    }

    private static String subject(Scenario scenario) {
        return "Scenario \"" + scenario.name() + "\" ";
    }

    private static String listed(Map<?, ?> names) {
        var sorted = new TreeSet<String>();
        names.keySet().forEach(name -> sorted.add(String.valueOf(name)));
        return String.join(", ", sorted);
    }
}
