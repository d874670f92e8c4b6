package io.futureos.studio.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks at once, on real threads. */
public final class Parallel {

    /** More than any race takes; a store that hangs makes its test fail instead of hanging too. */
    private static final long SECONDS_AT_MOST = 120;

    private Parallel() {}

    /** What each thread does. */
    @FunctionalInterface
    public interface Task {

        /** Runs on one thread; they count from 0. */
        void run(int thread) throws Exception;
    }

    /**
     * Runs the task on so many threads, which start together, until all are done.
     *
     * @throws Exception what a task threw, with those of the others suppressed
     */
    public static void inParallel(int threads, Task task) throws Exception {
        var start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit(() -> {
                    start.await(SECONDS_AT_MOST, TimeUnit.SECONDS);
                    task.run(thread);
                    return null;
                }));
            }
            await(running);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What each thread does in each round. */
    @FunctionalInterface
    public interface RoundTask {

        /** Runs in one round on one thread; both count from 0. */
        void run(int round, int thread) throws Exception;
    }

    /**
     * Runs the task in so many rounds on so many threads. They begin each round as close together as threads can, which
     * finds races that last some nanoseconds.
     */
    public static void inRounds(int rounds, int threads, RoundTask task) throws Exception {
        var arrived = new AtomicInteger();
        inParallel(threads, thread -> {
            try {
                for (int round = 0; round < rounds; round++) {
                    arrived.incrementAndGet();
                    while (arrived.get() < (round + 1) * threads) {
                        Thread.onSpinWait();
                    }
                    task.run(round, thread);
                }
            } finally {
                arrived.addAndGet(rounds * threads);
            }
        });
    }

    private static void await(List<Future<?>> running) throws Exception {
        var failures = new ArrayList<Throwable>();
        for (Future<?> future : running) {
            try {
                future.get(SECONDS_AT_MOST, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (TimeoutException e) {
                failures.add(new AssertionError("A thread is not done after " + SECONDS_AT_MOST + " s", e));
            }
        }
        if (!failures.isEmpty()) {
            Throwable first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            if (first instanceof Error error) {
                throw error;
            }
            throw (Exception) first;
        }
    }
}
