package io.futureos.studio.action;

import io.futureos.studio.model.Shock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a scenario: each part that is not null replaces that part as a whole. Changes at least one.
 *
 * @param variableOverrides as in {@link ScenarioConfig}; empty takes all of them back
 * @param populationAdjustments as in {@link ScenarioConfig}; empty takes all of them back
 * @param shockEvents as in {@link ScenarioConfig}; empty takes all of them back
 */
public record ScenarioEdit(
        @Nullable String name,
        @Nullable String description,
        @Nullable Map<String, Object> variableOverrides,
        @Nullable Map<String, Object> populationAdjustments,
        @Nullable List<Shock> shockEvents) {

    public ScenarioEdit {
        TextRule.NAME.requireIfPresent("name", name);
        TextRule.DESCRIPTION.requireIfPresent("description", description);
        variableOverrides = variableOverrides == null ? null : Assumptions.variableOverrides(variableOverrides);
        populationAdjustments =
                populationAdjustments == null ? null : Assumptions.populationAdjustments(populationAdjustments);
        shockEvents = shockEvents == null ? null : Assumptions.shockEvents(shockEvents);
        if (name == null
                && description == null
                && variableOverrides == null
                && populationAdjustments == null
                && shockEvents == null) {
            throw new IllegalArgumentException("The edit of a scenario changes nothing");
        }
    }
}
