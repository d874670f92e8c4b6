package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalTest {

    private final Deque<Runnable> executor = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void raised_many_times_before_its_turn_the_work_is_done_once_and_once_more() {
        var signal = new Signal(executor::add, done::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            signal.raise();
        }

        assertThat(executor).hasSize(1);
        runAll();
        assertThat(done).hasValue(2);
    }

    private void runAll() {
        while (!executor.isEmpty()) {
            executor.remove().run();
        }
    }

    @Test
    void threads_that_break_once_do_not_keep_the_signal_up_for_ever() {
        var breaks = new AtomicBoolean(true);
        var signal = new Signal(
                work -> {
                    if (breaks.getAndSet(false)) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    work.run();
                },
                done::incrementAndGet);
        assertThatThrownBy(signal::raise).isInstanceOf(OutOfMemoryError.class);

        signal.raise();

        assertThat(done).hasValue(1);
    }

    @Test
    void work_that_fails_is_done_again_when_the_signal_is_raised_again() {
        var signal = new Signal(Runnable::run, () -> {
            if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("Broken");
            }
        });
        try {
            signal.raise();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("Broken");
        }
        signal.raise();

        assertThat(done).hasValue(2);
    }

    @Test
    void an_executor_that_takes_nothing_is_asked_again() {
        var full = new AtomicBoolean(true);
        var signal = new Signal(
                work -> {
                    if (full.get()) {
                        throw new RejectedExecutionException("Full");
                    }
                    work.run();
                },
                done::incrementAndGet);
        signal.raise();
        signal.raise();
        full.set(false);
        signal.raise();

        assertThat(done).hasValue(1);
    }

    @Test
    void no_two_threads_do_the_work_at_once_and_what_came_before_a_raise_is_seen() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 200; round++) {
                var inside = new AtomicInteger();
                var clashes = new AtomicInteger();
                var left = new AtomicInteger();
                var signal = new Signal(threads, () -> {
                    if (inside.incrementAndGet() != 1) {
                        clashes.incrementAndGet();
                    }
                    left.set(0);
                    inside.decrementAndGet();
                });
                var start = new CyclicBarrier(4);
                var raisers = new Future<?>[4];
                for (int i = 0; i < raisers.length; i++) {
                    raisers[i] = threads.submit(() -> {
                        start.await();
                        for (int j = 0; j < 50; j++) {
                            left.incrementAndGet();
                            signal.raise();
                        }
                        return null;
                    });
                }
                for (Future<?> raiser : raisers) {
                    raiser.get(20, TimeUnit.SECONDS);
                }
                awaitZero(left);
                assertThat(clashes).hasValue(0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitZero(AtomicInteger left) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (left.get() != 0) {
            assertThat(System.nanoTime()).as("something was left undone").isLessThan(patience);
            Thread.onSpinWait();
        }
    }
}
