package io.futureos.studio.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PredictiveTest {

    private static final Predictive NORMAL = Predictive.ofSample(LongStream.range(0, 100_000)
            .mapToDouble(new CounterRandom(7)::normal)
            .toArray());

    /** Gneiting and Raftery (2007), equation 5, at 0 and 1.5 standard deviations. */
    @Test
    void the_score_of_a_normal_sample_is_that_of_the_closed_form() {
        assertThat(NORMAL.crps(0)).isCloseTo(0.2337, within(0.003));
        assertThat(NORMAL.crps(1.5)).isCloseTo(0.9945, within(0.01));
    }

    @Test
    void the_score_of_few_values_is_the_mean_distance_less_half_the_spread() {
        assertThat(Predictive.of(List.of(3.0, 1.0)).crps(2)).isEqualTo(1 - 0.5);
        assertThat(Predictive.of(List.of(0.0, 0.0, 3.0)).crps(1)).isCloseTo(4 / 3.0 - 2 / 3.0, within(1e-12));
    }

    @Test
    void the_score_of_a_point_is_its_absolute_error() {
        assertThat(Predictive.point(3).crps(5)).isEqualTo(2);
    }

    @Test
    void intervals_of_a_normal_sample_are_where_a_normal_has_them() {
        assertThat(NORMAL.covers(0.9, 1.6)).isTrue();
        assertThat(NORMAL.covers(0.9, -1.6)).isTrue();
        assertThat(NORMAL.covers(0.9, -1.7)).isFalse();
        assertThat(NORMAL.covers(0.5, 0.65)).isTrue();
        assertThat(NORMAL.covers(0.5, 0.7)).isFalse();
        assertThat(NORMAL.median()).isCloseTo(0, within(0.01));
    }

    @Test
    void a_probability_is_the_share_of_the_values_and_never_quite_certain() {
        Predictive hundred = Predictive.of(
                DoubleStream.iterate(1, v -> v + 1).limit(100).boxed().toList());

        assertThat(hundred.above(60)).isCloseTo(0.4, within(0.01));
        assertThat(hundred.above(1_000)).isBetween(0.001, 0.01);
        assertThat(hundred.below(60)).isEqualTo(0.595);
        assertThat(Predictive.point(2).above(1)).isEqualTo(1);
    }

    @Test
    void values_that_are_no_numbers_are_refused() {
        assertThatThrownBy(() -> Predictive.of(List.of(1.0, Double.NaN))).hasMessageContaining("finite");
    }
}
