package io.futureos.studio.engines.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LevelFilterTest {

    private static final int FIRST = 2015 * 12;
    private static final Dynamics RESTLESS = Dynamics.PRIOR.get(Dynamics.PRIOR.size() / 2);

    @Test
    void of_several_histories_each_is_followed_as_it_would_be_alone() {
        List<double[]> histories = List.of(drawn(1), drawn(2), drawn(3));

        List<LevelFilter> together = LevelFilter.follow(RESTLESS, FIRST, histories);

        for (int h = 0; h < histories.size(); h++) {
            LevelFilter alone = LevelFilter.follow(RESTLESS, FIRST, histories.subList(h, h + 1))
                    .get(0);
            assertThat(together.get(h).mean()).isEqualTo(alone.mean());
            assertThat(together.get(h).logLikelihood()).isEqualTo(alone.logLikelihood());
            assertThat(together.get(h).root()).isDeepEqualTo(alone.root());
        }
    }

    @Test
    void histories_that_lack_other_months_than_the_first_are_refused() {
        double[] more = drawn(2);
        more[20] = Double.NaN;
        double[] less = drawn(3);
        less[7] = 0.1;

        for (double[] other : List.of(more, less)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LevelFilter.follow(RESTLESS, FIRST, List.of(drawn(1), other)))
                    .withMessageContaining("do not lack the same months");
        }
    }

    /** Three years that lack the first month and one more. */
    private static double[] drawn(long seed) {
        var random = new CounterRandom(seed);
        double[] levels = new double[36];
        Arrays.setAll(levels, month -> 0.01 * month + 0.1 * random.normal(month));
        levels[0] = Double.NaN;
        levels[7] = Double.NaN;
        return levels;
    }
}
