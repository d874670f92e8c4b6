package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.QUESTION;
import static io.futureos.studio.storage.memory.StudioFixture.TEAM;
import static io.futureos.studio.storage.memory.StudioFixture.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ProjectPage;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.TemplateOperations.TemplateInfo;
import io.futureos.studio.action.Template;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.workflow.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectsTest {

    private final StudioFixture fixture = new StudioFixture();

    @Test
    void the_projects_of_a_user_come_in_pages_with_the_last_changed_first() {
        List<ProjectId> projects = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            projects.add(fixture.aProject());
        }
        fixture.studio.projects().update(projects.get(1), ANNA, new ProjectUpdate("Newest", null, null, null));

        ProjectPage first = fixture.studio.projects().list(ANNA, null, 2);
        ProjectPage second = fixture.studio.projects().list(ANNA, first.next(), 2);
        ProjectPage third = fixture.studio.projects().list(ANNA, second.next(), 2);

        List<ProjectSummary> all = new ArrayList<>(first.projects());
        all.addAll(second.projects());
        all.addAll(third.projects());
        assertThat(all)
                .extracting(ProjectSummary::id)
                .containsExactly(projects.get(1), projects.get(4), projects.get(3), projects.get(2), projects.get(0));
        assertThat(first.projects().get(0).name()).isEqualTo("Newest");
        assertThat(third.next()).isNull();
    }

    @Test
    void a_list_refuses_a_place_that_it_did_not_give() {
        assertThatThrownBy(() -> fixture.studio.projects().list(ANNA, "yesterday", 10))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/after");
        assertThatThrownBy(() -> fixture.studio.projects().list(ANNA, null, 0))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/size");
    }

    @Test
    void a_team_s_projects_are_seen_by_its_members_only() {
        ProjectId project = fixture.studio
                .projects()
                .create(new ProjectCreate(TIM, "Ours", QUESTION).in(TEAM))
                .projectId();

        assertThat(fixture.studio.projects().listOfTeam(TIM, TEAM, null, 10).projects())
                .extracting(ProjectSummary::id)
                .containsExactly(project);
        assertThatThrownBy(() -> fixture.studio.projects().listOfTeam(ANNA, TEAM, null, 10))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.projects().create(new ProjectCreate(ANNA, "Theirs", QUESTION).in(TEAM)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_deleted_project_is_gone_from_the_list_and_comes_back_as_it_was() {
        ProjectId project = fixture.aCompleteProject();

        fixture.studio.projects().delete(project, ANNA);

        assertThat(fixture.studio.projects().list(ANNA, null, 10).projects()).isEmpty();
        assertThatThrownBy(() -> fixture.state(project)).isInstanceOf(ProjectNotFoundException.class);
        ProjectState back = fixture.studio.projects().restore(project, ANNA);
        assertThat(back.status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(fixture.studio.projects().list(ANNA, null, 10).projects()).hasSize(1);
    }

    @Test
    void a_copy_is_current_without_an_engine_call_and_shares_nothing_with_the_original() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(
                project,
                "report",
                "schedule",
                Map.of("schedule", Map.of("frequency", "daily", "recipients", List.of("ada@example.org"))));
        fixture.invite(project, BO);
        int calls = fixture.engines.calls();

        ProjectState copy = fixture.studio.projects().duplicate(project, BO, null);

        ProjectState original = fixture.state(project);
        assertThat(copy.status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
        assertThat(copy.projectName()).isEqualTo(original.projectName());
        assertThat(copy.userId()).isEqualTo(BO);
        assertThat(copy.collaborators()).hasSize(1);
        assertThat(copy.modificationLog()).hasSize(1);
        assertThat(copy.scenarios())
                .extracting(ProjectState.ScenarioState::name)
                .containsExactly("As things stand", "More of it");
        assertThat(copy.scenarios())
                .extracting(ProjectState.ScenarioState::scenarioId)
                .doesNotContainAnyElementsOf(original.scenarios().stream()
                        .map(ProjectState.ScenarioState::scenarioId)
                        .toList());
        assertThat(copy.populationId()).isNotEqualTo(original.populationId());
        assertThat(fixture.studio.reports().latest(copy.projectId(), BO).projectId())
                .isEqualTo(copy.projectId());
    }

    @Test
    void a_version_is_the_project_as_it_was_saved() {
        ProjectId project = fixture.aCompleteProject();
        ProjectState before = fixture.state(project);

        VersionInfo saved = fixture.studio.projects().save(project, ANNA, "Before the board meets");
        fixture.override(project, "share[2024-01]", 0.3);

        assertThat(saved.number()).isEqualTo(2);
        assertThat(saved.reason()).isEqualTo("Before the board meets");
        assertThat(fixture.studio.projects().versions(project, ANNA, null, 10))
                .extracting(VersionInfo::number)
                .containsExactly(2, 1);
        ProjectState version = fixture.studio.projects().load(project, ANNA, 2);
        assertThat(version.status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(version.version()).isEqualTo(2);
        assertThat(version.scenarios()).isEqualTo(before.scenarios());
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DRAFT);
        assertThatThrownBy(() -> fixture.studio.projects().load(project, ANNA, 3))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("has no version 3");
    }

    @Test
    void a_reason_or_a_template_s_name_that_is_too_long_is_called_by_its_name() {
        ProjectId project = fixture.aProject();

        assertThatThrownBy(() -> fixture.studio.projects().save(project, ANNA, "long ".repeat(10_000)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("/reason ");
        assertThatThrownBy(() -> fixture.studio.templates().save(project, ANNA, "", null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("/name ");
    }

    @Test
    void restoring_a_version_makes_everything_current_again_and_can_be_undone() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId first = fixture.state(project).scenarios().get(0).scenarioId();
        fixture.studio.projects().save(project, ANNA, "Complete");
        fixture.act(project, "scenario", "delete_scenario", Map.of("scenario_id", first.toString()));
        fixture.aScenario(project, "Added later", Map.of("share", 0.5));
        fixture.override(project, "share[2024-01]", 0.3);
        int calls = fixture.engines.calls();

        ProjectState restored = fixture.studio.projects().restoreVersion(project, ANNA, 2);

        assertThat(restored.status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(restored.scenarios())
                .extracting(ProjectState.ScenarioState::name)
                .containsExactly("As things stand", "More of it");
        assertThat(fixture.engines.calls()).isEqualTo(calls);
        assertThat(restored.version())
                .as("what was there before is a version too")
                .isEqualTo(3);
        ProjectState undone = fixture.studio.workbench().undo(project, ANNA).updatedProjectState();
        assertThat(undone.scenarios())
                .extracting(ProjectState.ScenarioState::name)
                .containsExactly("More of it", "Added later");
    }

    @Test
    void restoring_one_workbench_leaves_the_others_alone() {
        ProjectId project = fixture.aCompleteProject();
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.studio.projects().save(project, ANNA, "With an override");
        fixture.aScenario(project, "Added later", Map.of("share", 0.5));
        fixture.studio.workbench().undo(project, ANNA);
        fixture.aScenario(project, "Added later still", Map.of("share", 0.5));
        fixture.override(project, "share[2024-01]", 0.4);

        ProjectState restored = fixture.studio.projects().restoreVersion(project, ANNA, 2, Workbench.DATA);

        assertThat(restored.workbenchStates().data().overrides())
                .extracting(override -> override.value())
                .containsExactly(0.3);
        assertThat(restored.scenarios()).hasSize(3);
    }

    @Test
    void of_52_versions_50_are_at_hand_and_the_others_still_load() {
        ProjectId project = fixture.aProject();
        for (int i = 2; i <= 52; i++) {
            fixture.studio.projects().save(project, ANNA, "Number " + i);
        }
        fixture.pass(Duration.ofSeconds(30));
        fixture.studio.sweep();

        List<VersionInfo> versions = fixture.studio.projects().versions(project, ANNA, null, 100);

        assertThat(versions).hasSize(52);
        assertThat(versions.stream().filter(VersionInfo::archived))
                .extracting(VersionInfo::number)
                .containsExactly(2, 1);
        assertThat(fixture.studio.projects().load(project, ANNA, 1).version()).isEqualTo(1);
        assertThat(fixture.studio.projects().versions(project, ANNA, 3, 100))
                .extracting(VersionInfo::number)
                .containsExactly(2, 1);
    }

    @Test
    void a_project_saved_as_a_template_starts_others_with_the_same_inputs_and_nothing_made() {
        ProjectId project = fixture.aCompleteProject();
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.act(project, "population", "resize_population", Map.of("target_size", 5_000));

        TemplateInfo saved = fixture.studio.templates().save(project, ANNA, "Our way", null);
        ProjectState made =
                fixture.studio.projects().create(new ProjectCreate(ANNA, "From the template", null).from(saved.id()));

        assertThat(fixture.studio.templates().list(ANNA)).containsExactly(saved);
        assertThat(made.status()).isEqualTo(ProjectStatus.DRAFT);
        assertThat(made.scenarios())
                .extracting(ProjectState.ScenarioState::name)
                .containsExactly("As things stand", "More of it");
        assertThat(made.workbenchStates().data().overrides()).hasSize(1);
        assertThat(made.workbenchStates().population().adjustments())
                .extracting(adjustment -> adjustment.dimension())
                .containsExactly("size");
        Template again = fixture.studio.templates().load(ANNA, saved.id());
        assertThat(again.scenarios()).hasSize(2);
        assertThatThrownBy(() -> fixture.studio.templates().load(BO, saved.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_team_s_template_is_seen_by_its_members() {
        ProjectId project = fixture.studio
                .projects()
                .create(new ProjectCreate(TIM, "Ours", QUESTION))
                .projectId();

        TemplateInfo saved = fixture.studio.templates().save(project, TIM, "For all of us", TEAM);

        assertThat(fixture.studio.templates().list(TIM)).containsExactly(saved);
        assertThat(fixture.studio.templates().list(ANNA)).isEmpty();
        assertThatThrownBy(() -> fixture.studio.templates().save(fixture.aProject(), ANNA, "Not mine", TEAM))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void people_come_change_and_go_but_an_owner_stays() {
        ProjectId project = fixture.aProject();

        ProjectState added = fixture.studio.collaboration().add(project, ANNA, BO, Role.VIEWER);
        assertThat(added.collaborators())
                .extracting(ProjectState.CollaboratorState::role)
                .containsExactlyInAnyOrder(Role.OWNER, Role.VIEWER);
        assertThatThrownBy(() -> fixture.studio.collaboration().add(project, ANNA, BO, Role.EDITOR))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Change the role instead");
        fixture.studio.collaboration().changeRole(project, ANNA, BO, Role.OWNER);
        fixture.studio.collaboration().leave(project, ANNA);
        assertThatThrownBy(() -> fixture.state(project)).isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.collaboration().leave(project, BO))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at least one owner");
        assertThatThrownBy(() -> fixture.studio.collaboration().changeRole(project, BO, TIM, Role.OWNER))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is no collaborator");
    }
}
