package io.futureos.studio.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.model.Shock;
import io.futureos.studio.testkit.engine.SmallSimulation.Flaw;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulationEngineContractTest {

    private static final AtomicReference<Flaw> FLAW = new AtomicReference<>(Flaw.NONE);

    /** Not found by Surefire, which passes over nested classes. */
    static class Small extends SimulationEngineContract {
        @Override
        protected SimulationEngine engine() {
            return new SmallSimulation(Objects.requireNonNull(FLAW.get()));
        }

        @Override
        protected SimulationEngine.Request aRequest() {
            return SmallWorld.simulation();
        }

        @Override
        protected Shock aShock() {
            return new Shock(4, "x", 0.25);
        }

        @Override
        protected SimulationEngine.Request aRequestWithOtherFiguresAfter(String month) {
            return SmallWorld.simulation(month);
        }

        @Override
        protected EngineContext blobs() {
            return SmallWorld.BLOBS;
        }
    }

    @Test
    void an_engine_that_keeps_every_promise_passes() {
        FLAW.set(Flaw.NONE);

        assertThat(Failures.of(Small.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void an_engine_that_breaks_a_promise_is_told_which(Flaw broken) {
        FLAW.set(broken);

        assertThat(Failures.of(Small.class)).contains(broken.sentence);
    }
}
