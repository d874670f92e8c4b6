package io.futureos.studio.engines.local.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogisticRegressionTest {

    private static final double[] MEANS = {0, 1.7};
    private static final double[] DEVIATIONS = {0.5, 0.5};

    @Test
    void without_cases_the_weights_are_the_priors_and_a_case_is_believed_less_than_whole() {
        LogisticRegression.Posterior posterior = new LogisticRegression(MEANS, DEVIATIONS).fit();

        assertThat(posterior.weights()).containsExactly(MEANS, within(1e-9));
        // MacKay 1992: 1 / sqrt(1 + pi / 8 * variance), here of 1 * 0.25 + 4 * 0.25
        assertThat(posterior.caution(new double[] {1, 2}))
                .isCloseTo(1 / Math.sqrt(1 + Math.PI / 8 * 1.25), within(1e-9));
    }

    @Test
    void many_cases_outweigh_the_priors() {
        var random = new CounterRandom(4);
        var regression = new LogisticRegression(MEANS, DEVIATIONS);
        for (int i = 0; i < 20_000; i++) {
            double[] row = {1, random.normal(2L * i)};
            regression.add(row, random.uniform(4L * i + 2) < LogOdds.probability(-1 + 0.4 * row[1]), 1);
        }
        LogisticRegression.Posterior posterior = regression.fit();

        assertThat(posterior.weight(0)).isCloseTo(-1, within(0.1));
        assertThat(posterior.weight(1)).isCloseTo(0.4, within(0.1));
        assertThat(posterior.caution(new double[] {1, 2})).isGreaterThan(0.99);
    }

    @Test
    void cases_that_are_perfectly_apart_leave_the_weights_finite() {
        var regression = new LogisticRegression(MEANS, DEVIATIONS);
        for (int i = 1; i < 1000; i++) {
            regression.add(new double[] {1, i}, true, 1);
            regression.add(new double[] {1, -i}, false, 1);
        }
        assertThat(Arrays.stream(regression.fit().weights())).allMatch(weight -> Math.abs(weight) < 20);
    }

    @Test
    void a_case_of_weight_two_counts_as_two() {
        double[] row = {1, 0.7};
        var once = new LogisticRegression(MEANS, DEVIATIONS);
        once.add(row, false, 2);
        var twice = new LogisticRegression(MEANS, DEVIATIONS);
        twice.add(row, false, 1);
        twice.add(row, false, 1);

        assertThat(once.fit().weights()).containsExactly(twice.fit().weights(), within(1e-9));
    }
}
