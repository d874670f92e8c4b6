package io.futureos.studio.engines.local.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class FittingPropertyTest {

    @Property(tries = 200)
    void any_number_of_margins_of_one_population_are_met_together(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 5) Integer> categories,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 19) Integer> pairs,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        CellSpace space = space(categories);
        List<Margin> margins = margins(space, weights(space.cells(), seed), pairs);

        ProportionalFitting.Fitted fitted =
                new CellFitting(space, margins, List.of()).fit().fitted();

        assertThat(fitted.worst()).isLessThanOrEqualTo(1e-6);
        assertThat(Arrays.stream(fitted.weights()).sum()).isCloseTo(1, within(1e-6));
        for (Margin margin : margins) {
            double[] sums = sumsByHand(space, fitted.weights(), margin.dimensions());
            for (int i = 0; i < sums.length; i++) {
                assertThat(sums[i]).as("%s %s", margin.name(), i).isCloseTo(margin.shares()[i], within(1e-6));
            }
        }
    }

    @Property(tries = 100)
    void fitting_group_by_group_gives_the_cells_that_fitting_all_at_once_gives(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 4) Integer> categories,
            @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 19) Integer> pairs,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        CellSpace space = space(categories);
        List<Margin> margins = margins(space, weights(space.cells(), seed), pairs);
        List<MarginConstraint> all = margins.stream()
                .map(margin -> new MarginConstraint(margin, space.projection(margin.dimensions())))
                .toList();

        double[] together = ProportionalFitting.fit(space.cells(), all).weights();
        double[] apart =
                new CellFitting(space, margins, List.of()).fit().fitted().weights();

        for (int cell = 0; cell < space.cells(); cell++) {
            assertThat(apart[cell]).isCloseTo(together[cell], within(1e-7));
        }
    }

    @Property(tries = 200)
    void a_projection_sums_and_scales_the_cells_that_share_categories(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 5) Integer> categories,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        CellSpace space = space(categories);
        var random = new CounterRandom(seed);
        int[] onto = IntStream.range(0, categories.size())
                .boxed()
                .sorted(Comparator.comparingLong(dimension -> random.bits(dimension)))
                .limit(1 + random.below(9, categories.size()))
                .mapToInt(i -> i)
                .toArray();
        double[] weights = weights(space.cells(), seed);

        Projection projection = space.projection(onto);
        double[] sums = projection.sums(weights);

        double[] expected = sumsByHand(space, weights, onto);
        assertThat(sums).hasSize(projection.size());
        for (int i = 0; i < sums.length; i++) {
            assertThat(sums[i]).isCloseTo(expected[i], within(1e-12));
        }
        projection.scale(weights, Arrays.stream(sums).map(sum -> 1 / sum).toArray());
        assertThat(Arrays.stream(projection.sums(weights)))
                .allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
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

    /** Each dimension by itself, and so many pairs, numbered by what two different dimensions they name. */
    private static List<Margin> margins(CellSpace space, double[] truth, List<Integer> pairs) {
        int dimensions = space.dimensions().size();
        var margins = new ArrayList<Margin>();
        for (int d = 0; d < dimensions; d++) {
            margins.add(marginOf(truth, space, d));
        }
        for (int pair : pairs) {
            int one = pair % dimensions;
            margins.add(marginOf(truth, space, one, (one + 1 + pair / dimensions % (dimensions - 1)) % dimensions));
        }
        return margins;
    }

    private static Margin marginOf(double[] truth, CellSpace space, int... dimensions) {
        return new Margin(Arrays.toString(dimensions), dimensions, sumsByHand(space, truth, dimensions));
    }

    private static double[] sumsByHand(CellSpace space, double[] weights, int[] onto) {
        int size = Arrays.stream(onto).map(space::categories).reduce(1, (a, b) -> a * b);
        double[] sums = new double[size];
        for (int cell = 0; cell < weights.length; cell++) {
            int index = 0;
            for (int dimension : onto) {
                index = index * space.categories(dimension) + space.categoryOf(cell, dimension);
            }
            sums[index] += weights[cell];
        }
        return sums;
    }
}
