package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.JobQueue.JobStation;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.fault.StorageFault;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.SomeJobs;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultyStorageTest {

    private final MovableClock clock = MovableClock.standing();
    private final InMemoryStorage real = InMemoryStorage.create(clock);
    private final GrowingProject norway = GrowingProject.of(People.somebody());
    private final List<Integer> attempts = new ArrayList<>();

    private FaultyStorage first(String operation, StorageFault fault) {
        return new FaultyStorage(
                real, FaultPlan.atCall(1, fault).only(operation), () -> clock.pass(Duration.ofMinutes(10)));
    }

    private void append(Storage storage, Commit commit) {
        storage.journal().append(norway.id(), commit);
    }

    @Test
    void a_request_that_does_not_arrive_does_nothing() {
        FaultyStorage storage = first("journal.append", StorageFault.FAIL_BEFORE);
        Commit commit = norway.created();

        assertThatThrownBy(() -> append(storage, commit)).isInstanceOf(StorageException.class);

        assertThat(real.journal().head(norway.id())).isZero();
        append(storage, commit);
        assertThat(real.journal().head(norway.id())).isEqualTo(1);
    }

    @Test
    void a_request_whose_reply_is_lost_is_done() {
        FaultyStorage storage = first("journal.append", StorageFault.FAIL_AFTER);
        Commit commit = norway.created();

        assertThatThrownBy(() -> append(storage, commit)).isInstanceOf(StorageException.class);

        assertThat(real.journal().after(norway.id(), 0)).containsExactly(commit.revision());
    }

    @Test
    void a_refusal_can_be_lost_like_any_other_reply() {
        Commit others = norway.asSeenByAnother().created();
        append(real, others);
        FaultyStorage storage = first("journal.append", StorageFault.FAIL_AFTER);

        assertThatThrownBy(() -> append(storage, norway.created())).isInstanceOf(StorageException.class);

        assertThat(real.journal().after(norway.id(), 0)).containsExactly(others.revision());
    }

    @Test
    void a_request_that_arrives_later_finds_what_happened_meanwhile() {
        Commit others = norway.asSeenByAnother().created();
        var storage = new FaultyStorage(real, FaultPlan.atCall(1, StorageFault.DELAY), () -> append(real, others));

        assertThatThrownBy(() -> append(storage, norway.created())).isInstanceOf(RevisionConflictException.class);

        assertThat(real.journal().after(norway.id(), 0)).containsExactly(others.revision());
    }

    @Test
    void a_commit_that_arrives_twice_is_appended_once_and_answered_as_the_first_time() {
        FaultyStorage storage = first("journal.append", StorageFault.TWICE);

        append(storage, norway.byCommand(UUID.randomUUID()).created());

        assertThat(real.journal().head(norway.id())).isEqualTo(1);
    }

    @Test
    void whatever_may_arrive_twice_does_no_harm() {
        var storage = new FaultyStorage(real, FaultPlan.always(StorageFault.TWICE));
        JobStation station = storage.jobs().join(this::workOnce, Runnable::run);

        append(storage, norway.created());
        storage.checkpoints().put(norway.id(), norway.checkpoint(), norway.projection());
        station.submit(SomeJobs.aJob());
        station.poll();

        assertThat(storage.checkpoints().newest(norway.id())).contains(norway.checkpoint());
        assertThat(storage.versions().list(norway.id(), 9, 9)).hasSize(1);
        assertThat(storage.blobs().get(storage.blobs().put(new byte[] {7}))).contains(new byte[] {7});
    }

    private Optional<Duration> workOnce(QueuedJob job, int attempt) {
        attempts.add(attempt);
        return Optional.empty();
    }

    @Test
    void a_job_whose_verdict_is_lost_is_handed_out_again() {
        FaultyStorage storage = first("jobs.work", StorageFault.FAIL_AFTER);
        JobStation station = storage.jobs().join(this::workOnce, Runnable::run);

        station.submit(SomeJobs.aJob());
        clock.pass(JobQueue.LEASE.multipliedBy(2));
        station.poll();

        assertThat(attempts).containsExactly(1, 2);
    }

    @Test
    void a_dead_node_writes_and_reads_no_more_and_the_others_go_on() {
        var dying = new FaultyStorage(real, FaultPlan.never());
        append(dying, norway.created());

        dying.kill();

        assertThatThrownBy(() -> append(dying, norway.renamed("Norway")))
                .isInstanceOf(StorageException.class)
                .hasMessage("The node is dead and can't do journal.append any more");
        assertThatThrownBy(() -> dying.journal().head(norway.id())).isInstanceOf(StorageException.class);
        assertThat(real.journal().head(norway.id())).isEqualTo(1);
    }

    @Test
    void a_node_that_dies_while_its_request_is_under_way_has_not_sent_it() {
        var dying = new ArrayList<FaultyStorage>();
        dying.add(new FaultyStorage(
                real, FaultPlan.always(StorageFault.DELAY), () -> dying.get(0).kill()));

        assertThatThrownBy(() -> append(dying.get(0), norway.created())).isInstanceOf(StorageException.class);

        assertThat(real.journal().head(norway.id())).isZero();
    }

    @Test
    void the_jobs_of_a_dead_node_go_to_others_after_the_lease() {
        var dying = new FaultyStorage(real, FaultPlan.never());
        Queue<Runnable> waiting = new ArrayDeque<>();
        dying.jobs().join((job, attempt) -> Optional.empty(), waiting::add).submit(SomeJobs.aJob());
        JobStation other = real.jobs().join(this::workOnce, Runnable::run);

        dying.kill();
        waiting.forEach(Runnable::run);
        other.poll();
        assertThat(attempts).isEmpty();
        clock.pass(JobQueue.LEASE.plusSeconds(1));
        other.poll();

        assertThat(attempts).containsExactly(2);
    }

    @Test
    void a_node_that_dies_at_work_does_not_end_the_job() {
        var dying = new FaultyStorage(real, FaultPlan.never());
        JobStation station = dying.jobs()
                .join(
                        (job, attempt) -> {
                            dying.kill();
                            return Optional.empty();
                        },
                        Runnable::run);
        JobStation other = real.jobs().join(this::workOnce, Runnable::run);

        station.submit(SomeJobs.aJob());
        clock.pass(JobQueue.LEASE.plusSeconds(1));
        other.poll();

        assertThat(attempts).containsExactly(2);
    }

    @Test
    void the_same_seed_gives_the_same_faults() {
        Map<StorageFault, Double> rates = new EnumMap<>(StorageFault.class);
        rates.put(StorageFault.FAIL_BEFORE, 0.2);
        rates.put(StorageFault.TWICE, 0.1);

        List<Optional<StorageFault>> once = drawn(FaultPlan.seeded(new Random(7), rates));

        assertThat(drawn(FaultPlan.seeded(new Random(7), rates))).isEqualTo(once);
        assertThat(once.stream().filter(Optional.of(StorageFault.FAIL_BEFORE)::equals))
                .hasSizeBetween(150, 250);
        assertThat(once.stream().filter(Optional.of(StorageFault.TWICE)::equals))
                .hasSizeBetween(60, 140);
        assertThat(once.stream().filter(Optional::isEmpty)).hasSizeBetween(640, 760);
    }

    private static List<Optional<StorageFault>> drawn(FaultPlan<StorageFault> plan) {
        var drawn = new ArrayList<Optional<StorageFault>>();
        for (int i = 0; i < 1_000; i++) {
            drawn.add(plan.next("journal.append"));
        }
        return drawn;
    }

    @Test
    void rates_that_make_more_than_one_are_refused() {
        assertThatThrownBy(() -> FaultPlan.seeded(
                        new Random(7), Map.of(StorageFault.FAIL_BEFORE, 0.7, StorageFault.FAIL_AFTER, 0.7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1 together");
    }
}
