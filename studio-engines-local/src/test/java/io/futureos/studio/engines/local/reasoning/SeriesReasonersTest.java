package io.futureos.studio.engines.local.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.Reasoner.PastProbability;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Packages;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two reasoners that argue from the series alone, on series of every kind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesReasonersTest {

    private static Stream<Reasoner> reasoners(Packages packages) {
        return Stream.of(new GraphOfThoughts(packages.tables()), new Debate(packages.tables()));
    }

    private static Stream<double[]> badSeries() {
        double[] holes = Asked.growing(96, 0.2, 0.8, 0.02);
        for (int i = 0; i < 96; i += 4) {
            holes[i] = Double.NaN;
        }
        double[] gap = Asked.growing(96, 0.2, 0.8, 0.02);
        Arrays.fill(gap, 40, 70, Double.NaN);
        double[] lastMissing = Asked.growing(96, 0.2, 0.8, 0.02);
        Arrays.fill(lastMissing, 90, 96, Double.NaN);
        return Stream.of(
                Asked.growing(10, 0.2, 0.3, 0.01),
                Asked.growing(7, 0.2, 0.3, 0.01),
                fill(96, month -> 0.5),
                fill(96, month -> 0),
                fill(96, month -> 1),
                fill(96, month -> month % 2),
                fill(96, month -> month < 48 ? 0.1 : 0.9),
                holes,
                gap,
                lastMissing);
    }

    private static double[] fill(int months, IntToDoubleFunction value) {
        return IntStream.range(0, months).mapToDouble(value).toArray();
    }

    @ParameterizedTest
    @MethodSource("badSeries")
    void any_series_ends_in_a_probability_with_reasons(double[] shares) {
        Packages packages = Packages.share(shares);
        for (double threshold : List.of(0.001, 0.5, 0.999)) {
            reasoners(packages).forEach(reasoner -> {
                Reasoning said = Asked.answer(reasoner, packages, packages.question(threshold, 12));

                assertThat(said.probability()).isBetween(LogOdds.SETTLED, 1 - LogOdds.SETTLED);
                assertThat(said.past())
                        .allSatisfy(past -> assertThat(past.probability()).isBetween(LogOdds.LEAST, 1 - LogOdds.LEAST));
                assertThat(Stream.concat(said.reasons().stream(), said.wouldChangeItsMind().stream()))
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text).doesNotContain("NaN", "Infinity"));
            });
        }
    }

    @Test
    void ten_months_are_too_few_to_be_sure_of_a_year() {
        Packages packages = Packages.share(Asked.growing(10, 0.2, 0.3, 0.001));

        reasoners(packages)
                .map(reasoner -> Asked.answer(reasoner, packages, packages.question(0.95, 12)))
                .forEach(said -> assertThat(said.probability()).isBetween(0.2, 0.8));
    }

    @Test
    void eight_years_of_one_figure_make_sure_of_the_ninth() {
        Packages packages = Packages.share(fill(96, month -> 0.5));

        reasoners(packages).forEach(reasoner -> {
            assertThat(Asked.answer(reasoner, packages, packages.question(0.6, 12))
                            .probability())
                    .isLessThan(0.1);
            assertThat(Asked.answer(reasoner, packages, packages.question(0.4, 12))
                            .probability())
                    .isGreaterThan(0.9);
        });
    }

    @Test
    void fewer_than_six_months_are_refused() {
        Packages packages = Packages.share(0.1, 0.2, 0.3, 0.2, 0.1);

        reasoners(packages)
                .forEach(reasoner -> assertThatThrownBy(
                                () -> Asked.answer(reasoner, packages, packages.question(0.5, 12)))
                        .isInstanceOf(EngineException.class)
                        .hasMessageContaining("needs at least 6 months with a figure, but up to 2017-05 there are 5"));
    }

    @Test
    void what_can_not_be_is_not_argued_about() {
        Packages packages = Packages.share(Asked.growing(96, 0.2, 0.8, 0.02));

        reasoners(packages).forEach(reasoner -> {
            Reasoning never = Asked.answer(reasoner, packages, packages.question(1.0, 12));
            assertThat(never.probability()).isEqualTo(LogOdds.SETTLED);
            assertThat(never.reasons())
                    .containsExactly(
                            "The answer is no whatever comes: the quantity can't reach 100.0 % within its bounds.");
        });
    }

    @Test
    void a_period_that_is_known_is_answered_by_its_figures_and_one_that_is_partly_known_by_what_they_leave_open() {
        double[] shares = fill(96, month -> 0.5 + 0.01 * new CounterRandom(3).normal(month));
        Packages packages = Packages.share(shares);

        reasoners(packages).forEach(reasoner -> {
            Reasoning known = Asked.answer(reasoner, packages, over("2024-01", "2024-12", 0.45));
            assertThat(known.probability()).isEqualTo(1 - LogOdds.SETTLED);
            assertThat(known.reasons().get(0)).contains("[table new_cars, column y, 2024-01 to 2024-12]");
            Reasoning partly = Asked.answer(reasoner, packages, over("2024-01", "2025-03", 0.54));
            assertThat(partly.probability()).isLessThan(0.1);
        });
    }

    private static PredictionTask over(String from, String to, double threshold) {
        return new PredictionTask("?", "y", Comparison.ABOVE, threshold, from, to, Occasion.OVER_PERIOD, null);
    }

    @Test
    void counts_and_quantities_below_zero_are_argued_about_as_well() {
        Packages counts = Packages.count(fill(60, month -> 1000 + 20 * month));
        Packages levels = Packages.level(fill(60, month -> month % 12 - 6));

        reasoners(counts).forEach(reasoner -> {
            assertThat(Asked.answer(reasoner, counts, counts.question(12 * 1500, 12))
                            .probability())
                    .isGreaterThan(0.6);
            assertThat(Asked.answer(reasoner, counts, counts.question(12 * 9000, 12))
                            .probability())
                    .isLessThan(0.4);
        });
        reasoners(levels)
                .forEach(reasoner -> assertThat(Asked.answer(reasoner, levels, levels.question(-3, 12))
                                .probability())
                        .isBetween(0.0, 1.0));
    }

    @Test
    void rows_after_as_of_move_nothing() {
        double[] shares = Asked.growing(96, 0.2, 0.8, 0.03);
        double[] planted = Arrays.copyOf(shares, 108);
        Arrays.fill(planted, 96, 108, 0.01);
        Packages known = Packages.share(shares);
        Packages more = Packages.share(planted);
        PredictionTask asked = new PredictionTask(
                "?", "y", Comparison.ABOVE, 0.85, "2025-01", "2025-12", Occasion.OVER_PERIOD, "2024-12");

        for (int i = 0; i < 2; i++) {
            Reasoner before = reasoners(known).toList().get(i);
            Reasoner after = reasoners(more).toList().get(i);
            List<String> origins = Asked.origins(known);
            assertThat(after.reason(Asked.request(more, asked, origins), new BlobsInMemory()))
                    .isEqualTo(before.reason(Asked.request(known, asked, origins), new BlobsInMemory()));
        }
    }

    @Test
    void an_origin_after_as_of_is_refused() {
        Packages packages = Packages.share(Asked.growing(96, 0.2, 0.8, 0.03));

        reasoners(packages)
                .forEach(reasoner -> assertThatThrownBy(() -> reasoner.reason(
                                Asked.request(packages, packages.question(0.5, 12), List.of("2025-01")),
                                new BlobsInMemory()))
                        .isInstanceOf(EngineException.class)
                        .hasMessageContaining("2025-01 is not possible: the data is known to 2024-12"));
    }

    /** By chance alone a handful of series may look forecast; on many, a random walk leaves nothing to earn. */
    @Test
    void on_random_walks_nobody_beats_the_base_rate_by_much_and_on_noise_around_a_level_the_thoughts_do() {
        double walks = skill(random -> {
            double[] level = {-1};
            return month -> level[0] += 0.1 * random.normal(month);
        });
        double noise = skill(random -> month -> -1 + 0.3 * random.normal(month));

        assertThat(walks).isLessThan(0.05);
        assertThat(noise).isGreaterThan(0.05);
    }

    private static double skill(java.util.function.Function<CounterRandom, IntToDoubleFunction> series) {
        double brier = 0;
        double reference = 0;
        for (int i = 0; i < 12; i++) {
            IntToDoubleFunction logOdds = series.apply(new CounterRandom(77).branch(i));
            double[] shares = fill(96, month -> LogOdds.probability(logOdds.applyAsDouble(month)));
            Packages packages = Packages.share(shares);
            List<PastProbability> past = Asked.answer(
                            new GraphOfThoughts(packages.tables()), packages, packages.question(0.5, 12))
                    .past();
            double rate = past.stream()
                    .mapToDouble(one -> came(shares, one))
                    .average()
                    .orElseThrow();
            brier += past.stream()
                    .mapToDouble(one -> square(one.probability() - came(shares, one)))
                    .average()
                    .orElseThrow();
            reference += rate * (1 - rate);
        }
        return 1 - brier / reference;
    }

    private static double came(double[] shares, PastProbability past) {
        return shares[Months.number(past.period()) - Asked.FIRST] > past.threshold() ? 1 : 0;
    }

    private static double square(double value) {
        return value * value;
    }

    @Test
    void a_reason_names_table_column_and_months_and_what_would_change_it_names_a_figure() {
        Packages packages = Packages.share(Asked.growing(96, 0.2, 0.8, 0.03));

        reasoners(packages)
                .map(reasoner -> Asked.answer(reasoner, packages, packages.question(0.85, 12)))
                .forEach(said -> {
                    assertThat(said.reasons())
                            .anyMatch(reason -> reason.contains("[table new_cars, column y, 2024-10 to 2024-12]"));
                    assertThat(said.wouldChangeItsMind())
                            .anyMatch(change ->
                                    change.matches("If the share of the quantity were .* %.* in January 2025.*"));
                });
    }

    @Test
    void outside_of_references_months_read_like_months_and_a_share_is_called_one() {
        Packages packages = Packages.share(Asked.growing(96, 0.2, 0.8, 0.03));

        reasoners(packages)
                .map(reasoner -> Asked.answer(reasoner, packages, packages.question(0.85, 12)))
                .flatMap(said -> Stream.concat(said.reasons().stream(), said.wouldChangeItsMind().stream()))
                .map(sentence -> sentence.replaceAll("\\[table [^]]*]", ""))
                .forEach(sentence -> assertThat(sentence)
                        .doesNotContainPattern("\\d{4}-\\d{2}")
                        .doesNotContain("If the quantity"));
    }
}
