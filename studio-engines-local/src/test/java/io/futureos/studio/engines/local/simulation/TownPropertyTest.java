package io.futureos.studio.engines.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.population.Neighbours;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TownPropertyTest {

    private static final double[] SLOPES = {1.3};
    private static final double IMITATION = 1.5;

    @Property(tries = 100)
    void the_sum_over_cells_is_the_mean_chance_of_all_households_weighed_by_how_often_they_buy(
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = -6, max = 6) double level) {
        Town town = Towns.drawn(size, seed);
        Fleet fleet = driven(town, seed);
        double electric = 0;
        double all = 0;
        for (int household = 0; household < size; household++) {
            double hazard = town.hazard(town.kinds().of(household));
            double logOdds = level + town.taste(household, SLOPES) + IMITATION * seen(town, fleet, household);
            electric += hazard / (1 + Math.exp(-logOdds));
            all += hazard;
        }

        assertThat(month(town, fleet).share(level)).isCloseTo(electric / all, within(1e-12));
        assertThat(all / size).isCloseTo(0.1, within(1e-12));
    }

    @Property(tries = 100)
    void however_households_change_the_cells_are_those_that_counting_anew_would_find(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Town town = Towns.drawn(size, seed);
        Fleet fleet = driven(town, seed);

        int[] counted = new int[town.kinds().cells()];
        for (int household = 0; household < size; household++) {
            int electric = (int) Math.round(seen(town, fleet, household)
                    * town.households().neighbours().degree(household));
            counted[town.kinds().firstCell(town.kinds().of(household)) + electric]++;
        }

        assertThat(fleet.households()).containsExactly(counted);
        assertThat(fleet.in(Towns.drawn(size, seed)).households()).containsExactly(counted);
    }

    @Property(tries = 100)
    void households_of_one_kind_are_alike_in_all_that_matters(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Town town = Towns.drawn(size, seed);
        Households households = town.households();
        for (int household = 0; household < size; household++) {
            int kind = town.kinds().of(household);
            int example = town.kinds().example(kind);

            assertThat(households.category(0, household)).isEqualTo(households.category(0, example));
            assertThat(households.category(1, household)).isEqualTo(households.category(1, example));
            assertThat(households.archetypeOf(household)).isEqualTo(town.archetypeOf(kind));
            assertThat(households.neighbours().degree(household))
                    .isEqualTo(town.kinds().degree(kind));
        }
    }

    @Property(tries = 100)
    void a_level_is_found_for_every_share(
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = -9, max = 9) double logOdds,
            @ForAll @DoubleRange(min = -20, max = 20) double guess) {
        Town town = Towns.drawn(size, seed);
        Month month = month(town, driven(town, seed));

        double level = month.levelFor(logOdds, guess);

        assertThat(LogOdds.of(month.share(level))).isCloseTo(logOdds, within(1e-8));
    }

    @Property(tries = 50)
    void gaps_are_as_long_as_the_geometric_distribution_says(
            @ForAll @DoubleRange(min = 0.01, max = 1) double probability, @ForAll @IntRange(max = 1_000) int seed) {
        var gaps = new Gaps(probability);
        var random = new CounterRandom(seed);
        int picked = 0;
        int place = 0;
        for (int draw = 0; place < 100_000; draw++) {
            int gap = gaps.next(random.uniform(draw));
            picked += gap == Gaps.NONE ? 0 : 1;
            place += gap == Gaps.NONE ? Gaps.LONGEST : gap;
        }

        double expected = probability * place;
        assertThat((double) picked).isCloseTo(expected, within(6 * Math.sqrt(expected) + 1));
    }

    @Example
    void a_gap_is_at_most_so_long_with_the_probability_that_somebody_is_picked_until_then() {
        var gaps = new Gaps(0.25);

        assertThat(gaps.next(0)).isEqualTo(1);
        assertThat(gaps.next(Math.nextDown(0.25))).isEqualTo(1);
        assertThat(gaps.next(0.25)).isEqualTo(2);
        assertThat(gaps.next(Math.nextDown(0.4375))).isEqualTo(2);
        assertThat(new Gaps(1).next(Math.nextDown(1.0))).isEqualTo(1);
        assertThat(new Gaps(1e-6).next(0.5)).isEqualTo(Gaps.NONE);
    }

    @Example
    void as_many_households_change_as_their_hazards_and_chances_say() {
        Town town = Towns.drawn(20_000, 3);
        Fleet fleet = Fleet.withoutElectric(town);
        double expected = month(town, fleet).share(0.4) * 0.1 * town.size();

        month(town, fleet).choose(0.4, new CounterRandom(5));

        assertThat(fleet.share() * town.size()).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }

    @Example
    void the_same_draws_with_a_higher_level_let_nobody_choose_electric_less() {
        Town town = Towns.drawn(5_000, 3);
        Fleet low = Fleet.withoutElectric(town);
        Fleet high = Fleet.withoutElectric(town);

        month(town, low).choose(-1, new CounterRandom(5));
        month(town, high).choose(1, new CounterRandom(5));

        for (int household = 0; household < town.size(); household++) {
            assertThat(low.drivesElectric(household) && !high.drivesElectric(household))
                    .isFalse();
        }
        assertThat(high.share()).isGreaterThan(low.share());
    }

    private static Month month(Town town, Fleet fleet) {
        return new Month(town, Choice.of(town, SLOPES, Choice.seen(town, IMITATION)), fleet);
    }

    /** A fleet after some households changed, some of them back. */
    private static Fleet driven(Town town, long seed) {
        Fleet fleet = Fleet.withoutElectric(town);
        var random = new CounterRandom(seed).branch(9);
        for (int change = 0; change < town.size(); change++) {
            fleet.change(random.below(change, town.size()));
        }
        return fleet;
    }

    private static double seen(Town town, Fleet fleet, int household) {
        Neighbours neighbours = town.households().neighbours();
        int[] row = Arrays.copyOfRange(
                neighbours.list(), neighbours.first()[household], neighbours.first()[household + 1]);
        return Arrays.stream(row)
                .mapToDouble(other -> fleet.drivesElectric(other) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
