package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.testkit.contract.JobQueueContract;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Queues that are wrong on purpose, to show that the contract catches them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongJobQueuesTest {

    /** Gives each node a queue of its own, and puts every job into all of them. */
    private record HandingToAll(MovableClock clock, List<JobStation> stations) implements JobQueue {

        @Override
        public JobStation join(JobWorker worker, Executor threads) {
            JobStation own = new InMemoryJobQueue(clock).join(worker, threads);
            stations.add(own);
            return new WrongStation(own) {
                @Override
                public void submit(QueuedJob job) {
                    stations.forEach(station -> station.submit(job));
                }
            };
        }
    }

    /** Takes every sign of life for one of all nodes, so that none is ever found silent. */
    private record NeverMissingAnybody(JobQueue real, List<JobStation> stations) implements JobQueue {

        @Override
        public JobStation join(JobWorker worker, Executor threads) {
            JobStation own = real.join(worker, threads);
            stations.add(own);
            return new WrongStation(own) {
                @Override
                public void poll() {
                    real.poll();
                    stations.forEach(JobStation::poll);
                }
            };
        }
    }

    /** Believes whoever says that a job is over. */
    private record BelievingZombies(JobQueue real, Set<QueuedJob> over) implements JobQueue {

        @Override
        public JobStation join(JobWorker worker, Executor threads) {
            return real.join(
                    (job, attempt) -> {
                        if (over.contains(job)) {
                            return Optional.empty();
                        }
                        Optional<Duration> wait = worker.work(job, attempt);
                        if (wait.isEmpty()) {
                            over.add(job);
                        }
                        return wait;
                    },
                    threads);
        }
    }

    /** Has every attempt count as the first. */
    private record NotCounting(JobQueue real) implements JobQueue {

        @Override
        public JobStation join(JobWorker worker, Executor threads) {
            return real.join((job, attempt) -> worker.work(job, 1), threads);
        }
    }

    /** Keeps what it holds when it leaves. */
    private record KeepingWhatItHolds(JobQueue real) implements JobQueue {

        @Override
        public JobStation join(JobWorker worker, Executor threads) {
            return new WrongStation(real.join(worker, threads)) {
                @Override
                public void close() {}
            };
        }
    }

    private abstract static class WrongStation implements JobQueue.JobStation {
        final JobQueue.JobStation real;

        WrongStation(JobQueue.JobStation real) {
            this.real = real;
        }

        @Override
        public void submit(QueuedJob job) {
            real.submit(job);
        }

        @Override
        public void poll() {
            real.poll();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private abstract static class Contract extends JobQueueContract {
        private final MovableClock clock = MovableClock.standing();
        private final Function<MovableClock, JobQueue> queue;

        Contract(Function<MovableClock, JobQueue> queue) {
            this.queue = queue;
        }

        @Override
        protected JobQueue newEmptyQueue() {
            return queue.apply(clock);
        }

        @Override
        protected void pass(Duration time) {
            clock.pass(time);
        }
    }

    static class HandsToTwoNodes extends Contract {
        HandsToTwoNodes() {
            super(clock -> new HandingToAll(clock, new CopyOnWriteArrayList<>()));
        }
    }

    static class ForgetsSilentNodes extends Contract {
        ForgetsSilentNodes() {
            super(clock -> new NeverMissingAnybody(new InMemoryJobQueue(clock), new CopyOnWriteArrayList<>()));
        }
    }

    static class BelievesZombies extends Contract {
        BelievesZombies() {
            super(clock -> new BelievingZombies(new InMemoryJobQueue(clock), ConcurrentHashMap.newKeySet()));
        }
    }

    static class DoesNotCount extends Contract {
        DoesNotCount() {
            super(clock -> new NotCounting(new InMemoryJobQueue(clock)));
        }
    }

    static class GivesNothingBack extends Contract {
        GivesNothingBack() {
            super(clock -> new KeepingWhatItHolds(new InMemoryJobQueue(clock)));
        }
    }

    @Test
    void a_queue_that_hands_a_job_to_two_nodes_is_caught() {
        assertThat(Caught.by(HandsToTwoNodes.class))
                .contains(
                        "a_job_that_is_submitted_at_once_by_all_nodes_is_worked_on_once",
                        "of_a_thousand_jobs_none_is_lost_and_none_is_done_twice");
    }

    @Test
    void a_queue_that_forgets_the_job_of_a_silent_node_is_caught() {
        assertThat(Caught.by(ForgetsSilentNodes.class))
                .contains("the_job_of_a_silent_node_goes_to_another_after_the_lease_and_not_before");
    }

    @Test
    void a_queue_that_believes_who_has_lost_the_job_is_caught() {
        assertThat(Caught.by(BelievesZombies.class)).containsExactly("who_has_lost_a_job_can_not_say_that_it_is_over");
    }

    @Test
    void a_queue_that_does_not_count_attempts_is_caught() {
        assertThat(Caught.by(DoesNotCount.class))
                .contains("a_job_that_has_to_wait_comes_again_after_the_delay_and_attempts_count_up");
    }

    @Test
    void a_queue_that_gives_nothing_back_when_a_node_leaves_is_caught() {
        assertThat(Caught.by(GivesNothingBack.class))
                .contains("a_node_that_leaves_gives_back_at_once_what_it_has_not_begun");
    }
}
