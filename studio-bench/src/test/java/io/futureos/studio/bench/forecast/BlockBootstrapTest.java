package io.futureos.studio.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.bench.forecast.BlockBootstrap.Interval;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BlockBootstrapTest {

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    @Test
    void independent_values_get_about_the_interval_of_their_standard_error() {
        CounterRandom random = new CounterRandom(3);
        List<Double> values = IntStream.range(0, 1_200).mapToObj(random::normal).toList();

        Interval interval = BlockBootstrap.of(values, BlockBootstrapTest::mean);

        double half = 1.645 / Math.sqrt(values.size());
        assertThat(interval.low()).isCloseTo(mean(values) - half, within(0.3 * half));
        assertThat(interval.high()).isCloseTo(mean(values) + half, within(0.3 * half));
    }

    @Test
    void values_that_hang_together_get_a_wider_one() {
        CounterRandom random = new CounterRandom(3);
        List<Double> years = IntStream.range(0, 1_200)
                .mapToObj(i -> random.normal(i / BlockBootstrap.BLOCK))
                .toList();

        Interval interval = BlockBootstrap.of(years, BlockBootstrapTest::mean);

        double asIfIndependent = 2 * 1.645 / Math.sqrt(years.size());
        assertThat(interval.high() - interval.low()).isGreaterThan(2 * asIfIndependent);
    }

    @Test
    void the_same_values_get_the_same_interval() {
        List<Double> values = List.of(1.0, 5.0, 2.0, 8.0);

        assertThat(BlockBootstrap.of(values, BlockBootstrapTest::mean))
                .isEqualTo(BlockBootstrap.of(values, BlockBootstrapTest::mean));
    }

    @Test
    void a_figure_that_no_draw_has_gets_no_interval() {
        assertThat(BlockBootstrap.of(List.of(1.0, 2.0), sample -> Double.NaN).low())
                .isNaN();
    }
}
