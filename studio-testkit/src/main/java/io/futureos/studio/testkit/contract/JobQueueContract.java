package io.futureos.studio.testkit.contract;

import static io.futureos.studio.storage.JobQueue.LEASE;
import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.JobQueue.JobStation;
import io.futureos.studio.storage.JobQueue.JobWorker;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.testkit.fixture.SomeJobs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What {@link JobQueue} promises. Most nodes here run jobs on the thread that polls, so that a test is told step by step;
 * what happens while a node works on a job is done by its worker.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class JobQueueContract {

    private static final int NODES = 8;
    private static final int ROUNDS = 25;
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    /** Far more than any queue needs to hand out what is due. */
    private static final int POLLS = 1_000;

    private JobQueue queue;

    /** A queue without jobs and without nodes. */
    protected abstract JobQueue newEmptyQueue();

    /** Lets this time go by on the queue's own clock. */
    protected abstract void pass(Duration time);

    @BeforeEach
    final void start() {
        queue = newEmptyQueue();
    }

    /** A job as it was handed to a node. */
    private record Handed(QueuedJob job, int attempt) {}

    /** A node that writes down what it is handed. */
    private final class Node {
        private final List<Handed> handed = Collections.synchronizedList(new ArrayList<>());
        private final JobStation station;

        Node(JobWorker worker) {
            this.station = queue.join(
                    (job, attempt) -> {
                        handed.add(new Handed(job, attempt));
                        return worker.work(job, attempt);
                    },
                    Runnable::run);
        }

        Node() {
            this((job, attempt) -> Optional.empty());
        }
    }

    /** A node whose jobs wait until the test lets it begin them. */
    private final class SlowNode {
        private final List<Handed> begun = new ArrayList<>();
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private final JobStation station = queue.join(
                (job, attempt) -> {
                    begun.add(new Handed(job, attempt));
                    return Optional.empty();
                },
                waiting::add);

        void begin() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }

    private static void pollUntil(BooleanSupplier done, JobStation... stations) {
        for (int i = 0; i < POLLS && !done.getAsBoolean(); i++) {
            for (JobStation station : stations) {
                station.poll();
            }
        }
        assertThat(done.getAsBoolean())
                .as("after %d polls, what is due was handed out", POLLS)
                .isTrue();
    }

    /** For one of several threads that poll at once. */
    private static void pollWhile(BooleanSupplier goingOn, JobStation station) {
        long start = System.nanoTime();
        while (goingOn.getAsBoolean()) {
            station.poll();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_MOST);
        }
    }

    /** Often enough to find whatever there is. */
    private static void pollInVain(JobStation station) {
        for (int i = 0; i < 3; i++) {
            station.poll();
        }
    }

    private static void isHanded(Node node, QueuedJob job, int attempt) {
        pollUntil(() -> node.handed.contains(new Handed(job, attempt)), node.station);
    }

    @Test
    void a_job_is_worked_on_once_and_then_leaves_the_queue() {
        var node = new Node();
        QueuedJob job = SomeJobs.aJob();

        node.station.submit(job);
        isHanded(node, job, 1);
        pass(LEASE.multipliedBy(2));
        pollInVain(node.station);

        assertThat(node.handed).containsExactly(new Handed(job, 1));
    }

    @Test
    void a_job_that_is_submitted_again_is_one_job() {
        var slow = new SlowNode();
        var other = new SlowNode();
        QueuedJob job = SomeJobs.aJob();

        slow.station.submit(job);
        slow.station.submit(job);
        other.station.submit(job);
        slow.station.poll();
        other.station.poll();
        slow.begin();
        other.begin();

        assertThat(slow.begun.size() + other.begun.size()).isEqualTo(1);
    }

    @Test
    void a_job_that_is_submitted_again_while_a_node_works_on_it_is_one_job() {
        var stations = new ArrayList<JobStation>();
        QueuedJob job = SomeJobs.aJob();
        var node = new Node((same, attempt) -> {
            stations.forEach(station -> station.submit(job));
            stations.forEach(JobStation::poll);
            return Optional.empty();
        });
        var other = new Node();
        stations.add(node.station);
        stations.add(other.station);

        node.station.submit(job);
        isHanded(node, job, 1);
        pollInVain(other.station);

        assertThat(node.handed).hasSize(1);
        assertThat(other.handed).isEmpty();
    }

    @Test
    void a_job_that_is_submitted_at_once_by_all_nodes_is_worked_on_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            QueuedJob job = SomeJobs.aJob();
            var begun = new AtomicInteger();
            var nodes = new ArrayList<JobStation>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(queue.join(
                        (same, attempt) -> {
                            begun.incrementAndGet();
                            return Optional.of(Duration.ofHours(1));
                        },
                        Runnable::run));
            }

            inParallel(NODES, thread -> {
                nodes.get(thread).submit(job);
                nodes.get(thread).poll();
            });
            pollUntil(() -> begun.get() > 0, nodes.get(0));

            assertThat(begun).hasValue(1);
            nodes.forEach(JobStation::close);
        }
    }

    @Test
    void a_job_that_has_to_wait_comes_again_after_the_delay_and_attempts_count_up() {
        var node = new Node((job, attempt) -> attempt < 3 ? Optional.of(A_SECOND.multipliedBy(10)) : Optional.empty());
        QueuedJob job = SomeJobs.aJob();
        node.station.submit(job);
        isHanded(node, job, 1);

        for (int attempt = 2; attempt <= 3; attempt++) {
            pass(A_SECOND.multipliedBy(9));
            pollInVain(node.station);
            assertThat(node.handed).hasSize(attempt - 1);
            pass(A_SECOND.multipliedBy(2));
            isHanded(node, job, attempt);
        }
        pass(A_SECOND.multipliedBy(60));
        pollInVain(node.station);

        assertThat(node.handed).containsExactly(new Handed(job, 1), new Handed(job, 2), new Handed(job, 3));
    }

    @Test
    void a_job_that_waits_may_go_on_at_another_node() {
        var first = new Node((job, attempt) -> Optional.of(A_SECOND));
        var second = new Node();
        QueuedJob job = SomeJobs.aJob();
        first.station.submit(job);
        isHanded(first, job, 1);

        pass(A_SECOND.multipliedBy(2));

        isHanded(second, job, 2);
    }

    @Test
    void a_worker_that_throws_is_handed_the_job_again() {
        var node = new Node((job, attempt) -> {
            if (attempt == 1) {
                throw new IllegalStateException("the first attempt throws");
            }
            return Optional.empty();
        });
        QueuedJob job = SomeJobs.aJob();

        node.station.submit(job);
        isHanded(node, job, 1);
        pollUntil(
                () -> {
                    pass(A_SECOND);
                    return node.handed.contains(new Handed(job, 2));
                },
                node.station);
        pass(LEASE.multipliedBy(20));
        pollInVain(node.station);

        assertThat(node.handed).containsExactly(new Handed(job, 1), new Handed(job, 2));
    }

    @Test
    void a_worker_that_throws_does_not_keep_other_jobs_from_being_handed_out() {
        QueuedJob bad = SomeJobs.aJob();
        QueuedJob good = SomeJobs.aJob();
        var node = new Node((job, attempt) -> {
            if (job.equals(bad)) {
                throw new IllegalStateException("this job always throws");
            }
            return Optional.empty();
        });
        node.station.submit(bad);

        node.station.submit(good);

        isHanded(node, good, 1);
    }

    @Test
    void the_job_of_a_silent_node_goes_to_another_after_the_lease_and_not_before() {
        var silent = new SlowNode();
        var node = new Node();
        QueuedJob job = SomeJobs.aJob();
        silent.station.submit(job);
        pollUntil(() -> !silent.waiting.isEmpty(), silent.station);

        pass(LEASE.minus(A_SECOND));
        pollInVain(node.station);
        assertThat(node.handed).isEmpty();
        pass(A_SECOND.multipliedBy(2));

        isHanded(node, job, 2);
    }

    @Test
    void a_node_that_was_silent_for_too_long_does_not_begin_what_it_was_handed_before() {
        var silent = new SlowNode();
        var node = new Node((job, attempt) -> Optional.of(Duration.ofHours(1)));
        QueuedJob job = SomeJobs.aJob();
        silent.station.submit(job);
        pollUntil(() -> !silent.waiting.isEmpty(), silent.station);
        pass(LEASE.plus(A_SECOND));
        isHanded(node, job, 2);

        silent.begin();

        assertThat(silent.begun).isEmpty();
    }

    @Test
    void who_has_lost_a_job_can_not_say_that_it_is_over() {
        QueuedJob job = SomeJobs.aJob();
        var node = new Node((same, attempt) -> attempt == 2 ? Optional.of(A_SECOND) : Optional.empty());
        var zombie = new Node((same, attempt) -> {
            pass(LEASE.plus(A_SECOND));
            isHanded(node, job, 2);
            return Optional.empty();
        });

        zombie.station.submit(job);
        pollUntil(() -> !zombie.handed.isEmpty(), zombie.station);
        pass(A_SECOND.multipliedBy(2));

        isHanded(node, job, 3);
    }

    @Test
    void who_has_lost_a_job_can_not_say_that_it_has_to_wait() {
        QueuedJob job = SomeJobs.aJob();
        var node = new Node();
        var zombie = new Node((same, attempt) -> {
            pass(LEASE.plus(A_SECOND));
            isHanded(node, job, 2);
            return Optional.of(A_SECOND);
        });

        zombie.station.submit(job);
        pollUntil(() -> !zombie.handed.isEmpty(), zombie.station);
        pass(LEASE.multipliedBy(2));
        pollInVain(node.station);
        pollInVain(zombie.station);

        assertThat(zombie.handed).containsExactly(new Handed(job, 1));
        assertThat(node.handed).containsExactly(new Handed(job, 2));
    }

    @Test
    void who_has_lost_a_job_by_throwing_late_does_not_get_it_back() {
        QueuedJob job = SomeJobs.aJob();
        var node = new Node((same, attempt) -> Optional.of(Duration.ofHours(1)));
        var zombie = new Node((same, attempt) -> {
            pass(LEASE.plus(A_SECOND));
            isHanded(node, job, 2);
            throw new IllegalStateException("too late");
        });

        zombie.station.submit(job);
        pollUntil(() -> !zombie.handed.isEmpty(), zombie.station);
        pass(LEASE.multipliedBy(20));
        pollInVain(node.station);
        pollInVain(zombie.station);

        assertThat(zombie.handed).hasSize(1);
        assertThat(node.handed).hasSize(1);
    }

    @Test
    void a_node_that_polls_keeps_its_job_however_long_it_works_on_it() {
        QueuedJob job = SomeJobs.aJob();
        var other = new Node();
        var stations = new ArrayList<JobStation>();
        var node = new Node((same, attempt) -> {
            for (int i = 0; i < 10; i++) {
                pass(A_SECOND);
                stations.forEach(JobStation::poll);
            }
            return Optional.empty();
        });
        stations.add(node.station);
        stations.add(other.station);

        node.station.submit(job);
        isHanded(node, job, 1);
        pollInVain(other.station);

        assertThat(node.handed).hasSize(1);
        assertThat(other.handed).isEmpty();
    }

    @Test
    void a_node_that_leaves_gives_back_at_once_what_it_has_not_begun() {
        var leaving = new SlowNode();
        var node = new Node();
        List<QueuedJob> jobs = SomeJobs.jobs(3);
        jobs.forEach(leaving.station::submit);
        pollUntil(() -> leaving.waiting.size() == 3, leaving.station);

        leaving.station.close();
        pollUntil(() -> node.handed.size() == 3, node.station);
        leaving.begin();

        assertThat(node.handed).extracting(Handed::job).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(leaving.begun).isEmpty();
    }

    @Test
    void a_node_that_leaves_ends_what_it_has_begun() {
        QueuedJob job = SomeJobs.aJob();
        var other = new Node();
        var stations = new ArrayList<JobStation>();
        var leaving = new Node((same, attempt) -> {
            stations.forEach(JobStation::close);
            pollInVain(other.station);
            return Optional.empty();
        });
        stations.add(leaving.station);

        leaving.station.submit(job);
        isHanded(leaving, job, 1);
        pass(LEASE.multipliedBy(2));
        pollInVain(other.station);

        assertThat(other.handed).isEmpty();
    }

    @Test
    void a_node_that_has_left_takes_no_more_jobs_and_may_leave_again() {
        var left = new Node();
        var node = new Node();
        QueuedJob job = SomeJobs.aJob();
        left.station.close();
        left.station.close();

        left.station.submit(job);
        pollInVain(left.station);

        assertThat(left.handed).isEmpty();
        isHanded(node, job, 1);
    }

    @Test
    void a_job_that_the_threads_refuse_goes_to_another_node() {
        JobStation refusing = queue.join((job, attempt) -> Optional.empty(), work -> {
            throw new RejectedExecutionException("no threads");
        });
        var node = new Node();
        QueuedJob job = SomeJobs.aJob();

        refusing.submit(job);
        refusing.poll();

        pollUntil(() -> node.handed.size() == 1, node.station);
        assertThat(node.handed.get(0).job()).isEqualTo(job);
    }

    @Test
    void threads_that_are_busy_for_a_while_use_up_no_attempts() {
        var refusals = new AtomicInteger(3);
        List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
        JobStation station = queue.join(
                (job, attempt) -> {
                    attempts.add(attempt);
                    return Optional.empty();
                },
                work -> {
                    if (refusals.getAndDecrement() > 0) {
                        throw new RejectedExecutionException("no threads");
                    }
                    work.run();
                });

        station.submit(SomeJobs.aJob());

        pollUntil(() -> !attempts.isEmpty(), station);
        assertThat(attempts).containsExactly(1);
    }

    @Test
    void of_all_nodes_that_poll_at_once_one_gets_the_job() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            QueuedJob job = SomeJobs.aJob();
            var owner = new SlowNode();
            owner.station.submit(job);
            owner.station.close();
            var begun = new AtomicInteger();
            var nodes = new ArrayList<JobStation>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(queue.join(
                        (same, attempt) -> {
                            begun.incrementAndGet();
                            return Optional.of(Duration.ofHours(1));
                        },
                        Runnable::run));
            }

            inParallel(NODES, thread -> nodes.get(thread).poll());
            pollUntil(() -> begun.get() > 0, nodes.get(0));

            assertThat(begun).hasValue(1);
            nodes.forEach(JobStation::close);
        }
    }

    @Test
    void a_job_that_comes_again_and_again_is_at_one_node_at_a_time() throws Exception {
        QueuedJob job = SomeJobs.aJob();
        var busy = new AtomicBoolean();
        var attempts = Collections.synchronizedList(new ArrayList<Integer>());
        JobWorker worker = (same, attempt) -> {
            assertThat(busy.getAndSet(true)).isFalse();
            attempts.add(attempt);
            Thread.onSpinWait();
            busy.set(false);
            return attempt < 8 * ROUNDS ? Optional.of(Duration.ZERO) : Optional.empty();
        };
        var nodes = new ArrayList<JobStation>();
        for (int i = 0; i < 4; i++) {
            nodes.add(queue.join(worker, Runnable::run));
        }
        nodes.get(0).submit(job);

        inParallel(4, thread -> pollWhile(() -> attempts.size() < 8 * ROUNDS, nodes.get(thread)));

        assertThat(attempts).doesNotHaveDuplicates().isSorted().endsWith(8 * ROUNDS);
    }

    @Test
    void of_a_thousand_jobs_none_is_lost_and_none_is_done_twice() throws Exception {
        List<QueuedJob> jobs = SomeJobs.jobs(1_000);
        Map<QueuedJob, AtomicInteger> done = new ConcurrentHashMap<>();
        var nodes = new ArrayList<JobStation>();
        for (int i = 0; i < 4; i++) {
            nodes.add(queue.join(
                    (job, attempt) -> {
                        done.computeIfAbsent(job, first -> new AtomicInteger()).incrementAndGet();
                        return Optional.empty();
                    },
                    Runnable::run));
        }

        inParallel(4, thread -> {
            for (int i = 0; i < jobs.size(); i++) {
                if (i % 4 == thread) {
                    nodes.get(thread).submit(jobs.get(i));
                }
            }
            pollWhile(() -> done.size() < jobs.size(), nodes.get(thread));
        });

        assertThat(done.values()).extracting(AtomicInteger::get).containsOnly(1);
        assertThat(done.keySet()).containsExactlyInAnyOrderElementsOf(jobs);
    }
}
