package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static io.futureos.studio.testkit.contract.Parallel.inRounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ParallelTest {

    @Test
    void every_thread_runs_once_and_all_are_done_at_the_end() throws Exception {
        var runs = new AtomicIntegerArray(8);

        inParallel(8, runs::incrementAndGet);

        assertThat(runs).hasToString("[1, 1, 1, 1, 1, 1, 1, 1]");
    }

    @Test
    void what_a_thread_throws_is_thrown_with_what_the_others_threw() {
        assertThatThrownBy(() -> inParallel(3, thread -> {
                    if (thread > 0) {
                        throw new IOException("thread " + thread);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("thread 1")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void an_assertion_that_fails_on_a_thread_fails_the_test() {
        assertThatThrownBy(() -> inParallel(2, thread -> assertThat(thread).isZero()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void every_thread_takes_part_in_every_round() throws Exception {
        var sum = new LongAdder();

        inRounds(100, 2, (round, thread) -> sum.add(round));

        assertThat(sum.sum()).isEqualTo(2 * 4_950);
    }

    @Test
    void a_thread_that_fails_in_one_round_does_not_leave_the_others_waiting_for_it() {
        assertThatThrownBy(() -> inRounds(100, 2, (round, thread) -> {
                    if (round == 7 && thread == 1) {
                        throw new IOException("round 7");
                    }
                }))
                .hasMessage("round 7");
    }
}
