package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.TEAM;
import static io.futureos.studio.storage.memory.StudioFixture.TIM;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.StudioException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.access.Operation;
import io.futureos.studio.action.ActionReader;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Workbench;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what: a row for every operation, tried by everybody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTest {

    private static final UserId EDITOR = UserId.of("00000000-0000-4000-8000-0000000000ed");
    private static final UserId VIEWER = UserId.of("00000000-0000-4000-8000-0000000000f1");
    private static final UserId OUTSIDER = UserId.of("00000000-0000-4000-8000-0000000000a0");
    private static final UserId REMOVED = UserId.of("00000000-0000-4000-8000-0000000000b0");
    private static final UserId SOMEBODY = UserId.of("00000000-0000-4000-8000-0000000000c0");
    private static final List<UserId> EVERYBODY = List.of(ANNA, EDITOR, VIEWER, TIM, OUTSIDER, REMOVED);
    private static final Map<UserId, String> NAMES = Map.of(
            ANNA,
            "owner",
            EDITOR,
            "editor",
            VIEWER,
            "viewer",
            TIM,
            "team member",
            OUTSIDER,
            "outsider",
            REMOVED,
            "removed");

    /** Who gets through; of the others those who see the project are denied, and the rest is told that there is none. */
    private enum Those {
        WHO_SEE,
        WHO_EDIT,
        WHO_OWN;

        Set<UserId> users() {
            return switch (this) {
                case WHO_SEE -> Set.of(ANNA, EDITOR, VIEWER, TIM);
                case WHO_EDIT -> Set.of(ANNA, EDITOR);
                case WHO_OWN -> Set.of(ANNA);
            };
        }
    }

    private record Row(Those those, Attempt attempt) {}

    private interface Attempt {
        void by(UserId user, StudioOrchestrator studio, ProjectId project) throws Exception;
    }

    private static Map<Operation, Row> table() {
        var rows = new EnumMap<Operation, Row>(Operation.class);
        rows.put(
                Operation.LOAD, see((user, studio, project) -> studio.projects().load(project, user)));
        rows.put(
                Operation.LOAD_VERSION,
                see((user, studio, project) -> studio.projects().load(project, user, 1)));
        rows.put(
                Operation.LIST_VERSIONS,
                see((user, studio, project) -> studio.projects().versions(project, user, null, 10)));
        rows.put(
                Operation.WATCH,
                see((user, studio, project) ->
                        studio.projects().watch(project, user, event -> {}).close()));
        rows.put(
                Operation.DUPLICATE,
                see((user, studio, project) -> studio.projects().duplicate(project, user, null)));
        rows.put(
                Operation.UPDATE,
                edit((user, studio, project) -> studio.projects()
                        .update(project, user, new ProjectUpdate("Named by " + user, null, null, null))));
        rows.put(
                Operation.SAVE,
                edit((user, studio, project) -> studio.projects().save(project, user, "To keep")));
        rows.put(
                Operation.RESTORE_VERSION,
                edit((user, studio, project) -> studio.projects().restoreVersion(project, user, 1)));
        rows.put(
                Operation.SAVE_AS_TEMPLATE,
                edit((user, studio, project) -> studio.templates().save(project, user, "A template", null)));
        rows.put(
                Operation.DELETE,
                own((user, studio, project) -> studio.projects().delete(project, user)));
        rows.put(
                Operation.RESTORE_DELETED,
                own((user, studio, project) -> studio.projects().restore(project, user)));
        rows.put(
                Operation.ADD_COLLABORATOR,
                own((user, studio, project) -> studio.collaboration().add(project, user, SOMEBODY, Role.VIEWER)));
        rows.put(
                Operation.CHANGE_ROLE,
                own((user, studio, project) -> studio.collaboration().changeRole(project, user, VIEWER, Role.EDITOR)));
        rows.put(
                Operation.REMOVE_COLLABORATOR,
                own((user, studio, project) -> studio.collaboration().remove(project, user, VIEWER)));
        rows.put(
                Operation.JOIN,
                see((user, studio, project) ->
                        studio.collaboration().join(project, user).close()));
        rows.put(
                Operation.LEAVE,
                see((user, studio, project) -> studio.collaboration().leave(project, user)));
        rows.put(
                Operation.FOLLOW_JOB,
                see((user, studio, project) -> studio.jobs().status(project, user, new JobId(new UUID(0, 1)))));
        rows.put(
                Operation.CANCEL_JOB,
                edit((user, studio, project) -> studio.jobs().cancel(project, user, aJob(studio, project))));
        rows.put(
                Operation.UNDO,
                edit((user, studio, project) -> studio.workbench().undo(project, user)));
        rows.put(
                Operation.REDO,
                edit((user, studio, project) -> studio.workbench().redo(project, user)));
        rows.put(
                Operation.READ_REPORT,
                see((user, studio, project) -> studio.reports().latest(project, user)));
        rows.put(
                Operation.DOWNLOAD_EXPORT,
                see((user, studio, project) -> studio.reports().exported(project, user, ExportFormat.HTML)));
        rows.put(
                Operation.READ_LEDGER,
                see((user, studio, project) -> studio.reports().ledger(project, user)));
        PAYLOADS.forEach((action, payload) -> {
            Attempt attempt = (user, studio, project) ->
                    studio.workbench().execute(project, user, StudioFixture.action(room(action), action, payload));
            rows.put(Operation.ofAction(action), LOOKING.contains(action) ? see(attempt) : edit(attempt));
        });
        return rows;
    }

    private static final Set<String> LOOKING = Set.of(
            "explore_sources",
            "preview_data",
            "view_archetypes",
            "view_network",
            "compare_scenarios",
            "replay",
            "step_backward",
            "step_forward");

    private static final String SCENARIO = "00000000-0000-4000-8000-000000000001";

    private static final Map<String, Map<String, Object>> PAYLOADS = Map.ofEntries(
            Map.entry("explore_sources", Map.of()),
            Map.entry("preview_data", Map.of()),
            Map.entry("configure_source", Map.of("source_name", "share", "configuration", Map.of("type", "x"))),
            Map.entry(
                    "override_value",
                    Map.of("override", Map.of("field", "share[2024-01]", "value", 1, "reason", "a typing error"))),
            Map.entry("add_custom_source", StudioFixture.source("another")),
            Map.entry("refresh_data", Map.of()),
            Map.entry("view_archetypes", Map.of()),
            Map.entry("view_network", Map.of()),
            Map.entry(
                    "adjust_distribution", Map.of("adjustment", Map.of("dimension", "age", "target", Map.of("a", 1)))),
            Map.entry("edit_archetype", Map.of("archetype_id", "a", "edits", Map.of("cars", 1))),
            Map.entry("resize_population", Map.of("target_size", 5_000)),
            Map.entry("regenerate", Map.of()),
            Map.entry("compare_scenarios", Map.of("compare_ids", List.of(SCENARIO, SCENARIO.replace('1', '2')))),
            Map.entry("create_scenario", Map.of("scenario_config", StudioFixture.scenario("Another", Map.of()))),
            Map.entry("edit_scenario", Map.of("scenario_id", SCENARIO, "scenario_config", Map.of("name", "Other"))),
            Map.entry("duplicate_scenario", Map.of("scenario_id", SCENARIO)),
            Map.entry("delete_scenario", Map.of("scenario_id", SCENARIO)),
            Map.entry("run_scenario", Map.of("scenario_id", SCENARIO)),
            Map.entry("run", Map.of()),
            Map.entry("pause", Map.of()),
            Map.entry("resume", Map.of()),
            Map.entry("stop", Map.of()),
            Map.entry("replay", Map.of("tick", 1)),
            Map.entry("step_forward", Map.of("tick", 1)),
            Map.entry("step_backward", Map.of("tick", 2)),
            Map.entry("inject_shock", Map.of("shock", Map.of("variable", "share", "magnitude", 0.1))),
            Map.entry("adopt_shocks", Map.of()),
            Map.entry("export_data", Map.of("export_format", "csv")),
            Map.entry("generate", Map.of()),
            Map.entry("customize", Map.of("report_config", Map.of("include_charts", false))),
            Map.entry("export", Map.of("export_format", "html")),
            Map.entry(
                    "schedule", Map.of("schedule", Map.of("frequency", "daily", "recipients", List.of("a@b.example")))),
            Map.entry(
                    "add_annotation",
                    Map.of("annotation", Map.of("section", "headline", "text", "Mind", "author", "Anna"))),
            Map.entry(
                    "resolve_outcome",
                    Map.of("outcome", Map.of("answer", true, "known_at", "2026-01-15T09:00:00Z", "source", "OFV"))),
            Map.entry("review_overrides", Map.of()));

    private static final Map<Operation, Row> TABLE = table();

    private static String room(String action) {
        return Stream.of(Workbench.values())
                .filter(workbench -> ActionReader.names(workbench).contains(action))
                .map(Workbench::wireName)
                .findFirst()
                .orElseThrow();
    }

    private static Row see(Attempt attempt) {
        return new Row(Those.WHO_SEE, attempt);
    }

    private static Row edit(Attempt attempt) {
        return new Row(Those.WHO_EDIT, attempt);
    }

    private static Row own(Attempt attempt) {
        return new Row(Those.WHO_OWN, attempt);
    }

    private static JobId aJob(StudioOrchestrator studio, ProjectId project) {
        return studio.workbench()
                .execute(project, ANNA, StudioFixture.action("data", "refresh_data", Map.of()))
                .startedJob();
    }

    @Test
    void every_operation_has_a_row_and_every_action_is_an_operation() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrder(Operation.values());
        assertThat(Arrays.stream(Workbench.values()).flatMap(workbench -> ActionReader.names(workbench).stream()))
                .containsExactlyInAnyOrderElementsOf(PAYLOADS.keySet());
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everybody_gets_as_far_as_the_table_says(Operation operation) {
        Row row = row(operation);
        for (UserId user : EVERYBODY) {
            assertThat(tried(row.attempt(), user))
                    .as("%s by %s", operation, NAMES.get(user))
                    .isEqualTo(expected(row.those(), user));
        }
    }

    private static Row row(Operation operation) {
        return requireNonNull(TABLE.get(operation), operation::toString);
    }

    private static String expected(Those those, UserId user) {
        if (user.equals(OUTSIDER) || user.equals(REMOVED)) {
            return "there is no such project";
        }
        return those.users().contains(user) ? "gets through" : "denied";
    }

    private static String tried(Attempt attempt, UserId user) {
        var fixture = new StudioFixture();
        ProjectId project = aProjectWithPeople(fixture);
        try {
            attempt.by(user, fixture.studio, project);
        } catch (ProjectNotFoundException e) {
            return "there is no such project";
        } catch (AccessDeniedException e) {
            return "denied";
        } catch (StudioException e) {
            return "gets through"; // a rule says no, or something is not there: the door was open
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return "gets through";
    }

    private static ProjectId aProjectWithPeople(StudioFixture fixture) {
        ProjectId project = fixture.studio
                .projects()
                .create(new ProjectCreate(TIM, "Norway goes electric", StudioFixture.QUESTION).in(TEAM))
                .projectId();
        fixture.studio.collaboration().add(project, TIM, ANNA, Role.OWNER);
        fixture.studio.collaboration().leave(project, TIM);
        fixture.act(project, "data", "add_custom_source", StudioFixture.source("share"));
        fixture.studio.collaboration().add(project, ANNA, EDITOR, Role.EDITOR);
        fixture.studio.collaboration().add(project, ANNA, VIEWER, Role.VIEWER);
        fixture.studio.collaboration().add(project, ANNA, REMOVED, Role.EDITOR);
        fixture.studio.collaboration().remove(project, ANNA, REMOVED);
        return project;
    }

    @Test
    void a_deleted_project_is_there_for_nobody_but_the_owner_who_brings_it_back() {
        for (Operation operation : Operation.values()) {
            for (UserId user : EVERYBODY) {
                boolean bringsItBack = operation == Operation.RESTORE_DELETED && user.equals(ANNA);
                if (operation == Operation.CANCEL_JOB) {
                    continue; // its attempt starts a job first, which nobody can
                }
                Attempt afterDeletion = (who, studio, project) -> {
                    studio.projects().delete(project, ANNA);
                    row(operation).attempt().by(who, studio, project);
                };
                assertThat(tried(afterDeletion, user))
                        .as("%s by %s", operation, NAMES.get(user))
                        .isEqualTo(bringsItBack ? "gets through" : "there is no such project");
            }
        }
    }
}
