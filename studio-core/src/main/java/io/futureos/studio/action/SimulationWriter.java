package io.futureos.studio.action;

import io.futureos.studio.action.SimulationAction.AdoptShocks;
import io.futureos.studio.action.SimulationAction.ExportData;
import io.futureos.studio.action.SimulationAction.InjectShock;
import io.futureos.studio.action.SimulationAction.Pause;
import io.futureos.studio.action.SimulationAction.Replay;
import io.futureos.studio.action.SimulationAction.Resume;
import io.futureos.studio.action.SimulationAction.Run;
import io.futureos.studio.action.SimulationAction.StepBackward;
import io.futureos.studio.action.SimulationAction.StepForward;
import io.futureos.studio.action.SimulationAction.Stop;
import io.futureos.studio.model.ScenarioId;

/** Writes the contract's {@code SimulationConsolePayload}, on top of what {@code payload} has. */
record SimulationWriter(JsonObject payload) implements SimulationAction.Cases<JsonObject> {

    @Override
    public JsonObject run(Run action) {
        return ofScenario(action).withPresent("simulation_config", action.config());
    }

    @Override
    public JsonObject pause(Pause action) {
        return ofScenario(action);
    }

    @Override
    public JsonObject resume(Resume action) {
        return ofScenario(action);
    }

    @Override
    public JsonObject stop(Stop action) {
        return ofScenario(action);
    }

    @Override
    public JsonObject replay(Replay action) {
        return ofScenario(action).with("tick", action.tick());
    }

    @Override
    public JsonObject stepForward(StepForward action) {
        return ofScenario(action).withPresent("tick", action.tick());
    }

    @Override
    public JsonObject stepBackward(StepBackward action) {
        return ofScenario(action).withPresent("tick", action.tick());
    }

    @Override
    public JsonObject injectShock(InjectShock action) {
        return ofScenario(action)
                .withPresent("tick", action.tick())
                .with(
                        "shock",
                        new JsonObject()
                                .with("variable", action.variable())
                                .with("magnitude", action.magnitude())
                                .toMap());
    }

    @Override
    public JsonObject adoptShocks(AdoptShocks action) {
        return ofScenario(action);
    }

    @Override
    public JsonObject exportData(ExportData action) {
        return ofScenario(action).with("export_format", Choice.word(action.format()));
    }

    private JsonObject ofScenario(SimulationAction action) {
        ScenarioId scenario = action.scenario();
        return payload.withPresent("scenario_id", scenario == null ? null : scenario.toString());
    }
}
