package io.futureos.studio.engines.local.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.ScenarioComparison.Above;
import io.futureos.studio.engine.ScenarioComparison.Spread;
import io.futureos.studio.engines.local.compare.PairedSample.Interval;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PairedSampleTest {

    /** So many differences, of which so many are above 0 and the others below. */
    private static double[] differences(int n, int above) {
        return IntStream.range(0, n).mapToDouble(i -> i < above ? 1 : -1).toArray();
    }

    @Test
    void a_spread_has_the_quantiles_of_the_sample() {
        double[] hundredAndOne =
                IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray();

        assertThat(PairedSample.spread(hundredAndOne)).isEqualTo(new Spread(50, 50, 25, 75, 10, 90, 5, 95));
    }

    @Test
    void what_luck_does_to_both_twins_falls_out_of_their_difference() {
        CounterRandom luck = new CounterRandom(1);
        double[] first = IntStream.range(0, 200).mapToDouble(luck::normal).toArray();
        double[] second =
                IntStream.range(0, 200).mapToDouble(i -> first[i] + 0.25).toArray();

        Spread paired = PairedSample.spread(PairedSample.differences(first, second));
        Spread unpaired = PairedSample.spread(PairedSample.allDifferences(first, second));

        assertThat(paired.low90()).isCloseTo(0.25, within(1e-6));
        assertThat(paired.high90()).isCloseTo(0.25, within(1e-6));
        assertThat(unpaired.median()).isCloseTo(0.25, within(1e-6));
        assertThat(unpaired.high90() - unpaired.low90()).isBetween(4.2, 5.2); // 2 * 1.645 * sqrt(2)
    }

    @Test
    void all_differences_of_many_values_are_those_of_their_representatives() {
        double[] many = IntStream.range(0, 5_000).mapToDouble(i -> i / 5_000.0).toArray();

        double[] all = PairedSample.allDifferences(many, many);

        assertThat(all).hasSize(250_000);
        assertThat(PairedSample.median(all)).isCloseTo(0, within(1e-12));
    }

    @Test
    void the_chance_of_being_above_counts_a_draw_half() {
        assertThat(PairedSample.ofTwins(new double[] {1, 1, 0, -1}).probability())
                .isEqualTo(0.625);
    }

    @Test
    void sixty_of_a_hundred_settle_which_is_above_more_often_and_fifty_five_do_not() {
        Above sixty = PairedSample.ofTwins(differences(100, 60));
        Above fiftyFive = PairedSample.ofTwins(differences(100, 55));

        // (60 + 1.9207) / 103.8415 = 0.5963; 1.96 * sqrt(0.5963 * 0.4037 / 103.8415) = 0.0944
        assertThat(sixty.side().low()).isCloseTo(0.50199, within(1e-4));
        assertThat(sixty.side().high()).isCloseTo(0.69061, within(1e-4));
        assertThat(sixty.side().settled()).isTrue();
        assertThat(sixty.side().moreReplicates()).isZero();
        assertThat(sixty.standardError()).isCloseTo(0.0481, within(1e-3));
        assertThat(fiftyFive.side().settled()).isFalse();
        assertThat(requireNonNull(fiftyFive.side().moreReplicates())).isBetween(270L, 290L);
    }

    @Test
    void so_many_more_settle_it_and_one_less_does_not() {
        for (int above : new int[] {52, 55, 57, 58, 43}) {
            double p = above / 100.0;
            long more = requireNonNull(
                    PairedSample.ofTwins(differences(100, above)).side().moreReplicates());

            assertThat(Interval.agrestiCoull(p, 100 + more).leavesOut(0.5)).isTrue();
            assertThat(Interval.agrestiCoull(p, 100 + more - 1).leavesOut(0.5)).isFalse();
        }
    }

    @Test
    void no_number_of_replicates_tells_equals_apart() {
        Above equal = PairedSample.ofTwins(new double[200]);

        assertThat(equal.probability()).isEqualTo(0.5);
        assertThat(equal.side().moreReplicates()).isNull();
        assertThat(equal.mean().settled()).isFalse();
        assertThat(equal.mean().moreReplicates()).isNull();
    }

    @Test
    void where_the_effect_itself_is_uncertain_either_may_be_above_however_many_there_are() {
        assertThat(PairedSample.ofTwins(differences(200, 140)).effectUncertain())
                .isTrue();
        assertThat(PairedSample.ofTwins(differences(200, 140)).side().settled()).isTrue();
        assertThat(PairedSample.ofTwins(differences(200, 199)).effectUncertain())
                .isFalse();
        assertThat(PairedSample.ofTwins(differences(20, 17)).effectUncertain()).isFalse(); // too few to say so
    }

    @Test
    void a_mean_is_settled_when_its_interval_leaves_out_nothing() {
        double[] noisy = IntStream.range(0, 100)
                .mapToDouble(i -> i % 2 == 0 ? 1.1 : -0.9)
                .toArray();

        Above above = PairedSample.ofTwins(noisy); // a mean of 0.1, a standard deviation of 1.005

        assertThat(above.mean().settled()).isFalse();
        assertThat(above.mean().low()).isCloseTo(0.1 - 1.96 * 0.1005, within(1e-3));
        // (1.96 * 1.00504 / 0.1)^2 = 388.0
        assertThat(requireNonNull(above.mean().moreReplicates())).isBetween(286L, 291L);
    }

    @Test
    void strangers_are_compared_each_with_each() {
        Above above = PairedSample.ofStrangers(new double[] {1, 2, 3}, new double[] {2, 3, 4});

        assertThat(above.probability()).isCloseTo(7.0 / 9, within(1e-5));
        assertThat(above.effectUncertain()).isFalse();
    }

    @Test
    void the_error_for_strangers_is_what_repeating_the_whole_thing_shows() {
        var random = new CounterRandom(7);
        double sum = 0;
        double squares = 0;
        double said = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            CounterRandom luck = random.branch(round);
            double[] first = IntStream.range(0, 60).mapToDouble(luck::normal).toArray();
            double[] second = IntStream.range(60, 120)
                    .mapToDouble(i -> 0.5 + luck.normal(i))
                    .toArray();
            Above above = PairedSample.ofStrangers(first, second);
            sum += above.probability();
            squares += above.probability() * above.probability();
            said += above.standardError();
        }
        double mean = sum / rounds;

        assertThat(said / rounds).isCloseTo(Math.sqrt(squares / rounds - mean * mean), within(0.006));
        assertThat(mean).isCloseTo(0.6382, within(0.01)); // the normal distribution at 0.5 / sqrt(2)
    }
}
