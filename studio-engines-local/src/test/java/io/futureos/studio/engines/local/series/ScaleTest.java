package io.futureos.studio.engines.local.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScaleTest {

    @Test
    void the_floor_is_a_small_part_of_what_a_smooth_series_moves_by() {
        double[] smooth = IntStream.range(0, 60)
                .mapToDouble(i -> 1000 * Math.exp(0.001 * i))
                .toArray();

        assertThat(floor(smooth)).isCloseTo(0.0001, within(1e-9));
    }

    @Test
    void a_series_that_never_moved_and_one_that_moves_much_have_the_highest_floor() {
        assertThat(floor(5, 5, 5, 5)).isEqualTo(0.01);
        assertThat(floor(5, 50, 5, 50)).isEqualTo(0.01);
        assertThat(floor(5, Double.NaN, 5)).isEqualTo(0.01);
    }

    private static double floor(double... values) {
        return Scale.fitting(Packages.count(values).data().variables().get(0), MonthlySeries.from(0, values))
                .floor();
    }
}
