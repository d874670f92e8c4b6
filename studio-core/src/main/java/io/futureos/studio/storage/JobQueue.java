package io.futureos.studio.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Hands long work to the nodes that share it. A job is handed to one node at a time. If that node is not heard of for
 * {@link #LEASE}, the job goes to another: so it may be worked on twice, and even by two at once if a node was only slow,
 * but never by nobody. Due times and leases go by the queue's own clock. Implementations are safe for use by several
 * threads; each passes {@code JobQueueContract}.
 */
public interface JobQueue {

    /**
     * How long a node may be silent before its jobs go to others. They look once a second, and on a busy machine they are late:
     * a job must be in other hands five seconds after its node died.
     */
    Duration LEASE = Duration.ofSeconds(3);

    /**
     * A node takes part from now on.
     *
     * @param worker is handed the jobs
     * @param threads run the worker; a job that they refuse is given back, and counts as not tried
     */
    JobStation join(JobWorker worker, Executor threads);

    /** A node's place at the queue. */
    interface JobStation extends AutoCloseable {

        /**
         * Puts the job into the queue, unless it is there already; durable when this returns. Any node may run it.
         *
         * @throws StorageException if it is unknown whether the job is in the queue
         */
        void submit(QueuedJob job);

        /** Says that this node lives, and takes what is due now. To be called once a second. */
        void poll();

        /**
         * Takes no more jobs. Those that this node holds and has not begun go to others at once, and are not begun here any
         * more; those that it has begun are its own as before. Closing twice does no harm, and submitting goes on.
         */
        @Override
        void close();
    }

    /** Works on jobs. */
    @FunctionalInterface
    interface JobWorker {

        /**
         * Works on one job until it is over or has to wait. A job whose worker throws comes again some seconds later, at any
         * node. What a worker returns or throws that has lost the job counts for nothing.
         *
         * @param attempt counts from 1; whoever still works on the job under a smaller number has lost it
         * @return how long to wait before the next attempt; empty if the job is over and leaves the queue
         */
        Optional<Duration> work(QueuedJob job, int attempt);
    }
}
