package io.futureos.studio.engines.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.MonthlySeries;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Histories whose truth is known, because they were drawn from it. */
class CalibrationPropertyTest {

    private static final int MONTHS = 120;
    private static final int FIRST = 2015 * 12;

    @Property(tries = 10)
    void of_a_history_that_the_model_could_have_made_most_months_are_tracked_and_the_noise_is_found(
            @ForAll @LongRange(min = 0, max = 100_000) long seed, @ForAll @IntRange(min = 1, max = 8) int step) {
        double noise = 0.02 * Math.pow(1.6, step);
        Problem problem = problem(drawn(noise, seed), seed);

        List<Replicate> replicates = Calibration.calibrate(problem, Workers.alone(), () -> {});

        PredictiveCheck record = PredictiveCheck.of(problem, replicates);
        assertThat(record.months()).isEqualTo(MONTHS - 12);
        assertThat(record.inside().orElseThrow()).isCloseTo(0.8, within(0.15));
        double[] found =
                replicates.stream().mapToDouble(r -> r.dynamics().noise()).toArray();
        assertThat(Sample.quantile(found, 0.5)).isBetween(noise / 2, noise * 2);
    }

    @Example
    void a_history_that_never_moves_is_thought_to_go_on_so_and_hardly_any_noise_is_thought_possible() {
        double[] levels = new double[MONTHS];
        Problem problem = problem(levels, 3);

        List<Replicate> replicates = Calibration.calibrate(problem, Workers.alone(), () -> {});

        double[] noise =
                replicates.stream().mapToDouble(r -> r.dynamics().noise()).toArray();
        assertThat(Arrays.stream(noise).max().orElseThrow()).isLessThan(0.01);
        assertThat(replicates)
                .allSatisfy(replicate -> assertThat(replicate.trend()).isCloseTo(0, within(0.01)));
    }

    @Example
    void a_year_of_history_has_no_track_record() {
        Problem problem = problem(Arrays.copyOf(drawn(0.1, 5), 12), 5);

        assertThat(PredictiveCheck.of(problem, Calibration.calibrate(problem, Workers.alone(), () -> {}))
                        .inside())
                .isEmpty();
    }

    private static Problem problem(double[] logOdds, long seed) {
        double[] shares =
                Arrays.stream(logOdds).map(l -> 1 / (1 + Math.exp(-l))).toArray();
        double[] choices = new double[shares.length];
        Arrays.fill(choices, 1e7);
        var history = new ShareHistory(MonthlySeries.from(FIRST, shares), MonthlySeries.from(FIRST, choices));
        return new Problem(
                history,
                FIRST + shares.length - 1,
                Towns.drawn(200, 1),
                List.of(),
                List.of(new Slope("income", 1, 0)),
                40,
                new CounterRandom(seed));
    }

    /** A level that rises and drifts, seasons, and noise. */
    private static double[] drawn(double noise, long seed) {
        var random = new CounterRandom(seed);
        double[] logOdds = new double[MONTHS];
        double level = -1;
        for (int month = 0; month < MONTHS; month++) {
            level += 0.01 + 0.25 * noise * random.normal(2L * month);
            logOdds[month] = level + 0.1 * StrictMath.sin(month * Math.PI / 6) + noise * random.normal(2L * month + 1);
        }
        return logOdds;
    }
}
