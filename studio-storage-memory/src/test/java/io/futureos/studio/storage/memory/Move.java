package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.scenario;

import io.futureos.studio.RefusedException;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One random thing that a person does, made concrete when its turn comes: {@code pick} chooses among what is there then.
 */
record Move(Kind kind, int pick, int value) {

    enum Kind {
        ADD_SOURCE,
        CONFIGURE_SOURCE,
        OVERRIDE,
        WITHDRAW_OVERRIDE,
        REFRESH,
        ADJUST,
        EDIT_ARCHETYPE,
        RESIZE,
        REGENERATE,
        CREATE_SCENARIO,
        RENAME_SCENARIO,
        CHANGE_SCENARIO,
        SHOCK_SCENARIO,
        DUPLICATE_SCENARIO,
        DELETE_SCENARIO,
        RUN_SCENARIO,
        RUN_SIMULATION,
        GENERATE,
        CUSTOMIZE,
        ANNOTATE,
        EXPORT,
        SCHEDULE,
        UNDO,
        REDO
    }

    static Arbitrary<List<Move>> several(int most) {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 4))
                .as(Move::new)
                .list()
                .ofMaxSize(most);
    }

    /** Whether it changes inputs, so that it can be undone if it changes anything. */
    boolean isEdit() {
        return switch (kind) {
            case REFRESH, REGENERATE, RUN_SCENARIO, RUN_SIMULATION, GENERATE, EXPORT, UNDO, REDO -> false;
            default -> true;
        };
    }

    /** Does it; empty if a rule says no, which is a normal answer to a random wish. */
    Optional<WorkbenchResponse> doIt(StudioFixture fixture, ProjectId project, UserId user) {
        try {
            return Optional.of(attempt(fixture, project, user));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private WorkbenchResponse attempt(StudioFixture fixture, ProjectId project, UserId user) {
        return switch (kind) {
            case ADD_SOURCE ->
                fixture.actAs(user, project, "data", "add_custom_source", StudioFixture.source("s" + pick));
            case CONFIGURE_SOURCE ->
                fixture.actAs(
                        user,
                        project,
                        "data",
                        "configure_source",
                        Map.of(
                                "source_name",
                                "share",
                                "configuration",
                                Map.of("type", "numbers", "numbers", List.of(value))));
            case OVERRIDE ->
                fixture.actAs(
                        user,
                        project,
                        "data",
                        "override_value",
                        Map.of("override", Map.of("field", "f" + pick, "value", value, "reason", "because")));
            case WITHDRAW_OVERRIDE ->
                fixture.actAs(
                        user,
                        project,
                        "data",
                        "override_value",
                        Map.of("override", Map.of("field", "f" + pick, "remove", true)));
            case REFRESH -> fixture.actAs(user, project, "data", "refresh_data", Map.of("fetch", value > 1));
            case ADJUST ->
                fixture.actAs(
                        user,
                        project,
                        "population",
                        "adjust_distribution",
                        Map.of(
                                "adjustment",
                                Map.of("dimension", "age", "target", Map.of("young", 1 + value, "old", 1))));
            case EDIT_ARCHETYPE ->
                fixture.actAs(
                        user,
                        project,
                        "population",
                        "edit_archetype",
                        Map.of("archetype_id", "a1", "edits", Map.of("income", value)));
            case RESIZE ->
                fixture.actAs(user, project, "population", "resize_population", Map.of("target_size", 100 + value));
            case REGENERATE -> fixture.actAs(user, project, "population", "regenerate", Map.of());
            case CREATE_SCENARIO ->
                fixture.actAs(
                        user,
                        project,
                        "scenario",
                        "create_scenario",
                        Map.of("scenario_config", scenario("New " + pick, Map.of("share", value / 4.0))));
            case RENAME_SCENARIO -> edit(fixture, project, user, Map.of("name", "Name " + value));
            case CHANGE_SCENARIO ->
                edit(
                        fixture,
                        project,
                        user,
                        Map.of("variable_overrides", List.of(Map.of("variable", "share", "value", value / 4.0))));
            case SHOCK_SCENARIO ->
                edit(
                        fixture,
                        project,
                        user,
                        Map.of(
                                "shock_events",
                                List.of(Map.of("tick", 1 + value, "variable", "share", "magnitude", 0.1))));
            case DUPLICATE_SCENARIO -> ofScenario(fixture, project, user, "scenario", "duplicate_scenario");
            case DELETE_SCENARIO -> ofScenario(fixture, project, user, "scenario", "delete_scenario");
            case RUN_SCENARIO -> ofScenario(fixture, project, user, "scenario", "run_scenario");
            case RUN_SIMULATION -> ofScenario(fixture, project, user, "simulation", "run");
            case GENERATE -> fixture.actAs(user, project, "report", "generate", Map.of());
            case CUSTOMIZE ->
                fixture.actAs(
                        user,
                        project,
                        "report",
                        "customize",
                        Map.of("report_config", Map.of("include_charts", value > 1)));
            case ANNOTATE ->
                fixture.actAs(
                        user,
                        project,
                        "report",
                        "add_annotation",
                        Map.of("annotation", Map.of("section", "headline", "text", "Note " + value, "author", "Anna")));
            case EXPORT -> fixture.actAs(user, project, "report", "export", Map.of("export_format", "html"));
            case SCHEDULE ->
                fixture.actAs(
                        user,
                        project,
                        "report",
                        "schedule",
                        Map.of("schedule", Map.of("frequency", "weekly", "recipients", List.of("board@example.org"))));
            case UNDO -> fixture.studio.workbench().undo(project, user);
            case REDO -> fixture.studio.workbench().redo(project, user);
        };
    }

    private WorkbenchResponse edit(
            StudioFixture fixture, ProjectId project, UserId user, Map<String, Object> scenarioConfig) {
        return fixture.actAs(
                user,
                project,
                "scenario",
                "edit_scenario",
                Map.of("scenario_id", scenarioId(fixture, project), "scenario_config", scenarioConfig));
    }

    private WorkbenchResponse ofScenario(
            StudioFixture fixture, ProjectId project, UserId user, String workbench, String action) {
        return fixture.actAs(user, project, workbench, action, Map.of("scenario_id", scenarioId(fixture, project)));
    }

    /** One of the scenarios; an id that nobody has if there is none. */
    private String scenarioId(StudioFixture fixture, ProjectId project) {
        var scenarios = fixture.state(project).scenarios();
        ScenarioId id = scenarios.isEmpty()
                ? ScenarioId.of("00000000-0000-4000-8000-00000000dead")
                : scenarios.get(pick % scenarios.size()).scenarioId();
        return id.toString();
    }
}
