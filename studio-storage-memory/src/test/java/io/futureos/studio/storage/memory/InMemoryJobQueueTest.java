package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.JobId;
import io.futureos.studio.storage.JobQueue.JobStation;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.testkit.fixture.SomeJobs;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryJobQueueTest {

    private final MovableClock clock = MovableClock.standing();
    private final InMemoryJobQueue queue = new InMemoryJobQueue(clock);
    private final List<JobId> done = new ArrayList<>();

    private Optional<Duration> work(QueuedJob job, int attempt) {
        done.add(job.id());
        return Optional.empty();
    }

    @Test
    void threads_that_break_keep_no_job_from_being_done() {
        var calls = new AtomicInteger();
        JobStation absent = queue.join(this::work, Runnable::run);
        absent.close();
        QueuedJob first = SomeJobs.aJob();
        QueuedJob second = SomeJobs.aJob();
        absent.submit(first);
        absent.submit(second);
        JobStation station = queue.join(this::work, task -> {
            if (calls.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        });

        station.poll();
        clock.pass(Duration.ofSeconds(5));
        station.poll();

        assertThat(done).containsExactlyInAnyOrder(first.id(), second.id());
    }
}
