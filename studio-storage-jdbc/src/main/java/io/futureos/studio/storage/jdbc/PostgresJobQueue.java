package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.JobId;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.jdbc.JobTable.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in a table, for any number of nodes. */
final class PostgresJobQueue implements JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresJobQueue.class);

    /** How long a job waits whose worker threw. */
    private static final Duration AFTER_A_THROW = Duration.ofSeconds(1);

    private final JobTable table;

    PostgresJobQueue(Database database) {
        this.table = new JobTable(database);
    }

    @Override
    public JobStation join(JobWorker worker, Executor threads) {
        return new Station(worker, threads);
    }

    private final class Station implements JobStation {
        private final UUID node = UUID.randomUUID();
        private final JobWorker worker;
        private final Executor threads;

        /** What this node has and renews the lease of, and whether it was begun; guarded by itself, as {@code closed} is. */
        private final Map<Claim, Boolean> held = new LinkedHashMap<>();

        private boolean closed;

        Station(JobWorker worker, Executor threads) {
            this.worker = worker;
            this.threads = threads;
        }

        @Override
        public void submit(QueuedJob job) {
            table.add(job);
            try {
                takeDue();
            } catch (StorageException e) { // the job is in the queue, and the next poll of any node finds it
                LOG.warn("The queue has job {}, but could not be asked what is due", job.id(), e);
            }
        }

        @Override
        public void poll() {
            List<JobId> mine = heldJobs();
            if (!mine.isEmpty()) {
                table.keep(node, mine);
            }
            takeDue();
        }

        private List<JobId> heldJobs() {
            synchronized (held) {
                return held.keySet().stream().map(claim -> claim.job().id()).toList();
            }
        }

        private void takeDue() {
            synchronized (held) {
                if (closed) {
                    return;
                }
            }
            for (Claim claim : table.claim(node)) {
                if (holds(claim)) {
                    hand(claim);
                } else {
                    table.takeBack(claim);
                }
            }
        }

        /** False if the node has left meanwhile. */
        private boolean holds(Claim claim) {
            synchronized (held) {
                if (!closed) {
                    held.put(claim, false);
                }
                return !closed;
            }
        }

        private void hand(Claim claim) {
            try {
                threads.execute(() -> work(claim));
            } catch (RejectedExecutionException e) {
                leave(claim, () -> table.takeBack(claim));
            } catch (RuntimeException | Error e) { // else this node would hold the rest for ever
                LOG.error("No thread could be had for {}; it is tried again", claim.job(), e);
                leave(claim, () -> table.giveBack(claim, AFTER_A_THROW));
            }
        }

        private void work(Claim claim) {
            if (!begins(claim)) {
                return;
            }
            Optional<Duration> wait = Optional.of(AFTER_A_THROW);
            try {
                wait = worker.work(claim.job(), claim.attempt());
            } catch (RuntimeException e) {
                LOG.error("Job {} threw; it is tried again", claim.job(), e);
            } finally {
                Optional<Duration> pause = wait;
                leave(
                        claim,
                        () -> pause.ifPresentOrElse(delay -> table.giveBack(claim, delay), () -> table.remove(claim)));
            }
        }

        private boolean begins(Claim claim) {
            synchronized (held) {
                if (held.replace(claim, true) == null) {
                    return false;
                }
            }
            if (isHeld(claim)) {
                return true;
            }
            forget(claim);
            return false;
        }

        /** Who can't be told is not told no: what it writes is fenced off anyway if it has lost the job. */
        private boolean isHeld(Claim claim) {
            try {
                return table.isHeld(claim);
            } catch (StorageException e) {
                LOG.warn("It is unknown whether {} is still this node's; it is begun", claim.job(), e);
                return true;
            }
        }

        /** Whatever can't be written now, the end of the lease brings about: some node takes the job again. */
        private void leave(Claim claim, Runnable what) {
            forget(claim);
            try {
                what.run();
            } catch (StorageException e) {
                LOG.warn(
                        "What became of {} could not be written; it is taken again when its lease ends",
                        claim.job(),
                        e);
            }
        }

        private void forget(Claim claim) {
            synchronized (held) {
                held.remove(claim);
            }
        }

        @Override
        public void close() {
            var untouched = new ArrayList<Claim>();
            synchronized (held) {
                closed = true;
                held.forEach((claim, begun) -> {
                    if (!begun) {
                        untouched.add(claim);
                    }
                });
            }
            untouched.forEach(claim -> leave(claim, () -> table.takeBack(claim)));
        }
    }
}
