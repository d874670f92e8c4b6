package io.futureos.studio.testkit.world;

import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.testkit.world.Person.Wish;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes up what somebody wants to do in a workbench: legal or not, but always a request that the contract knows. */
final class Wishes {

    private static final ScenarioId NOBODYS = ScenarioId.of("00000000-0000-4000-8000-00000000dead");

    private final Chance chance;
    private int marks;

    Wishes(Chance chance) {
        this.chance = chance;
    }

    private enum Kind {
        ADD_SOURCE,
        CONFIGURE_SOURCE,
        OVERRIDE,
        OVERRIDE_AGAIN,
        WITHDRAW_OVERRIDE,
        REFRESH,
        ADJUST,
        RESIZE,
        REGENERATE,
        CREATE_SCENARIO,
        RENAME_SCENARIO,
        CHANGE_SCENARIO,
        SHOCK_SCENARIO,
        DUPLICATE_SCENARIO,
        DELETE_SCENARIO,
        RUN_SCENARIO,
        RUN_AGAIN,
        PAUSE,
        RESUME,
        STOP,
        STEP,
        INJECT,
        ADOPT,
        REPLAY,
        COMPARE,
        GENERATE,
        CUSTOMIZE,
        ANNOTATE,
        EXPORT,
        SCHEDULE,
        UNSCHEDULE,
        RESOLVE,
        REVIEW
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** Something that the user may want of the project as it is. */
    Wish next(Project project, UserId user, Instant now) {
        Kind kind = chance.of(KINDS);
        String mark = bearsMark(kind) ? Ledger.mark(++marks) : null;
        var request = new LinkedHashMap<String, Object>();
        request.put("project_id", project.id().toString());
        request.put("user_id", user.toString());
        request.put("command_id", chance.id().toString());
        if (chance.hits(0.2)) {
            request.put("base_revision", 1 + (long) chance.below((int) project.revision()));
        }
        fill(request, kind, project, String.valueOf(mark), now);
        return new Wish(request, mark, 0);
    }

    /** A step on the way from a source to a report, which is legal after those before it. */
    Wish onTheWay(int step, Project project, UserId user) {
        String scenario = scenario(project).toString();
        return switch (step) {
            case 0 -> of("data", "refresh_data", Map.of(), project.id(), user);
            case 1 -> of("population", "regenerate", Map.of(), project.id(), user);
            case 2 ->
                of(
                        "scenario",
                        "create_scenario",
                        config(Map.of("name", "As things stand", "description", "", "variable_overrides", List.of())),
                        project.id(),
                        user);
            case 3 -> of("scenario", "run_scenario", Map.of("scenario_id", scenario), project.id(), user);
            default -> of("report", "generate", Map.of(), project.id(), user);
        };
    }

    /** A wish that bears no mark. */
    Wish of(String workbench, String action, Map<String, Object> payload, ProjectId project, UserId user) {
        var request = new LinkedHashMap<String, Object>();
        request.put("project_id", project.toString());
        request.put("user_id", user.toString());
        request.put("command_id", chance.id().toString());
        of(request, workbench, action, payload);
        return new Wish(request, null, 0);
    }

    private static boolean bearsMark(Kind kind) {
        return switch (kind) {
            case OVERRIDE, OVERRIDE_AGAIN, CREATE_SCENARIO, RENAME_SCENARIO, ANNOTATE -> true;
            default -> false;
        };
    }

