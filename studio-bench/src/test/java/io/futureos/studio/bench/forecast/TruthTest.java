package io.futureos.studio.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TruthTest {

    @ParameterizedTest
    @EnumSource
    void a_series_is_the_same_each_time_and_no_two_are_alike(Truth truth) {
        double[] series = truth.series(1, 5);

        assertThat(truth.series(1, 5)).isEqualTo(series);
        assertThat(truth.series(1, 6)).isNotEqualTo(series);
    }

    @ParameterizedTest
    @EnumSource
    void shares_are_within_0_and_1_and_counts_are_whole_and_never_negative(Truth truth) {
        for (int number = 0; number < 50; number++) {
            double[] series = truth.series(1, number);
            assertThat(series).hasSizeBetween(72, 192);
            assertThat(Arrays.stream(series))
                    .allMatch(value -> truth.label().startsWith("share")
                            ? value >= 0 && value <= 1
                            : value >= 0 && value == Math.rint(value));
        }
    }
}
