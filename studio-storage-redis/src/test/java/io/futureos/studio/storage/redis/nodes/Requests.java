package io.futureos.studio.storage.redis.nodes;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What users ask for, as JSON would bring it, each under a command id of its own. */
final class Requests {

    private Requests() {}

    static Map<String, Object> describe(ProjectId project, UserId user, ScenarioId scenario, String text) {
        return edit(project, user, scenario, Map.of("description", text));
    }

    static Map<String, Object> assume(
            ProjectId project, UserId user, ScenarioId scenario, String variable, double value) {
        var override = Map.<String, Object>of("variable", variable, "value", value);
        return edit(project, user, scenario, Map.of("variable_overrides", List.of(override)));
    }

    private static Map<String, Object> edit(
            ProjectId project, UserId user, ScenarioId scenario, Map<String, Object> config) {
        return request(
                project, user, "edit_scenario", Map.of("scenario_id", scenario.toString(), "scenario_config", config));
    }

    static Map<String, Object> run(ProjectId project, UserId user, ScenarioId scenario) {
        return request(project, user, "run_scenario", Map.of("scenario_id", scenario.toString()));
    }

    private static Map<String, Object> request(
            ProjectId project, UserId user, String action, Map<String, Object> payload) {
        return Map.of(
                "project_id",
                project.toString(),
                "user_id",
                user.toString(),
                "workbench",
                "scenario",
                "action",
                action,
                "payload",
                payload,
                "command_id",
                UUID.randomUUID().toString());
    }
}
