package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.QUESTION;
import static io.futureos.studio.storage.memory.StudioFixture.TEAM;
import static io.futureos.studio.storage.memory.StudioFixture.TIM;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ProjectPage;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An id that somebody has seen or guessed opens nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrangersTest {

    private static final UUID COMMAND = new UUID(7, 7);

    private final StudioFixture fixture = new StudioFixture();

    private ProjectId aProjectOf(UserId user) {
        return fixture.studio
                .projects()
                .create(new ProjectCreate(user, "Somebody's own", QUESTION))
                .projectId();
    }

    @Test
    void a_command_of_somebody_else_tells_nothing_about_what_it_did() {
        ProjectId theirs = fixture.aProject();
        refresh(theirs, ANNA);

        assertThatThrownBy(() -> refresh(theirs, BO)).isInstanceOf(ProjectNotFoundException.class);
        ProjectId own = aProjectOf(BO);
        fixture.actAs(BO, own, "data", "add_custom_source", StudioFixture.source("share"));
        refresh(own, BO);
        assertThat(fixture.studio.projects().load(own, BO).status()).isEqualTo(ProjectStatus.DATA_READY);
    }

    private void refresh(ProjectId project, UserId user) {
        fixture.studio
                .workbench()
                .execute(new WorkbenchRequest(
                        project, user, StudioFixture.action("data", "refresh_data", Map.of()), COMMAND, null));
    }

    @Test
    void whoever_was_taken_off_a_project_gets_no_answer_to_a_command_that_they_sent_before() {
        ProjectId project = fixture.aProject();
        fixture.invite(project, BO);
        refresh(project, BO);
        fixture.studio.collaboration().remove(project, ANNA, BO);

        assertThatThrownBy(() -> refresh(project, BO)).isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void a_job_of_another_project_is_not_found_and_not_cancelled() {
        ProjectId theirs = fixture.aProject();
        ProjectId own = aProjectOf(BO);
        fixture.holdJobs();
        JobId job = requireNonNull(
                fixture.act(theirs, "data", "refresh_data", Map.of()).jobId());

        assertThatThrownBy(() -> fixture.studio.jobs().status(own, BO, job)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.jobs().cancel(own, BO, job)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.jobs().cancel(theirs, BO, job))
                .isInstanceOf(ProjectNotFoundException.class);
        assertThat(fixture.studio.jobs().status(theirs, ANNA, job).state()).isEqualTo(JobStatus.State.QUEUED);
    }

    @Test
    void the_same_is_said_of_a_version_that_is_there_and_of_one_that_is_not() {
        ProjectId theirs = fixture.aProject();

        for (int version : List.of(1, 99)) {
            assertThatThrownBy(() -> fixture.studio.projects().load(theirs, BO, version))
                    .isInstanceOf(ProjectNotFoundException.class);
            assertThatThrownBy(() -> fixture.studio.projects().restoreVersion(theirs, BO, version))
                    .isInstanceOf(ProjectNotFoundException.class);
            assertThatThrownBy(() -> fixture.studio.projects().watch(theirs, BO, version, event -> {}))
                    .isInstanceOf(ProjectNotFoundException.class);
            assertThatThrownBy(() -> fixture.studio.projects().since(theirs, BO, version))
                    .isInstanceOf(ProjectNotFoundException.class);
        }
    }

    @Test
    void a_template_of_another_team_starts_nothing() {
        ProjectId project = aProjectOf(TIM);
        UUID template = fixture.studio
                .templates()
                .save(project, TIM, "For all of us", TEAM)
                .id();

        assertThatThrownBy(() -> fixture.studio.projects().create(new ProjectCreate(BO, "Copied", null).from(template)))
                .isInstanceOf(NotFoundException.class);
        assertThat(fixture.studio.projects().list(BO, null, 10).projects()).isEmpty();
    }

    @Test
    void a_scenario_of_another_project_has_no_frames_here() {
        ProjectId theirs = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(theirs).scenarios().get(0).scenarioId();
        ProjectId own = aProjectOf(BO);

        assertThatThrownBy(() -> fixture.studio.workbench().exportedFrames(own, BO, scenario, DataFormat.CSV))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> fixture.studio.workbench().exportedFrames(theirs, BO, scenario, DataFormat.CSV))
                .isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void what_belongs_to_a_project_is_hidden_like_the_project() {
        ProjectId theirs = fixture.aProject();

        assertThatThrownBy(() -> fixture.studio.reports().schedules(theirs, BO))
                .isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.jobs().atWork(theirs, BO)).isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.collaboration().present(theirs, BO))
                .isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.collaboration().leave(theirs, BO))
                .isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void a_list_leaves_out_what_the_host_s_policy_hides_and_goes_on_behind_it() {
        ProjectId hidden = aProjectOf(TIM);
        List<ProjectId> shown = List.of(teamProject(), teamProject());
        ProjectId alsoHidden = teamProject();
        StudioOrchestrator strict =
                fixture.node().access(new Hiding(List.of(hidden, alsoHidden))).build();

        assertThatThrownBy(() -> strict.projects().load(hidden, TIM)).isInstanceOf(ProjectNotFoundException.class);
        assertThat(all(after -> strict.projects().list(TIM, after, 1))).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(all(after -> strict.projects().listOfTeam(TIM, TEAM, after, 1)))
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    private ProjectId teamProject() {
        return fixture.studio
                .projects()
                .create(new ProjectCreate(TIM, "Ours", QUESTION).in(TEAM))
                .projectId();
    }

    private static List<ProjectId> all(Function<@Nullable String, ProjectPage> list) {
        var all = new ArrayList<ProjectId>();
        ProjectPage page = list.apply(null);
        page.projects().forEach(project -> all.add(project.id()));
        while (page.next() != null) {
            page = list.apply(page.next());
            page.projects().forEach(project -> all.add(project.id()));
        }
        return all;
    }

    /** Everybody owns everything but what is hidden. */
    private record Hiding(List<ProjectId> hidden) implements AccessPolicy {

        @Override
        public Optional<Role> roleOf(UserId user, ProjectSummary project) {
            return hidden.contains(project.id()) ? Optional.empty() : Optional.of(Role.OWNER);
        }

        @Override
        public boolean isMember(UserId user, TeamId team) {
            return true;
        }
    }
}
