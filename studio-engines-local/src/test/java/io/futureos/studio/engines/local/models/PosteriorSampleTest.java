package io.futureos.studio.engines.local.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PosteriorSampleTest {

    /** A normal density well inside the cube is found wherever it is, with its place and its width. */
    @Property(tries = 30)
    void it_is_where_the_density_is_and_as_wide(
            @ForAll @DoubleRange(min = 0.3, max = 0.7) double x,
            @ForAll @DoubleRange(min = 0.3, max = 0.7) double y,
            @ForAll @DoubleRange(min = 0.06, max = 0.12) double deviation) {
        PosteriorSample<double[]> sample = new PosteriorSample<>(2, place -> place, place -> {
            double dx = (place[0] - x) / deviation;
            double dy = (place[1] - y) / deviation;
            return -(dx * dx + dy * dy) / 2;
        });

        List<double[]> drawn = sample.values(1000);

        assertThat(mean(drawn, place -> place[0])).isCloseTo(x, within(deviation / 2));
        assertThat(mean(drawn, place -> place[1])).isCloseTo(y, within(deviation / 2));
        assertThat(Math.sqrt(mean(drawn, place -> (place[0] - x) * (place[0] - x))))
                .isCloseTo(deviation, within(deviation / 2));
    }

    /** Looking closer at what is likely must not make it look likelier: a corner a hundred times as dense keeps its mass. */
    @Example
    void a_dense_corner_has_no_more_than_its_mass() {
        PosteriorSample<double[]> sample =
                new PosteriorSample<>(2, place -> place, place -> isInCorner(place) ? Math.log(100) : 0);

        double mass = mean(sample.values(1000), place -> isInCorner(place) ? 1 : 0);

        assertThat(mass).isCloseTo(4 / (4 + 0.96), within(0.05)); // 100 * 0.2 * 0.2 of that and the rest
    }

    private static boolean isInCorner(double[] place) {
        return place[0] < 0.2 && place[1] < 0.2;
    }

    private static double mean(List<double[]> drawn, ToDoubleFunction<double[]> of) {
        return drawn.stream().mapToDouble(of).average().orElseThrow();
    }

    @Property(tries = 100)
    void strata_draw_each_place_as_often_as_its_weight_says(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 5) Double> some,
            @ForAll @IntRange(min = 1, max = 500) int count) {
        double[] weights = some.stream().mapToDouble(weight -> weight).toArray();
        weights[0] += 0.1;
        double total = Arrays.stream(weights).sum();
        Strata strata = new Strata(weights, count);
        int[] drawn = new int[weights.length];

        IntStream.range(0, count).forEach(i -> drawn[strata.next()]++);

        for (int place = 0; place < weights.length; place++) {
            assertThat((double) drawn[place]).isCloseTo(count * weights[place] / total, within(1 + 1e-6));
        }
    }
}
