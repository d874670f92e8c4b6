package io.futureos.studio.action;

import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.Shock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a new scenario assumes.
 *
 * @param description may be empty
 * @param variableOverrides by variable, what it is set to: at most 1,000 open values, none of them null
 * @param populationAdjustments by dimension, the weights of its categories: 0 or more, at least one of them positive
 * @param shockEvents at most 1,000 sudden changes at ticks 1 to 1,200
 */
public record ScenarioConfig(
        String name,
        String description,
        Map<String, Object> variableOverrides,
        Map<String, Object> populationAdjustments,
        List<Shock> shockEvents) {

    public ScenarioConfig {
        TextRule.NAME.require("name", name);
        TextRule.DESCRIPTION.require("description", description);
        variableOverrides = Assumptions.variableOverrides(variableOverrides);
        populationAdjustments = Assumptions.populationAdjustments(populationAdjustments);
        shockEvents = Assumptions.shockEvents(shockEvents);
    }

    /** What the scenario assumes. */
    public static ScenarioConfig of(Scenario scenario) {
        return new ScenarioConfig(
                scenario.name(),
                scenario.description(),
                scenario.overrides(),
                new LinkedHashMap<>(scenario.adjustments()),
                scenario.shocks());
    }

    /** This configuration as JSON brings it (an open object). */
    public Map<String, Object> toJson() {
        return ScenarioWriter.config(this);
    }
}
