package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inRounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.live.Live;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.Sessions;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.testkit.fixture.Presences;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class SessionsContract {

    private static final int ROUNDS = 2_000;
    private static final Instant MORNING = MovableClock.START;

    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private Live live;
    private Sessions sessions;

    /** One in which nothing is going on. */
    protected abstract Live newEmptyLive();

    /** What another node sees of it, if nodes see it each through an object of their own. */
    protected Live atAnotherNode(Live one) {
        return one;
    }

    @BeforeEach
    final void start() {
        live = newEmptyLive();
        sessions = live.sessions();
    }

    private Session opened(int second) {
        Session session = Presences.opens(project, MORNING.plusSeconds(second));
        sessions.put(session);
        return session;
    }

    @Test
    void in_a_project_that_nobody_has_open_there_is_nobody() {
        opened(0);

        assertThat(sessions.of(new ProjectId(UUID.randomUUID()), MORNING)).isEmpty();
    }

    @Test
    void who_has_the_project_open_is_there_those_who_joined_first_first() {
        Session second = opened(10);
        Session first = opened(0);
        Session third = opened(20);

        assertThat(sessions.of(project, MORNING)).containsExactly(first, second, third);
    }

    @Test
    void other_nodes_see_who_is_there() {
        Session session = opened(0);

        assertThat(atAnotherNode(live).sessions().of(project, MORNING)).containsExactly(session);
    }

    @Test
    void a_session_is_as_it_was_put_last() {
        Session session = opened(0);
        Session moved = session.at(
                Map.of("place", "Ærlig \ud83d\ude97 \"øl\"", "row", 7, "share", 0.1), MORNING.plusSeconds(5));

        sessions.put(moved);
        sessions.put(moved);

        assertThat(sessions.of(project, MORNING)).containsExactly(moved);
    }

    @Test
    void a_user_may_have_the_project_open_in_two_windows() {
        Session first = opened(0);
        var second = new Session(
                UUID.randomUUID(), project, first.user(), MORNING.plusSeconds(1), MORNING.plusSeconds(1), Map.of());
        sessions.put(second);

        assertThat(sessions.of(project, MORNING)).containsExactly(first, second);
    }

    @Test
    void who_was_heard_of_at_the_instant_is_there_and_who_was_heard_of_before_is_not() {
        Session silent = opened(0);
        Session heardOf = opened(0).seen(MORNING.plusSeconds(30));
        sessions.put(heardOf);

        assertThat(sessions.of(project, MORNING)).containsExactlyInAnyOrder(silent, heardOf);
        assertThat(sessions.of(project, MORNING.plusSeconds(30))).containsExactly(heardOf);
        assertThat(sessions.of(project, MORNING.plusSeconds(30).plusNanos(1_000)))
                .isEmpty();
    }

    @Test
    void who_was_silent_and_is_heard_of_again_is_there_again() {
        Session session = opened(0);
        assertThat(sessions.of(project, MORNING.plusSeconds(30))).isEmpty();

        sessions.put(session.seen(MORNING.plusSeconds(60)));

        assertThat(sessions.of(project, MORNING.plusSeconds(30)))
                .containsExactly(session.seen(MORNING.plusSeconds(60)));
    }

    @Test
    void who_closed_the_project_is_not_there_and_may_close_it_again() {
        Session session = opened(0);
        Session stays = opened(1);

        sessions.remove(project, session.id());
        sessions.remove(project, session.id());
        sessions.remove(new ProjectId(UUID.randomUUID()), stays.id());

        assertThat(sessions.of(project, MORNING)).containsExactly(stays);
    }

    @Test
    void who_opens_the_project_while_the_last_one_closes_it_is_there() throws Exception {
        List<ProjectId> projects = Stream.generate(() -> new ProjectId(UUID.randomUUID()))
                .limit(ROUNDS)
                .toList();
        List<Session> leaving = projects.stream()
                .map(id -> Presences.opens(id, MORNING))
                .peek(sessions::put)
                .toList();
        List<Session> coming =
                projects.stream().map(id -> Presences.opens(id, MORNING)).toList();

        inRounds(ROUNDS, 2, (round, thread) -> {
            if (thread == 0) {
                sessions.remove(projects.get(round), leaving.get(round).id());
            } else {
                sessions.put(coming.get(round));
            }
        });

        assertThat(coming)
                .allSatisfy(session ->
                        assertThat(sessions.of(session.project(), MORNING)).containsExactly(session));
    }
}
