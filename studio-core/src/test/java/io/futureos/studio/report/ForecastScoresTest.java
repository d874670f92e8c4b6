package io.futureos.studio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecastScoresTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void a_probability_of_seven_tenths_scores_what_the_textbook_says() {
        ForecastScores yes = ForecastScores.of(0.7, List.of(), true, null, 0.5, "it rains", 0.04);
        ForecastScores no = ForecastScores.of(0.7, List.of(), false, null, 0.25, "it rains", 0.04);

        assertThat(yes.brier()).isCloseTo(0.09, CLOSE);
        assertThat(yes.logScore()).isCloseTo(0.35667494393873245, CLOSE);
        assertThat(yes.baseRateEvent()).isEqualTo("it rains");
        assertThat(yes.baseRateBrier()).isEqualTo(0.25);
        assertThat(yes.baseRateLogScore()).isCloseTo(0.6931471805599453, CLOSE);
        assertThat(no.brier()).isCloseTo(0.49, CLOSE);
        assertThat(no.logScore()).isCloseTo(1.203972804325936, CLOSE);
        assertThat(no.baseRateBrier()).isEqualTo(0.0625);
    }

    @Test
    void values_score_their_distance_to_what_came_less_half_their_distance_to_each_other() {
        // |0 - 0.5|, |1 - 0.5| on average 0.5; of the four pairs two are 1 apart, so 0.5 on average
        assertThat(ForecastScores.crps(List.of(1.0, 0.0), 0.5)).isCloseTo(0.25, CLOSE);
        assertThat(ForecastScores.crps(List.of(3.0), 5.0)).isEqualTo(2);
        // distances 1, 0, 2; pairs: 2 * (1 + 3 + 2) / 9
        assertThat(ForecastScores.crps(List.of(1.0, 2.0, 4.0), 2.0)).isCloseTo(1 - 6.0 / 9, CLOSE);
    }

    @Test
    void where_only_the_answer_is_known_there_is_no_score_of_the_value_nor_a_reference_for_it() {
        ForecastScores scores = ForecastScores.of(0.7, List.of(1.0, 2.0), true, null, null, "it rains", 0.04);

        assertThat(scores.crps()).isNull();
        assertThat(scores.naiveCrps()).isNull();
        assertThat(scores.baseRateBrier()).isNull();
        assertThat(scores.baseRateEvent()).isNull();
    }

    @Test
    void what_was_held_to_be_impossible_costs_much_and_not_everything() {
        assertThat(ForecastScores.of(0, List.of(), true, null, null, null, null).logScore())
                .isCloseTo(-Math.log(1e-6), CLOSE);
        assertThat(ForecastScores.of(1, List.of(), true, null, null, null, null).logScore())
                .isEqualTo(0);
    }

    @Property(tries = 200)
    void a_score_of_values_is_the_mean_over_all_pairs_written_out(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -5, max = 5) Double> values,
            @ForAll @DoubleRange(min = -5, max = 5) double outcome) {
        double missed = 0;
        double apart = 0;
        for (double a : values) {
            missed += Math.abs(a - outcome);
            for (double b : values) {
                apart += Math.abs(a - b);
            }
        }
        double n = values.size();

        assertThat(ForecastScores.crps(values, outcome))
                .isCloseTo(missed / n - apart / (2 * n * n), within(1e-9))
                .isGreaterThanOrEqualTo(-1e-9);
    }
}
