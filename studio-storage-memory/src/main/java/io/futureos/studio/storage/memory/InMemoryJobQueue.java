package io.futureos.studio.storage.memory;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.QueuedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in a map, for the Studios of one process. */
final class InMemoryJobQueue implements JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryJobQueue.class);

    /** How long a job waits whose worker threw. */
    private static final Duration AFTER_A_THROW = Duration.ofSeconds(1);

    private final Clock clock;
    private final Map<JobId, Entry> entries = new LinkedHashMap<>();

    InMemoryJobQueue(Clock clock) {
        this.clock = clock;
    }

    /** A job in the queue; guarded by the queue. */
    private static final class Entry {
        private final QueuedJob job;
        private Instant due;
        private int attempt;
        private @Nullable Station holder;
        private boolean begun;

        Entry(QueuedJob job, Instant due) {
            this.job = job;
            this.due = due;
        }

        void release(Instant nextDue) {
            holder = null;
            begun = false;
            due = nextDue;
        }
    }

    @Override
    public JobStation join(JobWorker worker, Executor threads) {
        return new Station(worker, threads, clock.instant());
    }

    void forget(ProjectId project) {
        synchronized (entries) {
            entries.values().removeIf(entry -> entry.job.project().equals(project));
        }
    }

    private final class Station implements JobStation {
        private final JobWorker worker;
        private final Executor threads;
        private Instant heardOf;
        private boolean closed;

        Station(JobWorker worker, Executor threads, Instant now) {
            this.worker = worker;
            this.threads = threads;
            this.heardOf = now;
        }

        @Override
        public void submit(QueuedJob job) {
            synchronized (entries) {
                entries.computeIfAbsent(job.id(), id -> new Entry(job, clock.instant()));
            }
            takeDue();
        }

        @Override
        public void poll() {
            synchronized (entries) {
                Instant now = clock.instant();
                heardOf = now;
                for (Entry entry : entries.values()) {
                    if (entry.holder != null && entry.holder.isSilent(now)) {
                        entry.release(now);
                    }
                }
            }
            takeDue();
        }

        private boolean isSilent(Instant now) {
            return heardOf.plus(LEASE).isBefore(now);
        }

        private void takeDue() {
            for (Handed handed : handedOut()) {
                try {
                    threads.execute(() -> work(handed));
                } catch (RejectedExecutionException e) {
                    takeBack(handed);
                } catch (RuntimeException | Error e) { // else this node would hold the rest for ever
                    LOG.error("No thread could be had for {}; it is tried again", handed.entry.job, e);
                    giveBack(handed, AFTER_A_THROW);
                }
            }
        }

        private List<Handed> handedOut() {
            var out = new ArrayList<Handed>();
            synchronized (entries) {
                Instant now = clock.instant();
                for (Entry entry : entries.values()) {
                    if (!closed && entry.holder == null && !entry.due.isAfter(now)) {
                        entry.holder = this;
                        entry.attempt++;
                        out.add(new Handed(entry, entry.attempt));
                    }
                }
            }
            return out;
        }

        private void work(Handed handed) {
            if (!begins(handed)) {
                return;
            }
            Optional<Duration> wait = Optional.of(AFTER_A_THROW);
            try {
                wait = worker.work(handed.entry.job, handed.attempt);
            } catch (RuntimeException e) {
                LOG.error("Job {} threw; it is tried again", handed.entry.job, e);
            } finally {
                wait.ifPresentOrElse(delay -> giveBack(handed, delay), () -> forget(handed));
            }
        }

        private boolean begins(Handed handed) {
            synchronized (entries) {
                boolean mine = isMine(handed);
                handed.entry.begun |= mine;
                return mine;
            }
        }

        /** Nobody tried the job, so its next attempt has the same number. */
        private void takeBack(Handed handed) {
            synchronized (entries) {
                if (isMine(handed) && !handed.entry.begun) {
                    handed.entry.attempt--;
                    handed.entry.release(clock.instant());
                }
            }
        }

        private void giveBack(Handed handed, Duration delay) {
            synchronized (entries) {
                if (isMine(handed)) {
                    handed.entry.release(clock.instant().plus(delay));
                }
            }
        }

        private void forget(Handed handed) {
            synchronized (entries) {
                if (isMine(handed)) {
                    entries.remove(handed.entry.job.id());
                }
            }
        }

        private boolean isMine(Handed handed) {
            return handed.entry.holder == this && handed.entry.attempt == handed.attempt;
        }

        @Override
        public void close() {
            synchronized (entries) {
                closed = true;
                for (Entry entry : entries.values()) {
                    if (entry.holder == this && !entry.begun) {
                        entry.release(clock.instant());
                    }
                }
            }
        }
    }

    /** A job as it was handed out. */
    private record Handed(Entry entry, int attempt) {}
}
