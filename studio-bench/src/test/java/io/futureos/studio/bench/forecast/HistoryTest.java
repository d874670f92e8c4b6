package io.futureos.studio.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryTest {

    private static final YearMonth JANUARY = YearMonth.of(2020, 1);

    /** The first month is 1, the next 2, ... */
    private static History counting(int months) {
        var values = new TreeMap<YearMonth, Double>();
        for (int i = 0; i < months; i++) {
            values.put(JANUARY.plusMonths(i), i + 1.0);
        }
        return new History(values);
    }

    @Test
    void the_seasonal_naive_value_is_the_last_of_that_month_known_at_the_origin() {
        History history = counting(36);
        YearMonth origin = YearMonth.of(2021, 12);

        assertThat(history.seasonalNaive(YearMonth.of(2022, 3), origin)).isEqualTo(15);
        assertThat(history.seasonalNaive(YearMonth.of(2022, 3), YearMonth.of(2021, 2)))
                .isEqualTo(3);
    }

    @Test
    void without_a_year_before_it_is_the_latest() {
        assertThat(counting(8).seasonalNaive(YearMonth.of(2020, 7), YearMonth.of(2020, 6)))
                .isEqualTo(6);
    }

    @Test
    void errors_are_scaled_by_those_within_the_history_up_to_the_origin() {
        var values = new TreeMap<YearMonth, Double>();
        for (int i = 0; i < 36; i++) {
            values.put(JANUARY.plusMonths(i), i < 12 ? 0.0 : i < 24 ? 4.0 : 100);
        }

        assertThat(new History(values).naiveError(YearMonth.of(2021, 12))).hasValue(4);
        assertThat(counting(12).naiveError(YearMonth.of(2020, 12))).isEmpty();
    }

    @Test
    void origins_are_the_last_months_with_something_after_them() {
        assertThat(counting(36).origins(2)).containsExactly(YearMonth.of(2022, 10), YearMonth.of(2022, 11));
        assertThat(counting(3).origins(36)).hasSize(2);
        assertThat(counting(36).outcomes(YearMonth.of(2022, 10), 12))
                .isEqualTo(List.of(YearMonth.of(2022, 11), YearMonth.of(2022, 12)));
    }

    @Test
    void the_question_is_about_the_next_december_and_the_last_twelve_months() {
        History history = counting(36);
        YearMonth november = YearMonth.of(2021, 11);

        assertThat(December.december(november)).isEqualTo(YearMonth.of(2021, 12));
        assertThat(December.december(YearMonth.of(2021, 12))).isEqualTo(YearMonth.of(2022, 12));
        assertThat(new December(2).threshold(history, november)).hasValueCloseTo(17.5 + 2, within(1e-9));
        assertThat(new December(6).answer(history, november)).contains(true);
        assertThat(new December(7).answer(history, november)).contains(false);
        assertThat(new December(0).answer(history, YearMonth.of(2020, 3))).isEmpty();
    }

    /** Rises are 6.5 from November to 17.5 from December before, so the middle is 12. */
    @Test
    void what_is_in_doubt_is_learnt_before_the_first_origin() {
        assertThat(December.inDoubt(counting(36), YearMonth.of(2021, 12)).by()).isEqualTo(12);

        var values = new TreeMap<YearMonth, Double>();
        for (int i = 0; i < 48; i++) {
            values.put(JANUARY.plusMonths(i), i < 24 ? i + 1.0 : 1e6 * i);
        }
        assertThat(December.inDoubt(new History(values), YearMonth.of(2021, 12)).by())
                .isEqualTo(12);
    }

    @Test
    void a_brier_score_is_the_squared_distance_from_what_came() {
        assertThat(Backtest.brier(0.8, true)).isCloseTo(0.04, within(1e-12));
        assertThat(Backtest.brier(0.8, false)).isCloseTo(0.64, within(1e-12));
    }
}
