package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Shock;
import java.util.List;
import java.util.Map;

/** Copies and checks what a scenario assumes, for a new one and for an edit alike. */
final class Assumptions {

    static final Range COUNT = new Range(0, 1_000);

    private Assumptions() {}

    static Map<String, Object> variableOverrides(Map<String, Object> overrides) {
        Map<String, Object> normal = OpenValue.map(overrides);
        COUNT.require("The number of variable overrides", (long) normal.size());
        normal.forEach((variable, value) -> {
            TextRule.NAME.require("variable", variable);
            if (value == null) {
                throw new IllegalArgumentException("The override of " + variable + " has no value");
            }
            OpenRule.OPEN.require("The override of " + variable, value);
        });
        return normal;
    }

    static Map<String, Object> populationAdjustments(Map<String, Object> adjustments) {
        Map<String, Object> normal = OpenValue.map(adjustments);
        normal.forEach((dimension, shares) -> {
            TextRule.NAME.require("dimension", dimension);
            if (!(shares instanceof Map<?, ?> weights)) {
                throw new IllegalArgumentException(
                        "The adjustment of " + dimension + " is " + Shown.of(shares) + ", not weights by category");
            }
            SharesRule.SHARES.require("The adjustment of " + dimension, OpenValue.map(weights));
        });
        return normal;
    }

    static List<Shock> shockEvents(List<Shock> shocks) {
        List<Shock> copy = List.copyOf(shocks);
        COUNT.require("The number of shock events", (long) copy.size());
        copy.forEach(shock -> {
            Tick.SIMULATED.require("tick", (long) shock.tick());
            TextRule.NAME.require("variable", shock.variable());
        });
        return copy;
    }
}
