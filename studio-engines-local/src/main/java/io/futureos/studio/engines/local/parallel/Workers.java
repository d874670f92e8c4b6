package io.futureos.studio.engines.local.parallel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the parts of a piece of work on the calling thread and, if a host gave some, on others beside it. The calling thread
 * never waits for a thread that has not begun, so an executor that is busy, or that runs tasks itself, delays nothing and
 * can't lock up. Immutable; safe for several threads.
 */
public final class Workers {

    private static final Workers ALONE = new Workers(Runnable::run, 1);

    private final Executor executor;
    private final int threads;

    private Workers(Executor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** The calling thread and no other. */
    public static Workers alone() {
        return ALONE;
    }

    /**
     * The calling thread and up to {@code threads - 1} of the executor.
     *
     * @param threads at least 1
     */
    public static Workers of(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, was " + threads);
        }
        return new Workers(executor, threads);
    }

    /**
     * Does the parts 0 to {@code parts - 1}, each once and in any order, and returns when all are done.
     *
     * @param between called on the calling thread before each of its parts; what it throws ends the work
     * @param part must bear being called by several threads for different parts
     * @throws RuntimeException what a part threw; parts that had not begun are left out then
     */
    public void each(int parts, Runnable between, IntConsumer part) {
        var work = new Work(parts, part);
        for (int helper = 1; helper < Math.min(threads, parts); helper++) {
            if (!started(work)) {
                break;
            }
        }
        work.lead(between);
    }

    private boolean started(Work work) {
        try {
            executor.execute(work::help);
            return true;
        } catch (RejectedExecutionException e) {
            return false; // A host that is shutting down, or a full queue: the calling thread does it alone.
        }
    }

    /** Parts that are handed out one by one; who asks after the last gets none. */
    private static final class Work {
        private final int parts;
        private final IntConsumer part;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Work(int parts, IntConsumer part) {
            this.parts = parts;
            this.part = part;
            this.open = new CountDownLatch(parts);
        }

        void lead(Runnable between) {
            try {
                take(between);
            } catch (RuntimeException | Error e) {
                end(e);
            }
            awaitBegunParts();
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }

        void help() {
            take(() -> {});
        }

        private void take(Runnable between) {
            while (next.get() < parts) {
                between.run();
                int mine = next.getAndIncrement();
                if (mine < parts) {
                    done(mine);
                }
            }
        }

        /** A failure is known before its part counts as done, so that whoever waits for the parts sees it. */
        private void done(int mine) {
            try {
                part.accept(mine);
            } catch (RuntimeException | Error e) {
                end(e);
            } finally {
                open.countDown();
            }
        }

        /** Keeps the first failure, and takes away what nobody has begun. */
        private void end(Throwable thrown) {
            failure.compareAndSet(null, thrown);
            while (next.getAndIncrement() < parts) {
                open.countDown();
            }
        }

        /** Also when interrupted: what others still write must not be written after the call. */
        private void awaitBegunParts() {
            boolean interrupted = false;
            while (true) {
                try {
                    open.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
