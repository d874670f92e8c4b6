package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.TEAM;
import static io.futureos.studio.storage.memory.StudioFixture.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.WatchEnded;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Role;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchingRightsTest {

    private final StudioFixture fixture = new StudioFixture();
    private final ProjectId project = fixture.aProjectWithoutQuestion();
    private final WatchingClient bo;
    private final WatchingClient anna;

    WatchingRightsTest() {
        fixture.invite(project, BO);
        bo = new WatchingClient(fixture.state(project));
        anna = new WatchingClient(fixture.state(project));
        fixture.studio.projects().watch(project, BO, bo);
        fixture.studio.projects().watch(project, ANNA, anna);
    }

    @Test
    void who_is_taken_off_the_project_is_told_so_and_nothing_more() {
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.studio.collaboration().remove(project, ANNA, BO);
        fixture.override(project, "share[2024-01]", 0.4);
        fixture.studio.collaboration().join(project, ANNA);
        fixture.studio.sweep();

        assertThat(bo.events()).hasSize(2).last().isEqualTo(new WatchEnded(project));
        assertThat(bo.revisions()).containsExactly(4L);
        assertThat(anna.revisions()).containsExactly(4L, 5L, 6L);
    }

    @Test
    void what_was_left_for_somebody_before_the_role_was_taken_away_is_told_and_nothing_after_it() {
        fixture.holdEvents();
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.studio.collaboration().remove(project, ANNA, BO);
        fixture.studio.collaboration().join(project, ANNA);

        fixture.tellEvents();

        assertThat(bo.events())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(RevisionCommitted.class, WatchEnded.class);
    }

    @Test
    void who_is_let_in_again_has_to_subscribe_again() {
        fixture.studio.collaboration().remove(project, ANNA, BO);
        fixture.invite(project, BO);
        fixture.studio.sweep();

        assertThat(bo.events()).containsExactly(new WatchEnded(project));
    }

    @Test
    void another_role_that_may_watch_changes_nothing() {
        fixture.studio.collaboration().changeRole(project, ANNA, BO, Role.VIEWER);
        fixture.override(project, "share[2024-01]", 0.3);

        assertThat(bo.revisions()).containsExactly(4L, 5L);
    }

    @Test
    void when_a_project_is_deleted_everybody_is_told_so_and_nothing_more() {
        fixture.studio.projects().delete(project, ANNA);
        fixture.studio.projects().restore(project, ANNA);
        fixture.override(project, "share[2024-01]", 0.3);

        assertThat(bo.events()).containsExactly(new WatchEnded(project));
        assertThat(anna.events()).containsExactly(new WatchEnded(project));
    }

    @Test
    void a_role_that_was_taken_away_while_the_channel_was_away_ends_at_the_next_sweep() {
        StudioOrchestrator far = fixture.anotherNode(fixture.storage, new TroubledLive());
        var away = new WatchingClient(fixture.state(project));
        far.projects().watch(project, BO, away);

        fixture.override(project, "share[2024-01]", 0.3);
        fixture.studio.collaboration().remove(project, ANNA, BO);
        far.sweep();

        assertThat(away.events()).containsExactly(new WatchEnded(project));
    }

    @Test
    void a_role_that_was_taken_away_while_the_channel_was_away_ends_when_the_channel_says_that_it_was() {
        var live = new TroubledLive();
        StudioOrchestrator far = fixture.anotherNode(fixture.storage, live);
        var away = new WatchingClient(fixture.state(project));
        far.projects().watch(project, BO, away);

        fixture.studio.collaboration().remove(project, ANNA, BO);
        live.publish(new EventsMissed(project));

        assertThat(away.events()).containsExactly(new WatchEnded(project));
    }

    @Test
    void who_resumes_after_the_role_was_taken_away_is_told_that_there_is_no_such_project() {
        fixture.studio.collaboration().remove(project, ANNA, BO);

        assertThatThrownBy(() -> fixture.studio.projects().watch(project, BO, 3, bo))
                .isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void who_leaves_the_team_in_the_hosts_books_ends_at_the_next_sweep() {
        var member = new AtomicBoolean(true);
        StudioOrchestrator node = StudioOrchestrator.builder()
                .storage(fixture.storage)
                .engines(fixture.engines)
                .access(AccessPolicy.byCollaborators(
                        (user, team) -> user.equals(ANNA) || (user.equals(TIM) && member.get())))
                .eventExecutor(Runnable::run)
                .sweepsItself(false)
                .build();
        ProjectId ofTeam = node.projects()
                .create(new ProjectCreate(ANNA, "Ours", null).in(TEAM))
                .projectId();
        var tim = new WatchingClient(node.projects().load(ofTeam, TIM));
        node.projects().watch(ofTeam, TIM, tim);

        member.set(false);
        node.sweep();

        assertThat(tim.events()).containsExactly(new WatchEnded(ofTeam));
        node.close();
    }
}
