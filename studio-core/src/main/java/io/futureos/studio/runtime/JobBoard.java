package io.futureos.studio.runtime;

import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobStatuses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far jobs are: those of this node as they are, those of others as they were written down, once a second. What
 * stands here is for people; what becomes of a job is decided by its lane alone. So a storage that is away for a moment
 * costs a line in the log and nothing else. Safe for use by several threads.
 */
final class JobBoard {

    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(1);

    private final LiveChannel live;
    private final JobStatuses statuses;
    private final Clock clock;
    private final Map<JobId, Posted> here = new ConcurrentHashMap<>();
    private final Object endings = new Object();
    private long ends;

    JobBoard(LiveChannel live, JobStatuses statuses, Clock clock) {
        this.live = live;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** A job that this node works on, and when it was written down last. */
    private record Posted(ProjectId project, JobStatus status, Instant writtenAt) {}

    /** Shows a status and writes it down. */
    void post(ProjectId project, JobStatus status) {
        Instant now = clock.instant();
        write(project, status, now);
        if (status.state() == JobStatus.State.RUNNING) {
            here.put(status.id(), new Posted(project, status, now));
        } else {
            here.remove(status.id());
        }
        live.publish(new JobProgressed(project, status));
        if (status.state().isEnd()) {
            synchronized (endings) {
                ends++;
                endings.notifyAll();
            }
        }
    }

    /**
     * This node works on the job no more, because it has lost it. What became of it is for others to say; an end that they
     * wrote down is told again, since this node may have told of progress after it.
     */
    void leave(ProjectId project, JobId id) {
        here.remove(id);
        written(project, id)
                .filter(status -> status.state().isEnd())
                .ifPresent(end -> live.publish(new JobProgressed(project, end)));
    }

    /** What was written down of the job; empty also while the storage is away. */
    private Optional<JobStatus> written(ProjectId project, JobId id) {
        try {
            return statuses.find(project, id);
        } catch (RuntimeException e) {
            LOG.warn("How far job {} of project {} is could not be read", id, project, e);
            return Optional.empty();
        }
    }

    /** Somebody took the lane away from the job: that ends it, if nothing else has. */
    void lostItsLane(ProjectId project, Lane lane, JobId id) {
        Posted posted = here.get(id);
        JobStatus known =
                posted != null ? posted.status() : written(project, id).orElseGet(() -> JobStatus.queued(id, lane));
        if (!known.state().isEnd()) {
            post(project, known.ended(JobStatus.State.CANCELLED));
        }
    }

    /** Changes the status of a job that runs in this node. */
    void update(JobId id, UnaryOperator<JobStatus> change) {
        Posted posted = here.get(id);
        if (posted == null) {
            return;
        }
        JobStatus next = change.apply(posted.status());
        Instant now = clock.instant();
        if (next.state() != JobStatus.State.RUNNING
                || !now.isBefore(posted.writtenAt().plus(WRITTEN_EVERY))) {
            post(posted.project(), next);
            return;
        }
        here.replace(id, posted, new Posted(posted.project(), next, posted.writtenAt()));
        live.publish(new JobProgressed(posted.project(), next));
    }

    private void write(ProjectId project, JobStatus status, Instant now) {
        try {
            statuses.put(project, status, now);
        } catch (RuntimeException e) {
            LOG.warn("How far job {} of project {} is could not be written down", status.id(), project, e);
        }
    }

    Optional<JobStatus> find(ProjectId project, JobId id) {
        Posted posted = here.get(id);
        return posted != null && posted.project().equals(project)
                ? Optional.of(posted.status())
                : statuses.find(project, id);
    }

    /** How many jobs this node has seen end. */
    long ends() {
        synchronized (endings) {
            return ends;
        }
    }

    /** Waits until this node has seen another job end, but no longer than {@code patience}. */
    void awaitEndAfter(long seen, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (endings) {
            for (long left = patience.toNanos(); ends == seen && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(endings, left);
            }
        }
    }
}
