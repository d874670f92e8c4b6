package io.futureos.studio.engines.local.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class FittingPropertyTest {

    @Property(tries = 100)
    void margins_of_one_population_are_always_met_together(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 6) Integer> categories,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        CellSpace space = space(categories);
        double[] truth = weights(space.cells(), seed);
        var constraints = new ArrayList<Constraint>();
        for (int d = 0; d + 1 < categories.size(); d++) {
            int[] pair = {d, d + 1};
            constraints.add(new MarginConstraint(marginOf(truth, space, pair), space.projection(pair)));
        }
        constraints.add(new MarginConstraint(marginOf(truth, space, new int[] {0}), space.projection(0)));

        ProportionalFitting.Fitted fitted = ProportionalFitting.fit(space.cells(), constraints);

        assertThat(fitted.worst()).isLessThanOrEqualTo(1e-6);
    }

    @Property(tries = 200)
    void whole_households_are_within_one_of_each_cell_and_exact_in_sum(
            @ForAll @IntRange(min = 1, max = 500) int cells,
            @ForAll @IntRange(min = 1, max = 5_000) int size,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        double[] weights = weights(cells, seed);

        int[] counts = Integerisation.counts(weights, size, new CounterRandom(seed));

        assertThat(Arrays.stream(counts).sum()).isEqualTo(size);
        for (int cell = 0; cell < cells; cell++) {
            assertThat((double) counts[cell]).isCloseTo(size * weights[cell], within(1.0));
        }
    }

    @Property(tries = 100)
    void redistributed_categories_show_the_wanted_shares_and_keep_their_order(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 3) Integer> present,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        byte[] before = new byte[present.size()];
        IntStream.range(0, before.length)
                .forEach(i -> before[i] = present.get(i).byteValue());
        double[] shares = weights(4, seed);

        byte[] after = Redistribution.apply(
                before, IntStream.range(0, before.length).toArray(), shares, new CounterRandom(seed));

        for (int category = 0; category < 4; category++) {
            int wanted = category;
            long count = IntStream.range(0, after.length)
                    .filter(i -> after[i] == wanted)
                    .count();
            assertThat((double) count).isCloseTo(shares[category] * after.length, within(1.0));
        }
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < before.length; j++) {
                assertThat(before[i] < before[j] && after[i] > after[j]).isFalse();
            }
        }
    }

    private static CellSpace space(List<Integer> categories) {
        var dimensions = new ArrayList<DimensionSpec>();
        for (int d = 0; d < categories.size(); d++) {
            List<String> names = IntStream.range(0, categories.get(d))
                    .mapToObj(Integer::toString)
                    .toList();
            dimensions.add(new DimensionSpec("d" + d, "d" + d, names, true));
        }
        return new CellSpace(dimensions);
    }

    private static double[] weights(int cells, long seed) {
        var random = new CounterRandom(seed);
        double[] weights = IntStream.range(0, cells)
                .mapToDouble(i -> 0.01 + random.uniform(i))
                .toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    private static Margin marginOf(double[] truth, CellSpace space, int[] dimensions) {
        int cells = Arrays.stream(dimensions).map(space::categories).reduce(1, (a, b) -> a * b);
        double[] shares = new double[cells];
        int[] projection = space.projection(dimensions);
        for (int cell = 0; cell < truth.length; cell++) {
            shares[projection[cell]] += truth[cell];
        }
        return new Margin(Arrays.toString(dimensions), dimensions, shares);
    }
}
