package io.futureos.studio.runtime;

import io.futureos.studio.RefusedException;
import io.futureos.studio.RetryPolicy;
import io.futureos.studio.StudioException;
import io.futureos.studio.decide.DecideContext;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.JobResult;
import io.futureos.studio.decide.JobTakeover;
import io.futureos.studio.engine.EngineContext.CancelledException;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.runtime.LaneWork.Finished;
import io.futureos.studio.storage.JobQueue.JobWorker;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.storage.StorageException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs that the queue hands to this node, and takes their results the one way through. Safe for use by several
 * threads.
 */
final class JobRunner implements JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Optional<Duration> OVER = Optional.empty();
    private static final Optional<Duration> FOR_OTHERS = Optional.of(Duration.ZERO);

    /** How long to wait before a failure is written down that could not be written down. */
    private static final Duration UNTIL_STORAGE_IS_BACK = Duration.ofSeconds(5);

    private final JobTools tools;
    private final Map<Lane.Kind, LaneWork> works;
    private final RetryPolicy retries;
    private final OneWay oneWay;
    private volatile boolean closing;

    JobRunner(JobTools tools, Map<Lane.Kind, LaneWork> works, RetryPolicy retries, OneWay oneWay) {
        this.tools = tools;
        this.works = works;
        this.retries = retries;
        this.oneWay = oneWay;
    }

    /** What fails from now on fails because its threads are interrupted, and is left to other nodes. */
    void close() {
        closing = true;
    }

    @Override
    public Optional<Duration> work(QueuedJob queued, int attempt) {
        Desk desk = tools.desks().of(queued.project());
        Optional<JobRef> ref = hold(desk, queued, attempt);
        if (ref.isEmpty()) {
            return OVER;
        }
        WorkingCopy asked = desk.at(ref.get().revision());
        return work(new Job(queued.project(), queued.lane(), ref.get(), asked, desk, tools, this::keep));
    }

    /** The job in the hands of this attempt; empty if the lane does not belong to it any more. */
    private Optional<JobRef> hold(Desk desk, QueuedJob queued, int attempt) {
        Optional<JobRef> owner = owner(desk, queued);
        if (owner.isEmpty() || owner.get().attempt() >= attempt) {
            return owner.filter(ref -> ref.attempt() == attempt);
        }
        JobRef job = owner.get();
        try {
            take(queued, job, "attempt", context -> JobTakeover.of(context, queued.lane(), job, attempt));
        } catch (CancelledException e) {
            return Optional.empty();
        }
        return owner(desk, queued).filter(ref -> ref.attempt() == attempt);
    }

    private static Optional<JobRef> owner(Desk desk, QueuedJob queued) {
        return desk.fresh()
                .flatMap(copy -> copy.project().get(Cells.job(queued.lane())))
                .filter(ref -> ref.id().equals(queued.id()));
    }

    private Optional<Duration> work(Job job) {
        JobStatus begun = JobStatus.queued(job.ref().id(), job.lane());
        tools.board().post(job.projectId(), begun.started(job.ref().attempt(), job.now()));
        try {
            Finished finished = workOf(job).run(job);
            bringHome(job, finished.summary(), finished.result());
            return over(job, status -> status.ended(finished.state()));
        } catch (CancelledException e) {
            return lost(job);
        } catch (EngineUnavailableException e) {
            return again(job, e.code(), String.valueOf(e.getMessage()));
        } catch (EngineException e) {
            return closing ? FOR_OTHERS : failed(job, e.code(), String.valueOf(e.getMessage()));
        } catch (StudioException e) {
            return failed(job, e.code(), String.valueOf(e.getMessage()));
        } catch (StorageException e) {
            LOG.warn("The storage failed job {} ({})", job.ref().id(), job.lane(), e);
            return again(job, e.code(), "The storage is not available: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            if (closing) {
                return FOR_OTHERS;
            }
            LOG.error("Job {} ({}) of project {} failed", job.ref().id(), job.lane(), job.projectId(), e);
            return failed(job, "internal_error", "The job ended unexpectedly (" + e + "); the log has the details.");
        } finally {
            if (job.lane().kind() == Lane.Kind.SCENARIO) {
                job.desk().runEnded(job.lane().scenarioId(), job.ref().id());
            }
        }
    }

    private LaneWork workOf(Job job) {
        return Objects.requireNonNull(works.get(job.lane().kind()));
    }

    /** Whoever took the lane away, or works on the job in a later attempt, says what becomes of it. */
    private Optional<Duration> lost(Job job) {
        tools.board().leave(job.projectId(), job.ref().id());
        return OVER;
    }

    private Optional<Duration> over(Job job, Function<JobStatus, JobStatus> end) {
        tools.board().update(job.ref().id(), end::apply);
        return OVER;
    }

    private Optional<Duration> again(Job job, String code, String message) {
        if (closing) {
            return FOR_OTHERS;
        }
        Optional<Duration> delay = retries.delayAfter(job.ref().attempt());
        if (delay.isEmpty()) {
            return failed(job, code, message);
        }
        return waits(job, delay.get(), code, message);
    }

    private Optional<Duration> waits(Job job, Duration delay, String code, String message) {
        tools.board().update(job.ref().id(), status -> status.waiting(delay, code, message));
        return Optional.of(delay);
    }

    private Optional<Duration> failed(Job job, String code, String message) {
        var failure = new Failure(job.ref().id(), code, message, job.project().revision());
        try {
            record(job, failure);
        } catch (CancelledException e) {
            return lost(job);
        } catch (RuntimeException e) {
            LOG.error("The failure of job {} of project {} could not be recorded", failure.job(), job.projectId(), e);
            return waits(job, UNTIL_STORAGE_IS_BACK, code, message);
        }
        return over(job, status -> status.failed(code, message));
    }

    /** A project that is full has no room for the failure either; then the log alone tells of it. */
    private void record(Job job, Failure failure) {
        String summary = "Failed: " + failure.message();
        try {
            bringHome(job, summary, result -> {
                result.failed(failure);
                workOf(job).gaveUp(job, result);
            });
        } catch (RefusedException e) {
            LOG.warn("Project {} has no room for the failure of job {}", job.projectId(), failure.job(), e);
            take(
                    job.queued(),
                    job.ref(),
                    "give_up",
                    context -> JobResult.of(context, job.lane(), job.ref(), summary, result -> {
                        result.failedWithoutWord();
                        workOf(job).gaveUp(job, result);
                    }));
        }
    }

    private void keep(Job job, String summary, Consumer<JobResult> soFar) {
        take(
                job.queued(),
                job.ref(),
                "record",
                context -> JobResult.soFar(context, job.lane(), job.ref(), summary, soFar));
    }

    private void bringHome(Job job, String summary, Consumer<JobResult> result) {
        take(
                job.queued(),
                job.ref(),
                JobHistory.homecoming(job.ref()),
                context -> JobResult.of(context, job.lane(), job.ref(), summary, result));
    }

    /** @throws CancelledException if nothing is decided, because the lane does not belong to the job any more */
    private void take(QueuedJob job, JobRef ref, String action, Function<DecideContext, Optional<Decision>> decide) {
        oneWay.take(
                job.project(),
                Request.ofTheStudio(
                        room(job.lane()),
                        action,
                        ref.user(),
                        context -> decide.apply(context).orElseThrow(CancelledException::new)));
    }

    private static String room(Lane lane) {
        return switch (lane.kind()) {
            case QUESTION -> "project";
            case DATA, POPULATION, REPORT -> lane.kind().name().toLowerCase(Locale.ROOT);
            case SCENARIO -> "simulation";
            case EXPORT, DELIVERY, RESOLUTION -> "report";
        };
    }
}
