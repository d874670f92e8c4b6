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
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.ScenarioId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the contract's {@code SimulationConsolePayload}. */
final class SimulationReader {

    private SimulationReader() {}

    static Map<String, PayloadReader> actions() {
        var actions = new LinkedHashMap<String, PayloadReader>();
        actions.put("run", SimulationReader::run);
        actions.put("pause", payload -> ofScenario(payload, Pause::new));
        actions.put("resume", payload -> ofScenario(payload, Resume::new));
        actions.put("stop", payload -> ofScenario(payload, Stop::new));
        actions.put("replay", SimulationReader::replay);
        actions.put("step_forward", payload -> step(payload, StepForward::new));
        actions.put("step_backward", payload -> step(payload, StepBackward::new));
        actions.put("inject_shock", SimulationReader::injectShock);
        actions.put("adopt_shocks", payload -> ofScenario(payload, AdoptShocks::new));
        actions.put("export_data", SimulationReader::exportData);
        return actions;
    }

    private static Field<WorkbenchAction> run(Fields payload) {
        var scenario = scenario(payload);
        var config = payload.optional("simulation_config").openObject(SimulationConfigRule.CONFIG);
        return payload.build(() -> new Run(scenario.orNull(), config.orNull()));
    }

    private static Field<WorkbenchAction> ofScenario(
            Fields payload, Function<@Nullable ScenarioId, WorkbenchAction> action) {
        var scenario = scenario(payload);
        return payload.build(() -> action.apply(scenario.orNull()));
    }

    private static Field<WorkbenchAction> replay(Fields payload) {
        var scenario = scenario(payload);
        var tick = payload.required("tick").whole(Tick.SHOWN).map(Math::toIntExact);
        return payload.build(() -> new Replay(scenario.orNull(), tick.get()));
    }

    private static Field<WorkbenchAction> step(
            Fields payload, BiFunction<@Nullable ScenarioId, @Nullable Integer, WorkbenchAction> action) {
        var scenario = scenario(payload);
        var tick = payload.optional("tick").whole(Tick.SHOWN).map(Math::toIntExact);
        return payload.build(() -> action.apply(scenario.orNull(), tick.orNull()));
    }

    private static Field<WorkbenchAction> injectShock(Fields payload) {
        var scenario = scenario(payload);
        var tick = payload.optional("tick").whole(Tick.SIMULATED).map(Math::toIntExact);
        Field<WorkbenchAction> action = payload.required("shock").object(shock -> {
            var variable = shock.required("variable").text(TextRule.NAME);
            var magnitude = shock.required("magnitude").number(NumberRule.FINITE);
            return shock.build(() -> new InjectShock(
                    scenario.orNull(),
                    tick.orNull(),
                    variable.get(),
                    magnitude.get().doubleValue()));
        });
        return payload.build(action::get);
    }

    private static Field<WorkbenchAction> exportData(Fields payload) {
        var scenario = scenario(payload);
        var format = payload.required("export_format").oneOf(DataFormat.class);
        return payload.build(() -> new ExportData(scenario.orNull(), format.get()));
    }

    private static Field<ScenarioId> scenario(Fields payload) {
        return payload.optional("scenario_id").uuid().map(ScenarioId::new);
    }
}
