package io.futureos.studio.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineContext.CancelledException;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.testkit.engine.RecordingContext.Report;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What engines promise that work within a context: to tell how far they are, to stop, and to leave what they refer to. */
public abstract class WorkingEngineContract<E extends Engine> extends EngineContract<E> {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

    @Test
    void progress_is_told_from_the_beginning_in_words_and_goes_from_0_to_1_and_never_back() {
        for (Call<E, ?> call : calls()) {
            RecordingContext context = context();
            call.ask(engine(), context);

            List<Double> fractions =
                    context.reports().stream().map(Report::fraction).toList();
            assertThat(fractions)
                    .as("%s", call)
                    .isNotEmpty()
                    .isSorted()
                    .allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));
            assertThat(context.reports())
                    .as("%s", call)
                    .allSatisfy(report -> assertThat(report.phase()).isNotBlank());
        }
    }

    @Test
    void no_second_of_work_passes_without_a_report() {
        for (Call<E, ?> call : calls()) {
            RecordingContext context = context();
            call.ask(engine(), context);

            assertThat(context.longestSilence()).as("%s", call).isLessThan(LONGEST_SILENCE);
        }
    }

    @Test
    void a_cancelled_call_ends_at_once_wherever_it_is_and_the_engine_works_on_for_others() {
        E shared = engine();
        for (Call<E, ?> call : calls()) {
            RecordingContext undisturbed = context();
            var expected = new Given(call.ask(engine(), undisturbed), undisturbed.stored());
            int reports = undisturbed.reports().size();

            for (int report : new TreeSet<>(List.of(1, (1 + reports) / 2, reports))) {
                assertEndsAt(report, call);
            }
            RecordingContext cancelled = context().cancelAtReport(Math.max(1, reports / 2));
            assertThatThrownBy(() -> call.ask(shared, cancelled)).isInstanceOf(CancelledException.class);
            assertThat(given(shared, call))
                    .as("%s, after a cancelled one", call)
                    .isEqualTo(expected);
        }
    }

    private void assertEndsAt(int report, Call<E, ?> call) {
        RecordingContext context = context().cancelAtReport(report);

        assertThatThrownBy(() -> call.ask(engine(), context))
                .as("%s, cancelled at report %s", call, report)
                .isSameAs(context.cancellation())
                .isNotNull();
        assertThat(context.reports())
                .as("reports of %s, cancelled at number %s", call, report)
                .hasSize(report);
    }

    @Test
    void what_an_answer_refers_to_can_be_read() {
        for (Call<E, ?> call : calls()) {
            RecordingContext context = context();
            Object answer = call.ask(engine(), context);

            for (BlobKey key : Blobs.in(answer)) {
                assertThat(BlobKey.of(context.read(key))).as("%s", call).isEqualTo(key);
            }
        }
    }
}
