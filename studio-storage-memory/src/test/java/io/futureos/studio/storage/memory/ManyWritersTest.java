package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.fault.StorageFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyWritersTest {

    private static final int THREADS = 8;
    private static final int EDITS = 250;

    private final StudioFixture fixture = new StudioFixture();

    @Test
    void eight_threads_on_one_project_lose_nothing_and_each_edit_is_acknowledged_once() throws Exception {
        ProjectId project = fixture.aProject();
        long before = fixture.state(project).revision();
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());

        List<Long> acknowledged;
        try (Subscription watching = fixture.studio.projects().watch(project, ANNA, event -> note(event, seen))) {
            assertThat(watching).isNotNull();
            acknowledged = inParallel(thread -> editAll(fixture.studio, project, thread));
        }

        List<Long> expected = LongStream.rangeClosed(before + 1, before + (long) THREADS * EDITS)
                .boxed()
                .toList();
        assertThat(new TreeSet<>(acknowledged)).hasSize(THREADS * EDITS).containsExactlyElementsOf(expected);
        assertThat(seen).as("events come in the order of the revisions").isEqualTo(expected);
        assertEverythingIsThere(fixture.state(project));
    }

    @Test
    void two_nodes_over_one_storage_decide_again_when_the_other_was_first() throws Exception {
        ProjectId project = fixture.aProject();
        try (StudioOrchestrator other = StudioOrchestrator.builder()
                .storage(fixture.storage)
                .engines(fixture.engines)
                .build()) {
            List<Long> acknowledged =
                    inParallel(thread -> editAll(thread % 2 == 0 ? fixture.studio : other, project, thread));

            assertThat(new TreeSet<>(acknowledged)).hasSize(THREADS * EDITS);
            assertEverythingIsThere(fixture.state(project));
            assertThat(other.projects().load(project, ANNA)).isEqualTo(fixture.state(project));
        }
    }

    private static void note(StudioEvent event, List<Long> seen) {
        if (event instanceof RevisionCommitted committed) {
            seen.add(committed.revision().number());
        }
    }

    private static List<Long> editAll(StudioOrchestrator studio, ProjectId project, int thread) {
        var acknowledged = new ArrayList<Long>();
        for (int i = 0; i < EDITS; i++) {
            acknowledged.add(studio.workbench()
                    .execute(project, ANNA, override("t" + thread + "-" + i, i))
                    .revision());
        }
        return acknowledged;
    }

    private static WorkbenchAction override(String field, int value) {
        return StudioFixture.action(
                "data",
                "override_value",
                Map.of("override", Map.of("field", field, "value", value, "reason", "because")));
    }

    private static void assertEverythingIsThere(ProjectState state) {
        assertThat(state.workbenchStates().data().overrides()).hasSize(THREADS * EDITS);
        assertThat(state.workbenchStates().data().overrides())
                .allSatisfy(override -> assertThat(override.field()).endsWith("-" + override.value()));
    }

    private interface Part {
        List<Long> of(int thread);
    }

    private static List<Long> inParallel(Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            var start = new CyclicBarrier(THREADS);
            List<Future<List<Long>>> parts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                parts.add(threads.submit((Callable<List<Long>>) () -> {
                    start.await();
                    return part.of(thread);
                }));
            }
            var all = new ArrayList<Long>();
            for (Future<List<Long>> done : parts) {
                all.addAll(done.get(60, TimeUnit.SECONDS));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_edit_whose_acknowledgement_got_lost_in_the_storage_counts_once() {
        ProjectId project = fixture.aProject();
        try (StudioOrchestrator studio = over(failingAtItsFirstAppend(StorageFault.FAIL_AFTER))) {
            long before = fixture.storage.journal().head(project);

            studio.workbench().execute(project, ANNA, override("x", 1));

            assertThat(studio.projects()
                            .load(project, ANNA)
                            .workbenchStates()
                            .data()
                            .overrides())
                    .hasSize(1);
            assertThat(fixture.storage.journal().head(project)).isEqualTo(before + 1);
        }
    }

    @Test
    void an_edit_that_did_not_reach_the_storage_is_an_error_and_changes_nothing() {
        ProjectId project = fixture.aProject();
        try (StudioOrchestrator studio = over(failingAtItsFirstAppend(StorageFault.FAIL_BEFORE))) {
            assertThatThrownBy(() -> studio.workbench().execute(project, ANNA, override("x", 1)))
                    .isInstanceOf(StorageException.class);

            assertThat(studio.projects()
                            .load(project, ANNA)
                            .workbenchStates()
                            .data()
                            .overrides())
                    .isEmpty();
            studio.workbench().execute(project, ANNA, override("x", 2));
            assertThat(fixture.state(project).workbenchStates().data().overrides())
                    .hasSize(1);
        }
    }

    @Test
    void where_the_journal_can_t_be_asked_either_the_user_hears_of_the_edit() {
        ProjectId project = fixture.aProject();
        FaultPlan<StorageFault> append =
                FaultPlan.atCall(1, StorageFault.FAIL_AFTER).only("journal.append");
        FaultPlan<StorageFault> look =
                FaultPlan.atCall(1, StorageFault.FAIL_BEFORE).only("journal.find");
        try (StudioOrchestrator studio = over(
                new FaultyStorage(fixture.storage, call -> append.next(call).or(() -> look.next(call))))) {
            assertThatThrownBy(() -> studio.workbench().execute(project, ANNA, override("x", 1)))
                    .hasMessage("The reply to journal.append was lost")
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        }
    }

    private Storage failingAtItsFirstAppend(StorageFault fault) {
        return new FaultyStorage(fixture.storage, FaultPlan.atCall(1, fault).only("journal.append"));
    }

    private StudioOrchestrator over(Storage storage) {
        return StudioOrchestrator.builder()
                .storage(storage)
                .engines(fixture.engines)
                .build();
    }
}
