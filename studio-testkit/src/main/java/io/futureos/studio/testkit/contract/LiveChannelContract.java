package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static io.futureos.studio.testkit.contract.Parallel.inRounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.change.Revision;
import io.futureos.studio.live.Live;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.FrameComputed;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.live.StudioEvent.SessionLeft;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.Presences;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What {@link LiveChannel} promises. Events may arrive on another thread and some time later, so a test that shows that
 * something does not arrive waits for an event that was published after it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class LiveChannelContract {

    private static final int ROUNDS = 2_000;
    private static final long SECONDS_AT_MOST = 10;
    private static final Instant MORNING = MovableClock.START;

    private Live live;
    private GrowingProject norway;
    private ProjectId project;

    /** One in which nothing is going on. */
    protected abstract Live newEmptyLive();

    /** What another node sees of it, if nodes see it each through an object of their own. */
    protected Live atAnotherNode(Live one) {
        return one;
    }

    @BeforeEach
    final void start() {
        live = newEmptyLive();
        norway = GrowingProject.of(People.somebody());
        project = norway.id();
    }

    /** Somebody who watches a project. */
    private static final class Watcher implements Consumer<StudioEvent> {
        private final BlockingQueue<StudioEvent> arrived = new LinkedBlockingQueue<>();

        @Override
        public void accept(StudioEvent event) {
            arrived.add(event);
        }

        StudioEvent next() throws InterruptedException {
            StudioEvent event = arrived.poll(SECONDS_AT_MOST, TimeUnit.SECONDS);
            assertThat(event).as("an event within %d s", SECONDS_AT_MOST).isNotNull();
            return event;
        }
    }

    private Watcher watching(ProjectId id) {
        var watcher = new Watcher();
        live.channel().subscribe(id, watcher);
        return watcher;
    }

    private RevisionCommitted created() {
        return new RevisionCommitted(project, norway.created().revision());
    }

    private RevisionCommitted renamed(String name) {
        return new RevisionCommitted(project, norway.renamed(name).revision());
    }

    private StudioEvent published(StudioEvent event) {
        live.channel().publish(event);
        return event;
    }

    @Test
    void every_kind_of_event_arrives_as_it_was_published() throws Exception {
        Session session = Presences.opens(project, MORNING);
        JobStatus job = JobStatus.queued(new JobId(UUID.randomUUID()), Lane.DATA)
                .started(2, MORNING)
                .running("Ærlig \ud83d\ude97", 0.1, MORNING.plusSeconds(1));
        List<StudioEvent> events = List.of(
                created(),
                new JobProgressed(project, job),
                new SessionJoined(project, session),
                new CursorMoved(project, session.at(Map.of("row", 7, "share", 0.1), MORNING.plusNanos(1_000))),
                new SessionLeft(project, session),
                new FrameComputed(project, new ScenarioId(UUID.randomUUID()), 7, 12, Map.of("share", 0.1)),
                new EventsMissed(project));
        Watcher watcher = watching(project);

        for (StudioEvent event : events) {
            published(event);
            assertThat(watcher.next()).isEqualTo(event);
        }
    }

    @Test
    void everybody_who_watches_gets_every_event() throws Exception {
        Watcher anna = watching(project);
        Watcher bo = watching(project);

        StudioEvent event = published(created());

        assertThat(anna.next()).isEqualTo(event);
        assertThat(bo.next()).isEqualTo(event);
    }

    @Test
    void an_event_reaches_those_who_watch_at_another_node() throws Exception {
        var bo = new Watcher();
        atAnotherNode(live).channel().subscribe(project, bo);
        Watcher anna = watching(project);

        StudioEvent event = published(created());

        assertThat(bo.next()).isEqualTo(event);
        assertThat(anna.next()).isEqualTo(event);
    }

    @Test
    void the_events_of_other_projects_do_not_arrive() throws Exception {
        Watcher watcher = watching(project);
        var sweden = GrowingProject.of(People.somebody());
        published(new RevisionCommitted(sweden.id(), sweden.created().revision()));

        StudioEvent event = published(created());

        assertThat(watcher.next()).isEqualTo(event);
    }

    @Test
    void an_event_that_nobody_watches_is_no_problem_and_does_not_arrive_later() throws Exception {
        published(created());
        Watcher watcher = watching(project);

        StudioEvent event = published(renamed("Norway"));

        assertThat(watcher.next()).isEqualTo(event);
    }

    @Test
    void nothing_arrives_after_the_subscription_was_closed_once_or_twice() throws Exception {
        var gone = new Watcher();
        Subscription subscription = live.channel().subscribe(project, gone);
        Watcher stays = watching(project);
        published(created());
        assertThat(gone.next()).isEqualTo(stays.next());

        subscription.close();
        subscription.close();
        StudioEvent event = published(renamed("Norway"));

        assertThat(stays.next()).isEqualTo(event);
        assertThat(gone.arrived).isEmpty();
    }

    @Test
    void who_subscribes_twice_and_leaves_once_still_gets_every_event_once() throws Exception {
        var watcher = new Watcher();
        Subscription first = live.channel().subscribe(project, watcher);
        live.channel().subscribe(project, watcher);
        Watcher last = watching(project);

        first.close();
        first.close();
        StudioEvent event = published(created());
        last.next();

        assertThat(watcher.next()).isEqualTo(event);
        assertThat(watcher.arrived).isEmpty();
    }

    @Test
    void the_last_who_leaves_and_comes_back_gets_events_again() throws Exception {
        live.channel().subscribe(project, new Watcher()).close();
        Watcher back = watching(project);

        StudioEvent event = published(created());

        assertThat(back.next()).isEqualTo(event);
    }

    @Test
    void revisions_arrive_in_the_order_in_which_they_were_published() throws Exception {
        Watcher watcher = watching(project);
        var published = new ArrayList<StudioEvent>();
        published.add(published(created()));
        for (int i = 0; i < 200; i++) {
            published.add(published(renamed("Norway " + i)));
        }

        for (StudioEvent event : published) {
            assertThat(watcher.next()).isEqualTo(event);
        }
    }

    @Test
    void a_listener_that_throws_does_not_keep_the_others_from_their_events() throws Exception {
        live.channel().subscribe(project, event -> {
            throw new IllegalStateException("this listener always throws");
        });
        Watcher watcher = watching(project);

        StudioEvent first = published(created());
        StudioEvent second = published(renamed("Norway"));

        assertThat(watcher.next()).isEqualTo(first);
        assertThat(watcher.next()).isEqualTo(second);
    }

    @Test
    void who_watches_misses_nothing_while_others_come_and_go() throws Exception {
        Watcher watcher = watching(project);
        var events = new ArrayList<RevisionCommitted>();
        events.add(created());
        for (int i = 0; i < 200; i++) {
            events.add(renamed("Norway " + i));
        }

        inParallel(8, thread -> {
            if (thread == 0) {
                events.forEach(live.channel()::publish);
            } else {
                for (int i = 0; i < 100; i++) {
                    live.channel().subscribe(project, new Watcher()).close();
                }
            }
        });

        for (RevisionCommitted event : events) {
            assertThat(((RevisionCommitted) watcher.next()).revision()).isEqualTo(event.revision());
        }
    }

    @Test
    void who_subscribes_while_the_last_one_leaves_is_subscribed() throws Exception {
        Revision revision = norway.created().revision();
        List<ProjectId> projects = Stream.generate(() -> new ProjectId(UUID.randomUUID()))
                .limit(ROUNDS)
                .toList();
        List<Subscription> leaving = projects.stream()
                .map(id -> live.channel().subscribe(id, new Watcher()))
                .toList();
        var coming = new Watcher();

        inRounds(ROUNDS, 2, (round, thread) -> {
            if (thread == 0) {
                leaving.get(round).close();
            } else {
                live.channel().subscribe(projects.get(round), coming);
            }
        });

        for (ProjectId id : projects) {
            published(new RevisionCommitted(id, revision));
        }
        for (ProjectId id : projects) {
            assertThat(coming.next().project()).isEqualTo(id);
        }
    }
}
