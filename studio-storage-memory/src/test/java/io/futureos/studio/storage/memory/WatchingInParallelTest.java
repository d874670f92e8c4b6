package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.LiveSession;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Live;
import io.futureos.studio.model.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Watchers on the Studio's own threads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchingInParallelTest {

    private static final int ROUNDS = 100;
    private static final int WRITERS = 4;
    private static final int EDITS = 25;
    private static final int WATCHERS = 5;

    private final StudioFixture fixture = new StudioFixture();
    private ProjectId project = fixture.aProjectWithoutQuestion();

    @Test
    void each_of_many_watchers_gets_each_revision_once_and_in_order_while_many_write_on_two_nodes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                project = fixture.aProjectWithoutQuestion(); // a log that grows all the while would be the most of the
                // work
                Live live = InProcessLive.create();
                try (StudioOrchestrator one = node(live);
                        StudioOrchestrator other = node(live)) {
                    List<WatchingClient> clients = watched(one, round);

                    inParallel(threads, thread -> edit(thread % 2 == 0 ? one : other, thread));

                    long head = fixture.storage.journal().head(project);
                    for (WatchingClient client : clients) {
                        await(() -> client.revision() == head);
                        client.hasNothingToComplainOf();
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private StudioOrchestrator node(Live live) {
        return StudioOrchestrator.builder()
                .storage(fixture.storage)
                .engines(fixture.engines)
                .live(live)
                .sweepsItself(false)
                .build();
    }

    private List<WatchingClient> watched(StudioOrchestrator studio, int round) {
        var clients = new ArrayList<WatchingClient>();
        for (int i = 0; i < WATCHERS; i++) {
            var client = new WatchingClient(studio.projects().load(project, ANNA));
            if (new Random(round).nextBoolean()) {
                studio.projects().watch(project, ANNA, client);
            } else {
                studio.projects().watch(project, ANNA, client.revision(), client);
            }
            clients.add(client);
        }
        return clients;
    }

    private void edit(StudioOrchestrator studio, int thread) {
        LiveSession session = studio.collaboration().join(project, ANNA);
        for (int i = 0; i < EDITS; i++) {
            session.moveTo(Map.of("row", i));
            override(studio, "t" + thread, i);
        }
        session.close();
    }

    private void override(StudioOrchestrator studio, String field, int value) {
        studio.workbench()
                .execute(
                        project,
                        ANNA,
                        StudioFixture.action(
                                "data",
                                "override_value",
                                Map.of("override", Map.of("field", field, "value", value, "reason", "because"))));
    }

    private interface Part {
        void of(int thread);
    }

    private static void inParallel(ExecutorService threads, Part part) throws Exception {
        var start = new CyclicBarrier(WRITERS);
        var parts = new ArrayList<Future<?>>();
        for (int i = 0; i < WRITERS; i++) {
            int thread = i;
            parts.add(threads.submit(() -> {
                start.await();
                part.of(thread);
                return null;
            }));
        }
        for (Future<?> done : parts) {
            done.get(60, TimeUnit.SECONDS);
        }
    }

    private static void await(BooleanSupplier reached) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the others wait in vain").isLessThan(patience);
            LockSupport.parkNanos(50_000);
        }
    }

    @Test
    void listeners_that_block_keep_neither_writers_nor_other_watchers_waiting() throws Exception {
        var release = new CountDownLatch(1);
        var ends = new CountDownLatch(20);
        try (StudioOrchestrator studio = node(InProcessLive.create())) {
            for (int i = 0; i < 20; i++) {
                studio.projects().watch(project, ANNA, event -> {
                    awaitUninterrupted(release);
                    ends.countDown();
                });
            }
            var client = new WatchingClient(studio.projects().load(project, ANNA));
            studio.projects().watch(project, ANNA, client);

            override(studio, "x", 1);
            override(studio, "x", 2);

            await(() -> client.revisions().size() == 2);
            assertThat(ends.getCount()).isEqualTo(20);
            release.countDown();
            assertThat(ends.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_studio_that_sweeps_itself_tells_within_a_second_what_another_node_did() {
        try (StudioOrchestrator far = StudioOrchestrator.builder()
                .storage(fixture.storage)
                .engines(fixture.engines)
                .build()) {
            var client = new WatchingClient(far.projects().load(project, ANNA));
            far.projects().watch(project, ANNA, client);

            override(fixture.studio, "x", 1);

            await(() -> client.revisions().contains(3L));
        }
    }
}
