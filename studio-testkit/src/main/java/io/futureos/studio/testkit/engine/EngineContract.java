package io.futureos.studio.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.json.StudioJson;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What all engines promise: an answer depends on the request and on nothing else, not on who asked before, at the same
 * time, or where. The contract of each interface names the calls.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class EngineContract<E extends Engine> {

    private static final int THREADS = 3;

    /** An engine that nobody asked anything yet. */
    protected abstract E engine();

    /** Where the blobs can be read that requests refer to. */
    protected EngineContext blobs() {
        return new RecordingContext();
    }

    private @Nullable RecordingContext place;

    /** Where a contract puts what its own requests refer to. */
    final RecordingContext place() {
        if (place == null) {
            place = RecordingContext.over(blobs());
        }
        return place;
    }

    /** Every kind of question that the interface knows, each with a request that can be answered. */
    abstract List<? extends Call<E, ?>> calls();

    /** A context that nobody worked in yet. */
    final RecordingContext context() {
        return RecordingContext.over(place());
    }

    /** An answer with the blobs that were stored for it. */
    record Given(Object answer, Set<String> stored) {}

    final Given given(E engine, Call<E, ?> call) {
        RecordingContext context = context();
        Object answer = call.ask(engine, context);
        return new Given(answer, context.stored());
    }

    @Test
    void it_has_a_name_and_a_version_that_stay_the_same() {
        assertThat(engine().provenance()).isEqualTo(engine().provenance());
        assertThat(engine().provenance().name()).isNotBlank();
        assertThat(engine().provenance().version()).isNotBlank();
    }

    @Test
    void equal_requests_are_answered_equally_by_the_same_engine_and_by_another() {
        E same = engine();
        for (Call<E, ?> call : calls()) {
            Given first = given(same, call);

            assertThat(given(same, call)).as("%s, asked again", call).isEqualTo(first);
            assertThat(given(engine(), call)).as("%s, another engine", call).isEqualTo(first);
        }
    }

    @Test
    void a_request_that_travelled_as_json_is_answered_equally() {
        E engine = engine();
        for (Call<E, ?> call : calls()) {
            assertThat(given(engine, call.travelled())).as("%s", call).isEqualTo(given(engine, call));
        }
    }

    /** Which is also why no figure is infinite or no number: JSON has no form for those. */
    @Test
    void an_answer_that_travels_as_json_arrives_unchanged() {
        E engine = engine();
        for (Call<E, ?> call : calls()) {
            Object answer = call.ask(engine, context());

            assertThat(StudioJson.read(StudioJson.writeBytes(answer), answer.getClass()))
                    .as("%s", call)
                    .isEqualTo(answer);
        }
    }

    @Test
    void several_threads_that_ask_at_once_get_what_one_gets_alone() throws Exception {
        E shared = engine();
        for (Call<E, ?> call : calls()) {
            List<Given> answers = InParallel.call(THREADS, () -> given(shared, call));

            assertThat(answers).as("%s", call).containsOnly(given(shared, call));
        }
    }

    @Test
    void the_language_and_the_time_zone_of_the_machine_change_nothing() throws Exception {
        E here = engine();
        for (Call<E, ?> call : calls()) {
            Given elsewhere = Elsewhere.call(() -> given(engine(), call));

            assertThat(elsewhere).as("%s", call).isEqualTo(given(here, call));
        }
    }
}
