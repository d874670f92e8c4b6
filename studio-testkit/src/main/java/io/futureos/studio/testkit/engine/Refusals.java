package io.futureos.studio.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineException;
import java.util.function.Supplier;

/** How an engine says no: with an {@link EngineException} that has a code for programs and a sentence for people. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(String what, Supplier<?> call) {
        assertThatThrownBy(call::get).as(what).satisfies(thrown -> assertRefusal(what, thrown));
    }

    /** The engine may know an answer, but if it doesn't, it says so properly. */
    static void assertAnsweredOrRefused(String what, Supplier<?> call) {
        try {
            assertThat(call.get()).as(what).isNotNull();
        } catch (RuntimeException refusal) {
            assertRefusal(what, refusal);
        }
    }

    private static void assertRefusal(String what, Throwable thrown) {
        assertThat(thrown)
                .as("what the engine says to %s", what)
                .isInstanceOfSatisfying(EngineException.class, refusal -> {
                    assertThat(refusal.code()).matches("[a-z][a-z0-9_]*");
                    assertThat(refusal.getMessage())
                            .hasSizeGreaterThan(10)
                            .doesNotContain("Exception", "\n")
                            .matches("(?s).*[.?!]\"?");
                });
    }
}
