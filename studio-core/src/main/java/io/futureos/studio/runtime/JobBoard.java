package io.futureos.studio.runtime;

import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Shows how far each job of this node is, for as long as somebody may ask. Safe for use by several threads. */
final class JobBoard {

    private static final int KEPT = 10_000;

    private final LiveChannel live;
    private final Map<JobId, Posted> entries = new LinkedHashMap<>();

    JobBoard(LiveChannel live) {
        this.live = live;
    }

    /** A job's place on the board. */
    record Posted(ProjectId project, JobStatus status, CompletableFuture<JobStatus> end) {}

    void add(ProjectId project, JobStatus status) {
        synchronized (entries) {
            entries.putIfAbsent(status.id(), new Posted(project, status, new CompletableFuture<>()));
            dropEldest();
        }
        live.publish(new JobProgressed(project, status));
    }

    private void dropEldest() {
        Iterator<Posted> eldest = entries.values().iterator();
        while (entries.size() > KEPT && eldest.hasNext()) {
            if (eldest.next().end().isDone()) {
                eldest.remove();
            }
        }
    }

    /** Changes a job's status, unless it has ended. */
    void update(JobId id, UnaryOperator<JobStatus> change) {
        Posted next;
        synchronized (entries) {
            Posted entry = entries.get(id);
            if (entry == null || entry.status().state().isEnd()) {
                return;
            }
            next = new Posted(entry.project(), change.apply(entry.status()), entry.end());
            entries.put(id, next);
        }
        live.publish(new JobProgressed(next.project(), next.status()));
        if (next.status().state().isEnd()) {
            next.end().complete(next.status());
        }
    }

    Optional<Posted> find(JobId id) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(id));
        }
    }

    /** Waits until the job has ended, but no longer than {@code patience}; returns what it looks like then. */
    JobStatus await(Posted entry, Duration patience) throws InterruptedException {
        try {
            return entry.end().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return find(entry.status().id()).orElse(entry).status();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A job's end is only ever completed with a status", e);
        }
    }
}
