package io.futureos.studio.runtime;

import io.futureos.studio.StudioException;
import io.futureos.studio.decide.DecideContext;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.JobResult;
import io.futureos.studio.engine.EngineContext.CancelledException;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.runtime.LaneWork.Finished;
import io.futureos.studio.storage.BlobStore;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs that revisions ask for, and takes their results the one way through. Safe for use by several threads. */
final class JobRunner implements JobStarter {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Desks desks;
    private final BlobStore blobs;
    private final JobBoard board;
    private final Executor executor;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Map<Lane.Kind, LaneWork> works;
    private final Supplier<OneWay> oneWay;

    JobRunner(
            Desks desks,
            BlobStore blobs,
            JobBoard board,
            Executor executor,
            Supplier<UUID> ids,
            Clock clock,
            Map<Lane.Kind, LaneWork> works,
            Supplier<OneWay> oneWay) {
        this.desks = desks;
        this.blobs = blobs;
        this.board = board;
        this.executor = executor;
        this.ids = ids;
        this.clock = clock;
        this.works = works;
        this.oneWay = oneWay;
    }

    @Override
    public void announce(ProjectId project, Lane lane, JobRef job) {
        board.add(project, JobStatus.queued(job.id(), lane));
    }

    @Override
    public void start(ProjectId project, Lane lane, JobRef ref, WorkingCopy copy) {
        var job = new Job(project, lane, ref, copy, desks.of(project), blobs, board, ids, clock, this::keep);
        try {
            executor.execute(() -> run(job));
        } catch (RejectedExecutionException e) {
            fail(job, "studio_closed", "The Studio takes no more jobs. Ask again once it runs.");
        }
    }

    @Override
    public void lostItsLane(JobRef job) {
        board.update(job.id(), status -> status.ended(JobStatus.State.CANCELLED));
    }

    private void run(Job job) {
        JobRef ref = job.ref();
        try {
            job.progress("starting", 0);
            Finished finished =
                    Objects.requireNonNull(works.get(job.lane().kind())).run(job);
            boolean taken = bringHome(job, finished.summary(), finished.result());
            board.update(ref.id(), status -> status.ended(taken ? finished.state() : JobStatus.State.CANCELLED));
        } catch (CancelledException e) {
            board.update(ref.id(), status -> status.ended(JobStatus.State.CANCELLED));
        } catch (EngineException e) {
            fail(job, e.code(), String.valueOf(e.getMessage()));
        } catch (StudioException e) {
            fail(job, e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} ({}) of project {} failed", ref.id(), job.lane(), job.projectId(), e);
            fail(job, "internal_error", "The job ended unexpectedly (" + e + "); the log has the details.");
        } finally {
            if (job.lane().kind() == Lane.Kind.SCENARIO) {
                job.desk().runEnded(job.lane().scenarioId(), ref.id());
            }
        }
    }

    private void fail(Job job, String code, String message) {
        JobRef ref = job.ref();
        var failure = new Failure(ref.id(), code, message, job.project().revision());
        try {
            bringHome(job, "Failed: " + message, result -> result.failed(failure));
        } catch (RuntimeException e) {
            LOG.error("The failure of job {} of project {} could not be recorded", ref.id(), job.projectId(), e);
        }
        board.update(ref.id(), status -> status.failed(code, message));
    }

    private void keep(Job job, String summary, Consumer<JobResult> soFar) {
        take(
                job,
                "record",
                context -> JobResult.soFar(context, job.lane(), job.ref().id(), summary, soFar));
    }

    /** Whether the result was taken; it is not if the lane does not belong to the job any more. */
    private boolean bringHome(Job job, String summary, Consumer<JobResult> result) {
        try {
            take(
                    job,
                    job.ref().task() + "_result",
                    context -> JobResult.of(context, job.lane(), job.ref().id(), summary, result));
            return true;
        } catch (CancelledException e) {
            return false;
        }
    }

    /** @throws CancelledException if nothing is decided, because the lane does not belong to the job any more */
    private void take(Job job, String action, Function<DecideContext, Optional<Decision>> decide) {
        oneWay.get()
                .take(
                        job.projectId(),
                        Request.ofTheStudio(
                                workbench(job.lane()),
                                action,
                                job.ref().user(),
                                context -> decide.apply(context).orElseThrow(CancelledException::new)));
    }

    private static String workbench(Lane lane) {
        return switch (lane.kind()) {
            case QUESTION -> "project";
            case DATA, POPULATION, REPORT -> lane.kind().name().toLowerCase(Locale.ROOT);
            case SCENARIO -> "simulation";
            case EXPORT -> "report";
        };
    }
}
