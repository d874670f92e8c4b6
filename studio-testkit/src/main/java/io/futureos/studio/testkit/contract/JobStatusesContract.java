package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.JobStatus.State;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobStatuses;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.JobStatuses} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class JobStatusesContract {

    private static final Instant MORNING = MovableClock.START;

    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private JobStatuses statuses;

    /** A store without statuses. */
    protected abstract JobStatuses newEmptyStatuses();

    @BeforeEach
    final void start() {
        statuses = newEmptyStatuses();
    }

    private static JobStatus queued() {
        return JobStatus.queued(new JobId(UUID.randomUUID()), Lane.DATA);
    }

    private JobStatus put(JobStatus status) {
        statuses.put(project, status, MORNING);
        return status;
    }

    private Optional<JobStatus> found(JobStatus status) {
        return statuses.find(project, status.id());
    }

    @Test
    void a_job_of_which_nothing_was_heard_is_unknown() {
        put(queued());

        assertThat(found(queued())).isEmpty();
    }

    @Test
    void what_was_kept_last_is_found_as_it_was() {
        JobStatus queued = put(queued());
        assertThat(found(queued)).contains(queued);

        JobStatus started = put(queued.started(3, MORNING));
        assertThat(found(queued)).contains(started);

        JobStatus running = put(started.running("Ærlig \ud83d\ude97: step 1", 0.1, MORNING.plusSeconds(1)));
        assertThat(found(queued)).contains(running);

        JobStatus waiting = put(running.waiting(Duration.ofSeconds(8), "source_away", "The source is \"away\"."));
        assertThat(found(queued)).contains(waiting);
    }

    @Test
    void an_end_is_for_good() {
        for (State end : List.of(State.PAUSED, State.SUCCEEDED, State.CANCELLED)) {
            JobStatus running = put(queued().started(1, MORNING));
            JobStatus ended = put(running.ended(end));

            put(running);
            put(running.failed("lost", "Too late."));

            assertThat(found(ended)).contains(ended);
        }
        JobStatus failed = put(put(queued()).failed("source_away", "The source is away."));

        put(failed.ended(State.SUCCEEDED));

        assertThat(found(failed)).contains(failed);
    }

    @Test
    void putting_a_status_again_changes_nothing() {
        JobStatus status = put(queued().started(1, MORNING));
        put(status);

        assertThat(found(status)).contains(status);
    }

    @Test
    void a_job_is_not_found_in_another_project() {
        JobStatus status = put(queued());

        assertThat(statuses.find(new ProjectId(UUID.randomUUID()), status.id())).isEmpty();
    }

    @Test
    void jobs_of_which_nothing_was_heard_since_an_instant_are_forgotten_ended_or_not() {
        JobStatus silent = put(queued());
        JobStatus ended = put(queued().ended(State.SUCCEEDED));
        JobStatus heardOf = put(queued());
        statuses.put(project, heardOf.started(1, MORNING), MORNING.plusSeconds(60));

        statuses.forgetBefore(MORNING);
        assertThat(found(silent)).isPresent();
        statuses.forgetBefore(MORNING.plusSeconds(60));

        assertThat(found(silent)).isEmpty();
        assertThat(found(ended)).isEmpty();
        assertThat(found(heardOf)).isPresent();
    }

    @Test
    void no_report_of_progress_ever_overtakes_the_end() throws Exception {
        for (int round = 0; round < 25; round++) {
            JobStatus running = put(queued().started(1, MORNING));
            JobStatus ended = running.ended(State.SUCCEEDED);

            inParallel(8, thread -> put(thread == 3 ? ended : running.running("step " + thread, 0.5, MORNING)));

            assertThat(found(running)).contains(ended);
        }
    }

    @Test
    void of_all_ends_that_come_at_once_one_is_first_and_stays() throws Exception {
        for (int round = 0; round < 25; round++) {
            JobStatus running = put(queued().started(1, MORNING));

            inParallel(8, thread -> {
                put(running.failed("failed_" + thread, "Failed."));
                JobStatus seen = found(running).orElseThrow();
                put(running.ended(State.CANCELLED));
                assertThat(found(running)).contains(seen);
            });
        }
    }
}
