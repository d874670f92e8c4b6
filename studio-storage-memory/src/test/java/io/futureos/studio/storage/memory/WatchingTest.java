package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.LiveSession;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CaughtUp;
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
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.fault.StorageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchingTest {

    private final StudioFixture fixture = new StudioFixture();
    private final ProjectId project = fixture.aProjectWithoutQuestion();
    private final WatchingClient client = new WatchingClient(fixture.state(project));

    private List<Long> everythingSince(long revision) {
        return LongStream.rangeClosed(revision + 1, fixture.storage.journal().head(project))
                .boxed()
                .toList();
    }

    @Test
    void whoever_changes_the_project_tells_nobody_of_it() {
        fixture.holdEvents();
        fixture.studio.projects().watch(project, ANNA, client);

        fixture.override(project, "share[2024-01]", 0.3);
        assertThat(client.events()).isEmpty();
        fixture.tellEvents();

        assertThat(client.revisions()).containsExactly(3L);
    }

    @Test
    void others_can_change_the_project_while_a_listener_is_told() {
        var others = new ArrayList<CompletableFuture<?>>();
        fixture.studio.projects().watch(project, ANNA, event -> {
            if (others.isEmpty()) {
                CompletableFuture<?> other =
                        CompletableFuture.runAsync(() -> fixture.override(project, "share[2024-02]", 0.4));
                others.add(other);
                other.orTimeout(20, TimeUnit.SECONDS).join();
            }
        });

        fixture.override(project, "share[2024-01]", 0.3);

        assertThat(others).singleElement().matches(CompletableFuture::isDone);
        assertThat(others).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(fixture.state(project).revision()).isEqualTo(4);
    }

    @Test
    void a_listener_that_throws_gets_the_next_event_and_harms_nobody() {
        var seen = new ArrayList<StudioEvent>();
        fixture.studio.projects().watch(project, ANNA, event -> {
            seen.add(event);
            if (seen.size() == 1) {
                throw new IllegalStateException("The listener is broken");
            }
            throw new AssertionError("The listener is broken");
        });
        fixture.studio.projects().watch(project, ANNA, client);

        for (int i = 1; i <= 3; i++) {
            fixture.override(project, "share[2024-01]", 0.1 * i);
        }

        assertThat(seen).hasSize(3);
        assertThat(client.revisions()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void whoever_closes_a_subscription_hears_nothing_more() {
        fixture.holdEvents();
        Subscription watching = fixture.studio.projects().watch(project, ANNA, client);
        fixture.override(project, "share[2024-01]", 0.3);

        watching.close();
        watching.close();
        fixture.tellEvents();
        fixture.override(project, "share[2024-01]", 0.4);
        fixture.studio.sweep();
        fixture.tellEvents();

        assertThat(client.events()).isEmpty();
    }

    @Test
    void whoever_closes_a_subscription_when_told_something_hears_nothing_more() {
        StudioOrchestrator far = fixture.anotherNode(fixture.storage, InProcessLive.create());
        var watching = new ArrayList<Subscription>();
        watching.add(far.projects().watch(project, ANNA, event -> {
            client.accept(event);
            watching.get(0).close();
        }));

        fixture.override(project, "share[2024-01]", 0.3);
        fixture.override(project, "share[2024-01]", 0.4);
        far.sweep();

        assertThat(client.revisions()).containsExactly(3L);
    }

    @Test
    void a_studio_that_is_closed_tells_nothing_more() {
        StudioOrchestrator other = fixture.anotherNode();
        other.projects().watch(project, ANNA, client);

        other.close();
        fixture.override(project, "share[2024-01]", 0.3);

        assertThat(client.events()).isEmpty();
    }

    @Test
    void whatever_the_channel_does_each_revision_is_told_once_and_in_order() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var live = new TroubledLive();
            StudioOrchestrator here = fixture.anotherNode(fixture.storage, live);
            StudioOrchestrator there = fixture.anotherNode(fixture.storage, live);
            var watching = new WatchingClient(fixture.state(project));
            long before = watching.revision();
            here.projects().watch(project, ANNA, watching);
            live.trouble(TroubledLive.Trouble.chance(random));

            for (int i = 0; i < 20; i++) {
                edit(random.nextBoolean() ? here : there, i);
                if (random.nextInt(8) == 0) {
                    here.sweep();
                }
            }
            here.sweep();

            watching.hasNothingToComplainOf();
            assertThat(watching.revisions()).as("seed " + seed).isEqualTo(everythingSince(before));
            here.close();
        }
    }

    private void edit(StudioOrchestrator studio, int number) {
        studio.workbench()
                .execute(
                        project,
                        ANNA,
                        StudioFixture.action(
                                "data",
                                "override_value",
                                Map.of(
                                        "override",
                                        Map.of("field", "f" + number, "value", number, "reason", "because"))));
    }

    @Test
    void nodes_that_share_no_channel_see_each_others_revisions_at_the_next_sweep() {
        StudioOrchestrator far = fixture.anotherNode(fixture.storage, InProcessLive.create());
        far.projects().watch(project, ANNA, client);

        fixture.override(project, "share[2024-01]", 0.3);
        fixture.override(project, "share[2024-02]", 0.3);
        assertThat(client.events()).isEmpty();
        far.sweep();
        far.sweep();

        assertThat(client.revisions()).containsExactly(3L, 4L);
    }

    @Test
    void with_the_live_store_away_everything_goes_on_and_watchers_are_told_by_the_sweep() {
        var live = new TroubledLive();
        StudioOrchestrator studio = fixture.anotherNode(fixture.storage, live);
        live.away(true);
        studio.projects().watch(project, ANNA, client);

        edit(studio, 1);
        JobId refresh = requireNonNull(studio.workbench()
                .execute(project, ANNA, StudioFixture.action("data", "refresh_data", Map.of()))
                .jobId());
        JobStatus job = studio.jobs().status(project, ANNA, refresh);
        assertThat(job.state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(studio.projects().load(project, ANNA).revision())
                .isEqualTo(fixture.state(project).revision());
        assertThat(client.events()).isEmpty();
        studio.sweep();
        studio.sweep();
        assertThat(client.revisions()).hasSizeGreaterThan(2).isEqualTo(everythingSince(2));

        live.away(false);
        studio.sweep();
        edit(studio, 2);

        assertThat(client.revisions()).as("without another sweep").isEqualTo(everythingSince(2));
        client.hasNothingToComplainOf();
    }

    @Test
    void a_channel_that_says_that_events_were_missed_has_the_revisions_among_them_told_without_a_sweep() {
        var live = new TroubledLive();
        StudioOrchestrator studio = fixture.anotherNode(fixture.storage, live);
        studio.projects().watch(project, ANNA, client);
        live.trouble(TroubledLive.Trouble.loss());
        edit(studio, 1);
        edit(studio, 2);
        live.trouble(TroubledLive.Trouble.none());

        live.publish(new EventsMissed(project));

        assertThat(client.revisions()).containsExactly(3L, 4L);
        assertThat(client.events()).contains(new EventsMissed(project));
        client.hasNothingToComplainOf();
    }

    @Test
    void a_gap_that_cannot_be_read_at_once_is_read_at_the_next_sweep() {
        var unreadable = new AtomicBoolean();
        var storage = new FaultyStorage(
                fixture.storage,
                operation -> unreadable.get() && operation.equals("journal.after")
                        ? Optional.of(StorageFault.FAIL_BEFORE)
                        : Optional.empty());
        var live = new TroubledLive();
        StudioOrchestrator studio = fixture.anotherNode(storage, live);
        studio.projects().watch(project, ANNA, client);
        live.trouble(TroubledLive.Trouble.loss());
        edit(studio, 1);
        live.trouble(TroubledLive.Trouble.none());

        unreadable.set(true);
        edit(studio, 2);
        unreadable.set(false);
        assertThat(client.revisions()).isEmpty();
        studio.sweep();

        assertThat(client.revisions()).containsExactly(3L, 4L);
        client.hasNothingToComplainOf();
    }

    @Test
    void an_executor_that_takes_nothing_for_a_while_is_asked_again() {
        var full = new AtomicBoolean();
        StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(fixture.storage)
                .engines(fixture.engines)
                .eventExecutor(work -> {
                    if (full.get()) {
                        throw new RejectedExecutionException("The queue is full");
                    }
                    work.run();
                })
                .sweepsItself(false)
                .build();
        studio.projects().watch(project, ANNA, client);

        full.set(true);
        edit(studio, 1);
        full.set(false);
        studio.sweep();

        assertThat(client.revisions()).startsWith(3L).isEqualTo(everythingSince(2));
        studio.close();
    }

    @Test
    void who_is_much_too_slow_is_told_at_once_what_happened_and_goes_on_from_there() {
        fixture.holdEvents();
        fixture.studio.projects().watch(project, ANNA, client);
        fixture.studio.collaboration().join(project, ANNA);
        for (int i = 0; i <= 1_000; i++) {
            fixture.override(project, "share[2024-01]", i);
        }

        fixture.tellEvents();
        fixture.override(project, "share[2024-02]", 1);
        fixture.tellEvents();

        client.hasNothingToComplainOf();
        assertThat(client.events())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(CaughtUp.class, SessionJoined.class, RevisionCommitted.class);
        assertThat(client.revision()).isEqualTo(fixture.state(project).revision());
    }

    @Test
    void who_is_a_thousand_events_behind_is_told_each_of_them() {
        fixture.holdEvents();
        fixture.studio.projects().watch(project, ANNA, client);
        for (int i = 0; i < 1_000; i++) {
            fixture.override(project, "share[2024-01]", i);
        }

        fixture.tellEvents();

        client.hasNothingToComplainOf();
        assertThat(client.revisions()).hasSize(1_000).isEqualTo(everythingSince(2));
    }

    @Test
    void of_cursors_and_comings_and_goings_a_slow_listener_gets_the_last() {
        fixture.invite(project, BO);
        fixture.holdEvents();
        List<StudioEvent> seen = new ArrayList<>();
        fixture.studio.projects().watch(project, ANNA, seen::add);

        LiveSession one = fixture.studio.collaboration().join(project, BO);
        LiveSession other = fixture.studio.collaboration().join(project, ANNA);
        IntStream.range(0, 2_000).forEach(row -> one.moveTo(Map.of("row", row)));
        IntStream.range(0, 2_000).forEach(row -> other.moveTo(Map.of("row", row)));
        one.close();
        fixture.tellEvents();

        assertThat(seen)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(SessionJoined.class, CursorMoved.class, CursorMoved.class, SessionLeft.class);
        assertThat(seen)
                .filteredOn(CursorMoved.class::isInstance)
                .extracting(event -> ((CursorMoved) event).session().cursor())
                .containsOnly(Map.of("row", 1_999L));
    }

    @Test
    void a_simulation_streams_what_a_replay_answers() {
        ProjectId complete = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(complete).scenarios().get(0).scenarioId();
        var watching = new WatchingClient(fixture.state(complete));
        fixture.studio.projects().watch(complete, ANNA, watching);

        run(complete, scenario, 2);

        List<FrameComputed> frames = watching.events(FrameComputed.class);
        assertThat(frames)
                .extracting(FrameComputed::tick)
                .isEqualTo(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.scenario()).isEqualTo(scenario);
            assertThat(frame.totalTicks()).isEqualTo(12);
            assertThat(fixture.act(
                                    complete,
                                    "simulation",
                                    "replay",
                                    Map.of("scenario_id", scenario.toString(), "tick", frame.tick()))
                            .result())
                    .containsEntry("frame", frame.frame());
        });
    }

    private void run(ProjectId complete, ScenarioId scenario, int replicates) {
        fixture.act(
                complete,
                "simulation",
                "run",
                Map.of("scenario_id", scenario.toString(), "simulation_config", Map.of("replicates", replicates)));
    }

    @Test
    void of_frames_and_progress_a_slow_listener_gets_the_newest() {
        ProjectId complete = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(complete).scenarios().get(0).scenarioId();
        var watching = new WatchingClient(fixture.state(complete));
        fixture.holdEvents();
        fixture.studio.projects().watch(complete, ANNA, watching);

        run(complete, scenario, 2);
        fixture.tellEvents();

        assertThat(watching.events(FrameComputed.class)).singleElement().matches(frame -> frame.tick() == 12);
        assertThat(watching.events(JobProgressed.class))
                .singleElement()
                .matches(progressed -> progressed.job().state() == JobStatus.State.SUCCEEDED);
        watching.hasNothingToComplainOf();
    }
}
