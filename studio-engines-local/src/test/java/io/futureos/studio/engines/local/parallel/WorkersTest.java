package io.futureos.studio.engines.local.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkersTest {

    private static void nothing() {}

    @Test
    void each_part_is_done_once_and_all_are_done_when_the_call_returns() {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int threads : new int[] {1, 2, 5}) {
                for (int round = 0; round < 200; round++) {
                    var done = new AtomicIntegerArray(50);
                    Workers.of(pool, threads).each(50, WorkersTest::nothing, done::incrementAndGet);

                    for (int part = 0; part < 50; part++) {
                        assertThat(done.get(part)).isEqualTo(1);
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void two_threads_really_work_at_the_same_time() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            var both = new CountDownLatch(2);

            Workers.of(pool, 2).each(2, WorkersTest::nothing, part -> {
                both.countDown();
                awaitQuietly(both);
            });

            assertThat(both.getCount()).isZero();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void threads_that_never_come_are_not_waited_for_and_find_nothing_when_they_do() {
        Deque<Runnable> queue = new ArrayDeque<>();
        var done = new AtomicIntegerArray(3);

        Workers.of(queue::add, 4).each(3, WorkersTest::nothing, done::incrementAndGet);
        queue.forEach(Runnable::run);

        assertThat(queue).hasSize(2);
        assertThat(done).hasToString("[1, 1, 1]");
    }

    @Test
    void an_executor_that_refuses_or_runs_tasks_itself_changes_nothing() {
        var done = new AtomicIntegerArray(3);

        Workers.of(Runnable::run, 3).each(3, WorkersTest::nothing, done::incrementAndGet);
        Workers.of(
                        task -> {
                            throw new RejectedExecutionException("shut down");
                        },
                        3)
                .each(3, WorkersTest::nothing, done::incrementAndGet);

        assertThat(done).hasToString("[2, 2, 2]");
    }

    @Test
    void what_a_part_throws_on_any_thread_reaches_the_caller() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int failing = 0; failing < 20; failing++) {
                int wrong = failing;
                assertThatThrownBy(() -> Workers.of(pool, 3).each(20, WorkersTest::nothing, part -> {
                            if (part == wrong) {
                                throw new IllegalStateException("part " + part);
                            }
                        }))
                        .hasMessage("part " + wrong);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void what_is_thrown_between_parts_ends_the_work_and_no_part_is_still_going_on_after_it() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 200; round++) {
                var begun = new AtomicIntegerArray(1);
                var ended = new AtomicIntegerArray(1);
                var cancelled = new CountDownLatch(1);

                assertThatThrownBy(() -> Workers.of(pool, 3)
                                .each(
                                        1_000,
                                        () -> {
                                            cancelled.countDown();
                                            throw new IllegalStateException("cancelled");
                                        },
                                        part -> {
                                            begun.incrementAndGet(0);
                                            awaitQuietly(cancelled);
                                            ended.incrementAndGet(0);
                                        }))
                        .hasMessage("cancelled");

                assertThat(ended.get(0)).isEqualTo(begun.get(0)).isLessThanOrEqualTo(1_000);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void fewer_than_one_thread_is_refused() {
        assertThatThrownBy(() -> Workers.of(Runnable::run, 0)).hasMessage("threads must be 1 or more, was 0");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