    private void fill(Map<String, Object> request, Kind kind, Project project, String mark, Instant now) {
        String scenario = scenario(project).toString();
        Map<String, Object> ofScenario = Map.of("scenario_id", scenario);
        int small = chance.below(4);
        switch (kind) {
            case ADD_SOURCE -> data(request, "add_custom_source", source("s" + small));
            case CONFIGURE_SOURCE ->
                data(request, "configure_source", Map.of("source_name", "share", "configuration", numbers(small)));
            case OVERRIDE -> data(request, "override_value", override("f" + small, mark));
            case OVERRIDE_AGAIN -> data(request, "override_value", override("f0", mark));
            case WITHDRAW_OVERRIDE ->
                data(request, "override_value", Map.of("override", Map.of("field", "f" + small, "remove", true)));
            case REFRESH -> data(request, "refresh_data", Map.of("fetch", small > 0));
            case ADJUST ->
                population(
                        request,
                        "adjust_distribution",
                        Map.of(
                                "adjustment",
                                Map.of("dimension", "age", "target", Map.of("young", 1 + small, "old", 1))));
            case RESIZE -> population(request, "resize_population", Map.of("target_size", 100 + small));
            case REGENERATE -> population(request, "regenerate", Map.of());
            case CREATE_SCENARIO ->
                scenario(
                        request,
                        "create_scenario",
                        config(Map.of("name", mark, "description", "", "variable_overrides", overrides(small))));
            case RENAME_SCENARIO -> scenario(request, "edit_scenario", edit(scenario, Map.of("name", mark)));
            case CHANGE_SCENARIO ->
                scenario(request, "edit_scenario", edit(scenario, Map.of("variable_overrides", overrides(small))));
            case SHOCK_SCENARIO ->
                scenario(
                        request,
                        "edit_scenario",
                        edit(
                                scenario,
                                Map.of(
                                        "shock_events",
                                        List.of(Map.of("tick", 1 + small, "variable", "share", "magnitude", 0.1)))));
            case DUPLICATE_SCENARIO -> scenario(request, "duplicate_scenario", ofScenario);
            case DELETE_SCENARIO -> scenario(request, "delete_scenario", ofScenario);
            case RUN_SCENARIO -> scenario(request, "run_scenario", ofScenario);
            case RUN_AGAIN ->
                simulation(
                        request,
                        "run",
                        Map.of("scenario_id", scenario, "simulation_config", Map.of("replicates", 1 + small)));
            case PAUSE -> simulation(request, "pause", Map.of());
            case RESUME -> simulation(request, "resume", Map.of());
            case STOP -> simulation(request, "stop", Map.of());
            case STEP -> simulation(request, "step_forward", Map.of());
            case INJECT ->
                simulation(request, "inject_shock", Map.of("shock", Map.of("variable", "share", "magnitude", 0.2)));
            case ADOPT -> simulation(request, "adopt_shocks", ofScenario);
            case REPLAY -> simulation(request, "replay", Map.of("tick", 1 + small));
            case COMPARE ->
                scenario(request, "compare_scenarios", Map.of("compare_ids", List.of(scenario, NOBODYS.toString())));
            case GENERATE -> report(request, "generate", Map.of());
            case CUSTOMIZE ->
                report(request, "customize", Map.of("report_config", Map.of("include_charts", small > 1)));
            case ANNOTATE ->
                report(
                        request,
                        "add_annotation",
                        Map.of("annotation", Map.of("section", "headline", "text", mark, "author", "Anna")));
            case EXPORT -> report(request, "export", Map.of("export_format", "html"));
            case SCHEDULE ->
                report(
                        request,
                        "schedule",
                        Map.of(
                                "schedule",
                                Map.of(
                                        "frequency",
                                        "R/" + now.plusSeconds(60L * small) + "/PT1M",
                                        "refresh",
                                        small == 0,
                                        "missed",
                                        small < 2 ? "all" : "latest",
                                        "recipients",
                                        List.of("board@example.org"))));
            case UNSCHEDULE ->
                report(
                        request,
                        "schedule",
                        Map.of("schedule", Map.of("schedule_id", schedule(project), "remove", true)));
            case RESOLVE ->
                report(
                        request,
                        "resolve_outcome",
                        Map.of(
                                "outcome",
                                Map.of(
                                        "value",
                                        0.25 * small,
                                        "known_at",
                                        now.minusSeconds(60L * small).toString(),
                                        "source",
                                        "the ministry")));
            case REVIEW -> report(request, "review_overrides", Map.of());
        }
    }

    private ScenarioId scenario(Project project) {
        List<ScenarioId> all = Scenario.idsIn(project);
        return all.isEmpty() ? NOBODYS : chance.of(all);
    }

    private String schedule(Project project) {
        List<String> all = List.copyOf(Cells.schedules().in(project).keySet());
        return all.isEmpty() ? NOBODYS.toString() : chance.of(all);
    }

    static Map<String, Object> source(String name) {
        return Map.of("source_name", name, "configuration", numbers(3));
    }

    private static Map<String, Object> numbers(int figure) {
        return Map.of("type", "numbers", "numbers", List.of(1, 2, figure));
    }

    private Map<String, Object> override(String field, String mark) {
        return Map.of("override", Map.of("field", field, "value", chance.below(3), "reason", mark));
    }

    private static Map<String, Object> config(Map<String, Object> config) {
        return Map.of("scenario_config", config);
    }

    private static Map<String, Object> edit(String scenario, Map<String, Object> config) {
        return Map.of("scenario_id", scenario, "scenario_config", config);
    }

    private static List<Object> overrides(int figure) {
        return List.of(Map.of("variable", "share", "value", figure / 4.0));
    }

    private static void data(Map<String, Object> request, String action, Map<String, Object> payload) {
        of(request, "data", action, payload);
    }

    private static void population(Map<String, Object> request, String action, Map<String, Object> payload) {
        of(request, "population", action, payload);
    }

    private static void scenario(Map<String, Object> request, String action, Map<String, Object> payload) {
        of(request, "scenario", action, payload);
    }

    private static void simulation(Map<String, Object> request, String action, Map<String, Object> payload) {
        of(request, "simulation", action, payload);
    }

    private static void report(Map<String, Object> request, String action, Map<String, Object> payload) {
        of(request, "report", action, payload);
    }

    private static void of(Map<String, Object> request, String workbench, String action, Map<String, Object> payload) {
        request.put("workbench", workbench);
        request.put("action", action);
        request.put("payload", payload);
    }

    /** What the trace says of a wish. */
    static String shown(Wish wish) {
        return wish.request().get("action") + " " + wish.request().get("payload");
    }
}
