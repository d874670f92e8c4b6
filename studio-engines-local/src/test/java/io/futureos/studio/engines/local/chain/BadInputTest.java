package io.futureos.studio.engines.local.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engines.local.chain.Chain.Result;
import io.futureos.studio.engines.local.explain.BoundNumbers;
import io.futureos.studio.json.StudioJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever comes in ends in a sensible, wide forecast or in an error that names the cause: never in a figure that is none,
 * never in a hang, never in a confident number from nothing.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadInputTest {

    @TempDir
    private Path folder;

    private Chain chain() {
        return new Chain(folder);
    }

    @Test
    void ten_rows() {
        Result result = chain().figures(10, month -> 1000, month -> 300 + 20 * month)
                .asOf("2020-10")
                .asking("share", 0.5, "2021-10")
                .go();

        assertSensible(result);
        assertWide(result, 0.15);
        assertThat(result.forecast().eventProbability()).isBetween(0.02, 0.98);
    }

    @Test
    void a_constant_series() {
        Result result = chain().figures(48, month -> 1000, month -> 400).go();

        assertSensible(result);
        assertThat(result.forecast().whole().q50()).isBetween(0.35, 0.45);
        assertThat(result.forecast().eventProbability()).isLessThan(0.2);
    }

    @Test
    void a_series_with_holes() {
        var csv = new StringBuilder("month,whole,part\n");
        for (int month = 0; month < 48; month++) {
            if (month % 9 != 4) {
                csv.append(Chain.month(month))
                        .append(month % 11 == 7 ? ",1000,\n" : ",1000," + (300 + 5 * month) + "\n");
            }
        }

        Result result = chain().figures(csv.toString()).go();

        assertSensible(result);
        assertThat(result.data().caveats())
                .anyMatch(caveat -> caveat.startsWith("Months that \"figures\" does not have"))
                .anyMatch(caveat -> caveat.startsWith("Figures of \"figures.part\" that are missing"));
        assertThat(result.report().appendix().caveats())
                .containsAll(result.data().caveats());
    }

    @Test
    void shares_of_exactly_0_and_1() {
        Result none = chain().figures(48, month -> 1000, month -> month < 24 ? 0 : 5 * (month - 24))
                .go();
        assertSensible(none);

        Result all = chain().figures(48, month -> 1000, month -> Math.min(1000, 25 * month))
                .asking("share", 0.99, "2024-12")
                .go();
        assertSensible(all);
        assertThat(all.forecast().eventProbability()).isBetween(0.5, 0.9999);
        assertThat(all.forecast().whole().q05()).isLessThan(1);
    }

    @Test
    void counts_with_a_structural_break() {
        Result result = chain().figures(
                        72, month -> month < 42 ? 1000 + month * 7 % 50 : 100 + month * 7 % 50, month -> 50)
                .asking("whole", 500, "2024-06")
                .go();

        assertSensible(result);
        assertThat(result.forecast().whole().q50())
                .as("it went on from where the break led")
                .isLessThan(700);
        assertThat(result.forecast().whole().q95()
                        / Math.max(1, result.forecast().whole().q05()))
                .as("nobody knows whether the break stays")
                .isGreaterThan(2);
    }

    @Test
    void margins_that_contradict_each_other_are_named() {
        Chain contradicting = chain().population(
                        "dimensions",
                        List.of(
                                Map.of("name", "group", "categories", List.of("a", "b", "c")),
                                Map.of("name", "size", "categories", List.of("1", "2"))))
                .population(
                        "margins",
                        List.of(
                                Map.of(
                                        "name",
                                        "group by size",
                                        "dimensions",
                                        List.of("group", "size"),
                                        "shares",
                                        List.of(List.of(0.3, 0.3), List.of(0.2, 0.1), List.of(0.05, 0.05))),
                                Map.of("name", "sizes", "dimensions", List.of("size"), "shares", List.of(0.9, 0.1))));

        var error = catchThrowableOfType(EngineException.class, contradicting::go);

        assertThat(error).hasMessageContaining("group by size").hasMessageContaining("sizes");
    }

    @Test
    void a_population_of_1() {
        assertSensible(chain().households(1).go());
    }

    @Test
    void a_horizon_longer_than_the_history() {
        Result result = chain().figures(24, month -> 1000, month -> 300 + 10 * month)
                .asOf("2021-12")
                .asking("share", 0.5, "2026-12")
                .go();

        assertSensible(result);
        assertThat(result.forecast().periods()).hasSize(60);
        assertWide(result, 0.25);
    }

    @Test
    void a_question_about_a_variable_that_does_not_exist() {
        var error = catchThrowableOfType(
                EngineException.class,
                () -> chain().asking("shore", 0.5, "2024-12").go());

        assertThat(error).hasMessageContaining("shore").hasMessageContaining("share");
    }

    @Test
    void a_question_about_a_variable_without_months() {
        var error = catchThrowableOfType(
                EngineException.class,
                () -> chain().asking("tax", 0.5, "2024-12").go());

        assertThat(error).hasMessageContaining("tax");
    }

    @Test
    void an_as_of_before_the_data_and_one_after_it() {
        assertThat(catchThrowableOfType(
                        EngineException.class, () -> chain().asOf("2017-12").go()))
                .hasMessageContaining("2017-12");
        assertThat(catchThrowableOfType(
                        EngineException.class, () -> chain().asOf("2024-03").go()))
                .hasMessageContaining("2023-12")
                .hasMessageContaining("2024-03");
    }

    @Test
    void a_single_month() {
        Chain single =
                chain().figures(1, month -> 1000, month -> 400).asOf("2020-01").asking("share", 0.5, "2020-12");

        try {
            Result result = single.go();
            assertSensible(result);
            assertWide(result, 0.2);
        } catch (EngineException e) {
            assertThat(e.getMessage()).containsIgnoringCase("month");
        }
    }

    /** Figures are figures, in order, and within their bounds; and they can all be written down. */
    private static void assertSensible(Result result) {
        StudioJson.write(result.forecast());
        StudioJson.write(result.report());
        assertThat(result.report().sections()).isNotEmpty();
        result.report().sections().forEach(new BoundNumbers(result.told(), result::table)::check);
        Stream.concat(
                        result.forecast().periods().stream(),
                        Stream.of(result.forecast().whole()))
                .forEach(BadInputTest::assertSensible);
        assertThat(result.forecast().eventProbability()).isBetween(0.0001, 0.9999);
        assertThat(text(result)).doesNotContain("NaN").doesNotContain("Infinity");
        if (result.told().task().targetVariable().equals("share")) {
            assertThat(result.forecast().whole().q05()).isNotNegative();
            assertThat(result.forecast().whole().q95()).isLessThanOrEqualTo(1);
        }
    }

    private static void assertSensible(Quantiles month) {
        assertThat(List.of(month.q05(), month.q10(), month.q25(), month.q50(), month.q75(), month.q90(), month.q95()))
                .as("%s", month)
                .isSorted()
                .allSatisfy(quantile -> assertThat(quantile).isFinite());
    }

    private static void assertWide(Result result, double least) {
        assertThat(result.forecast().whole().q95() - result.forecast().whole().q05())
                .as("%s", result.forecast().whole())
                .isGreaterThan(least);
    }

    private static String text(Result result) {
        return result.report().sections() + " " + result.report().appendix();
    }
}
