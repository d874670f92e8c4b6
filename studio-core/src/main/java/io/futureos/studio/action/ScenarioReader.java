package io.futureos.studio.action;

import io.futureos.studio.action.ScenarioAction.CompareScenarios;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.DeleteScenario;
import io.futureos.studio.action.ScenarioAction.DuplicateScenario;
import io.futureos.studio.action.ScenarioAction.EditScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.model.ScenarioId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads the contract's {@code ScenarioWorkbenchPayload}. */
final class ScenarioReader {

    private ScenarioReader() {}

    static Map<String, PayloadReader> actions() {
        var actions = new LinkedHashMap<String, PayloadReader>();
        actions.put("create_scenario", ScenarioReader::createScenario);
        actions.put("edit_scenario", ScenarioReader::editScenario);
        actions.put("duplicate_scenario", ScenarioReader::duplicateScenario);
        actions.put("delete_scenario", payload -> ofScenario(payload, DeleteScenario::new));
        actions.put("compare_scenarios", ScenarioReader::compareScenarios);
        actions.put("run_scenario", payload -> ofScenario(payload, RunScenario::new));
        return actions;
    }

    private static Field<WorkbenchAction> createScenario(Fields payload) {
        var config = payload.required("scenario_config").object(ScenarioConfigReader::whole);
        return payload.build(() -> new CreateScenario(config.get()));
    }

    private static Field<WorkbenchAction> editScenario(Fields payload) {
        var scenario = scenario(payload);
        var edit = payload.required("scenario_config").object(ScenarioConfigReader::edit);
        return payload.build(() -> new EditScenario(scenario.get(), edit.get()));
    }

    private static Field<WorkbenchAction> duplicateScenario(Fields payload) {
        var scenario = scenario(payload);
        var name = payload.optional("scenario_config").object(ScenarioConfigReader::nameOnly);
        return payload.build(() -> new DuplicateScenario(scenario.get(), name.orNull()));
    }

    private static Field<WorkbenchAction> compareScenarios(Fields payload) {
        var id = new Unrepeated(UuidRule.UUID_TEXT, UUID::fromString);
        Field<List<ScenarioId>> scenarios = payload.required("compare_ids")
                .list(CompareScenarios.COUNT, element -> element.text(id).map(ScenarioId::of));
        return payload.build(() -> new CompareScenarios(scenarios.get()));
    }

    private static Field<WorkbenchAction> ofScenario(Fields payload, Function<ScenarioId, WorkbenchAction> action) {
        var scenario = scenario(payload);
        return payload.build(() -> action.apply(scenario.get()));
    }

    private static Field<ScenarioId> scenario(Fields payload) {
        return payload.required("scenario_id").uuid().map(ScenarioId::new);
    }
}
