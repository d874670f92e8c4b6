package io.futureos.studio.engines.local.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.DataPackage.Variable.Kind;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.series.MonthlySeries;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionTest {

    private static final int MAY_2020 = 2020 * 12 + 4;

    private static Question question(
            Aggregation aggregation, Occasion occasion, double threshold, String from, String to, double... history) {
        var variable = new Variable("y", "y", "share", Kind.COLUMN, "t", aggregation, null, "n", null, null, null);
        var task = new PredictionTask("?", "y", Comparison.ABOVE, threshold, from, to, occasion, null);
        MonthlySeries shares = MonthlySeries.from(MAY_2020 - history.length + 1, history);
        return new Question(task, variable, shares, MonthlySeries.from(shares.first(), new double[] {1, 1, 2, 4}));
    }

    @Test
    void the_months_to_come_must_bring_what_the_known_ones_leave_open() {
        Question asked =
                question(Aggregation.MEAN, Occasion.OVER_PERIOD, 0.5, "2020-04", "2020-07", 0.1, 0.1, 0.6, 0.8);

        assertThat(asked.window()).isEqualTo(new Window(1, 2));
        assertThat(asked.threshold()).isCloseTo((4 * 0.5 - 0.6 - 0.8) / 2, within(1e-12));
        assertThat(asked.isMetBy(ahead -> 0.31)).isTrue();
        assertThat(asked.isMetBy(ahead -> 0.29)).isFalse();
    }

    @Test
    void months_of_a_ratio_weigh_as_much_as_their_denominators_and_those_to_come_as_much_as_the_latest() {
        Question asked = question(
                Aggregation.RATIO_OF_SUMS, Occasion.OVER_PERIOD, 0.5, "2020-04", "2020-06", 0.1, 0.1, 0.6, 0.8);

        assertThat(asked.threshold()).isCloseTo((0.5 * (2 + 4 + 4) - 2 * 0.6 - 4 * 0.8) / 4, within(1e-12));
        assertThat(asked.outcome(MAY_2020 - 2, new Window(1, 2))).isCloseTo((2 * 0.6 + 4 * 0.8) / 6, within(1e-12));
    }

    @Test
    void a_sum_must_still_gain_what_is_missing() {
        Question asked = question(Aggregation.SUM, Occasion.OVER_PERIOD, 2.0, "2020-04", "2020-07", 0.1, 0.1, 0.6, 0.8);

        assertThat(asked.threshold()).isCloseTo((2 - 0.6 - 0.8) / 2, within(1e-12));
    }

    @Test
    void one_month_that_met_the_threshold_settles_an_any_month_question() {
        Question met = question(Aggregation.MEAN, Occasion.ANY_MONTH, 0.7, "2020-04", "2020-07", 0.1, 0.1, 0.6, 0.8);
        Question open = question(Aggregation.MEAN, Occasion.ANY_MONTH, 0.9, "2020-04", "2020-07", 0.1, 0.1, 0.6, 0.8);

        assertThat(met.settled()).isEqualTo(1);
        assertThat(open.settled()).isNaN();
        assertThat(open.isMetBy(ahead -> ahead == 2 ? 0.95 : 0.1)).isTrue();
        assertThat(open.withNext(0.95).settled()).isEqualTo(1);
        assertThat(open.withNext(0.1).withNext(0.1).settled()).isEqualTo(0);
    }

    @Test
    void what_the_months_to_come_can_not_make_good_any_more_is_settled() {
        Question lost = question(Aggregation.MEAN, Occasion.OVER_PERIOD, 0.8, "2020-02", "2020-06", 0.1, 0.1, 0.6, 0.8);

        assertThat(lost.settled()).isEqualTo(0);
    }

    @Test
    void a_period_that_ends_before_it_begins_or_has_no_figure_is_refused() {
        assertThatThrownBy(() -> question(Aggregation.MEAN, Occasion.OVER_PERIOD, 0.5, "2020-07", "2020-06", 0.1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ends in 2020-06, before it begins in 2020-07");
        assertThatThrownBy(() -> question(Aggregation.MEAN, Occasion.OVER_PERIOD, 0.5, "2019-06", "2019-07", 0.1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("none of its months has a figure");
    }
}
