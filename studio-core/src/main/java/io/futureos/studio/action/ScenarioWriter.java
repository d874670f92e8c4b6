package io.futureos.studio.action;

import io.futureos.studio.action.ScenarioAction.CompareScenarios;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.DeleteScenario;
import io.futureos.studio.action.ScenarioAction.DuplicateScenario;
import io.futureos.studio.action.ScenarioAction.EditScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Shock;
import java.util.List;
import java.util.Map;

/** Writes the contract's {@code ScenarioWorkbenchPayload}, on top of what {@code payload} has. */
record ScenarioWriter(JsonObject payload) implements ScenarioAction.Cases<JsonObject> {

    @Override
    public JsonObject createScenario(CreateScenario action) {
        return payload.with("scenario_config", config(action.config()));
    }

    @Override
    public JsonObject editScenario(EditScenario action) {
        return payload.with("scenario_id", action.scenario().toString()).with("scenario_config", config(action.edit()));
    }

    @Override
    public JsonObject duplicateScenario(DuplicateScenario action) {
        return payload.with("scenario_id", action.scenario().toString())
                .withPresent("scenario_config", action.newName() == null ? null : Map.of("name", action.newName()));
    }

    @Override
    public JsonObject deleteScenario(DeleteScenario action) {
        return payload.with("scenario_id", action.scenario().toString());
    }

    @Override
    public JsonObject compareScenarios(CompareScenarios action) {
        return payload.with(
                "compare_ids",
                action.scenarios().stream().map(ScenarioId::toString).toList());
    }

    @Override
    public JsonObject runScenario(RunScenario action) {
        return payload.with("scenario_id", action.scenario().toString());
    }

    static Map<String, Object> config(ScenarioConfig config) {
        return config(new ScenarioEdit(
                config.name(),
                config.description(),
                config.variableOverrides(),
                config.populationAdjustments(),
                config.shockEvents()));
    }

    private static Map<String, Object> config(ScenarioEdit edit) {
        return new JsonObject()
                .withPresent("name", edit.name())
                .withPresent("description", edit.description())
                .withPresent(
                        "variable_overrides",
                        edit.variableOverrides() == null ? null : variableOverrides(edit.variableOverrides()))
                .withPresent("population_adjustments", edit.populationAdjustments())
                .withPresent("shock_events", edit.shockEvents() == null ? null : shockEvents(edit.shockEvents()))
                .toMap();
    }

    private static List<Map<String, Object>> variableOverrides(Map<String, Object> overrides) {
        return overrides.entrySet().stream()
                .map(override -> new JsonObject()
                        .with("variable", override.getKey())
                        .with("value", override.getValue())
                        .toMap())
                .toList();
    }

    private static List<Map<String, Object>> shockEvents(List<Shock> shocks) {
        return shocks.stream()
                .map(shock -> new JsonObject()
                        .with("tick", shock.tick())
                        .with("variable", shock.variable())
                        .with("magnitude", shock.magnitude())
                        .toMap())
                .toList();
    }
}
