package io.futureos.studio.engines.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DynamicsTest {

    private final Dynamics still = new Dynamics(0.2, 0.2 * 0.1, 0.2 * 0.01, 1);

    @Test
    void a_level_that_keeps_still_is_likelier_beforehand_than_one_that_does_not() {
        assertThat(still.logPrior())
                .isGreaterThan(new Dynamics(0.2, 0.2 * 0.6, 0.2 * 0.01, 1).logPrior())
                .isGreaterThan(new Dynamics(0.2, 0.2 * 0.1, 0.2 * 0.04, 1).logPrior());
    }

    @Test
    void noise_and_damping_say_nothing_about_it() {
        assertThat(new Dynamics(0.002, 0.002 * 0.1, 0.002 * 0.01, 0.98).logPrior())
                .isCloseTo(still.logPrior(), offset(1e-9));
    }
}
