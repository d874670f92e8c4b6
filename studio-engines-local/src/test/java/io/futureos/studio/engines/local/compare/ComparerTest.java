package io.futureos.studio.engines.local.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.DataPackage.Variable.Kind;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.CompareRequest;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.AssumptionChange;
import io.futureos.studio.engine.ScenarioComparison.Flip;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Packages;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A share that was one half in every month up to December 2024, and a tax cut between 0 and 1 that is 1 as things stand. One unit
 * of it is said to be worth 2 in log-odds.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparerTest {

    private static final Map<String, Object> BASIS = Map.of("question", "q", "data", "d", "population", "p");
    private static final Map<String, Object> SETTINGS =
            Map.of("drivers", List.of(Map.of("variable", "cut", "effect", 2, "effect_sd", 0.5)));
    private static final double LOGIT_60 = 0.4054651081081644; // log(0.6 / 0.4)

    private final Packages packages = packages();

    private static Packages packages() {
        List<String> months =
                IntStream.range(0, 96).mapToObj(i -> Months.text(2017 * 12 + i)).toList();
        double[] half = DoubleStream.generate(() -> 0.5).limit(96).toArray();
        return Packages.of(
                months,
                Map.of("y", half),
                List.of(
                        new Variable(
                                "y",
                                "The share",
                                "share",
                                Kind.COLUMN,
                                "new_cars",
                                Aggregation.MEAN,
                                null,
                                null,
                                null,
                                0.0,
                                1.0),
                        new Variable(
                                "cut",
                                "The tax cut",
                                "",
                                Kind.ASSUMPTION,
                                null,
                                Aggregation.MEAN,
                                null,
                                null,
                                1.0,
                                0.0,
                                1.0)));
    }

    private static PredictionTask task(double threshold) {
        return new PredictionTask(
                "?", "y", Comparison.ABOVE, threshold, "2025-01", "2025-12", Occasion.OVER_PERIOD, null);
    }

    private ScenarioComparison compare(double threshold, Candidate... scenarios) {
        DataPackage data = packages.data();
        return new Comparer(packages.tables())
                .compare(
                        new CompareRequest(task(threshold), data, BASIS, SETTINGS, List.of(scenarios)),
                        new BlobsInMemory());
    }

    /** A run whose replicate {@code r} has {@code levels[r]} in each month of 2025. */
    private static StoredRun run(double effect, double... levels) {
        return run(BASIS, 1, effect, levels);
    }

    private static StoredRun run(Map<String, Object> basis, long seed, double effect, double... levels) {
        var periods =
                IntStream.range(0, 12).mapToObj(i -> Months.text(2025 * 12 + i)).toList();
        var paths = new ArrayList<List<Double>>();
        for (double level : levels) {
            paths.add(Collections.nCopies(12, level));
        }
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double middle = PairedSample.median(levels);
        var outcome = new Outcome(
                periods, paths, effect == 0 ? List.of() : Collections.nCopies(12, effect), Map.of(), List.of());
        return new StoredRun(
                basis, new SimulationSummary(levels.length, 12, seed, Map.of(), List.of()), outcome, forecast(middle));
    }

    private static Forecast forecast(double middle) {
        return new Forecast(
                middle > 0.6 ? 0.9 : 0.2,
                IntStream.range(0, 12)
                        .mapToObj(i -> quantiles(Months.text(2025 * 12 + i), middle))
                        .toList(),
                quantiles("2025-01/2025-12", middle),
                List.of(),
                List.of(),
                new Backtest(List.of(), 12, 0, 0, 0, 0, "", 0, 0, 0, 0, 0, 0, List.of(), List.of()),
                List.of());
    }

    private static Quantiles quantiles(String period, double middle) {
        return new Quantiles(period, middle, middle, middle, middle, middle, middle, middle);
    }

    private static Candidate scenario(String name, double cut, StoredRun run) {
        return new Candidate(name, Map.of("cut", cut), Map.of(), List.of(), false, run);
    }

    private static Candidate asThingsStand(StoredRun run) {
        return new Candidate("As things stand", Map.of(), Map.of(), List.of(), false, run);
    }

    private static Flip flip(ScenarioComparison comparison, int scenario) {
        return requireNonNull(comparison.standings().get(scenario).flip());
    }

    @Test
    void twins_are_compared_with_each_other() {
        Pair pair = compare(0.6, asThingsStand(run(0, 0.3, 0.5, 0.7)), scenario("Less", 0.5, run(-1, 0.2, 0.4, 0.6)))
                .pairs()
                .get(0);

        assertThat(pair.paired()).isTrue();
        assertThat(requireNonNull(pair.difference()).median()).isCloseTo(-0.1, within(1e-9));
        assertThat(pair.difference().low90()).isCloseTo(-0.1, within(1e-9));
        assertThat(requireNonNull(pair.unpaired()).low90()).isLessThan(-0.3);
        assertThat(requireNonNull(pair.above()).probability()).isZero();
        assertThat(pair.probabilityDifference()).isZero();
    }

    @Test
    void the_period_is_added_up_as_the_ensemble_does_it_with_months_that_are_known() {
        var task =
                new PredictionTask("?", "y", Comparison.ABOVE, 0.6, "2024-07", "2025-06", Occasion.OVER_PERIOD, null);

        ScenarioComparison comparison = new Comparer(packages.tables())
                .compare(
                        new CompareRequest(
                                task,
                                packages.data(),
                                BASIS,
                                SETTINGS,
                                List.of(asThingsStand(run(0, 0.7, 0.7)), scenario("Less", 0.5, run(-1, 0.6, 0.6)))),
                        new BlobsInMemory());

        // six of the twelve months are one half already, so half of the difference is left
        assertThat(requireNonNull(comparison.pairs().get(0).difference()).median())
                .isCloseTo(-0.05, within(1e-9));
    }

    @Test
    void an_answer_turns_where_the_middle_of_the_forecast_meets_the_threshold() {
        Flip flip = flip(compare(0.6, scenario("Less", 0.5, run(-1, 0.5, 0.5, 0.5))), 0);

        assertThat(flip.needed()).isCloseTo(LOGIT_60, within(1e-5));
        assertThat(flip.changes())
                .containsExactly(
                        new AssumptionChange(0, "cut", "value", 0.5, 0.702733, 0.202733), // 0.5 + 0.405465 / 2
                        new AssumptionChange(null, "cut", "effect", 2, 1.18907, 0.405465)); // 2 - 0.405465 / 0.5
        assertThat(flip.statement())
                .isEqualTo(
                        "To bring the answer to even odds, every month to come would have to move by 0.405 on its scale."
                                + " The smallest change that does so, to first order, is The tax cut of 0.703 instead of 0.5.");
    }

    @Test
    void what_imitation_adds_to_an_effect_makes_a_smaller_change_enough() {
        Flip flip = flip(compare(0.6, scenario("Less", 0.5, run(-1.5, 0.5, 0.5, 0.5))), 0);

        assertThat(flip.changes().get(0).to()).isCloseTo(0.5 + LOGIT_60 / 3, within(1e-5));
    }

    @Test
    void a_change_outside_the_variables_bounds_is_none() {
        Flip moved = flip(compare(0.9, scenario("Less", 0.5, run(-1, 0.5, 0.5))), 0);
        Flip unmoved = flip(compare(0.9, asThingsStand(run(0, 0.5, 0.5))), 0);

        assertThat(moved.changes()).extracting(AssumptionChange::kind).containsExactly("effect");
        assertThat(unmoved.changes()).isEmpty();
        assertThat(unmoved.statement()).endsWith("No change within the bounds of The tax cut does that.");
    }

    @Test
    void shocks_count_as_far_as_they_reach_into_the_question_and_within_the_bounds() {
        var shocked = new Candidate(
                "Shocked",
                Map.of(),
                Map.of(),
                List.of(new Shock(7, "cut", -0.5), new Shock(10, "cut", -9)),
                false,
                run(0, 0.5, 0.5));

        Flip flip = flip(compare(0.6, shocked), 0);

        // -0.5 in three months and down to 0 in three more: -0.375 on average
        assertThat(flip.changes().stream()
                        .filter(change -> change.kind().equals("effect"))
                        .findFirst()
                        .orElseThrow()
                        .to())
                .isCloseTo(2 - LOGIT_60 / 0.375, within(1e-5));
    }

    @Test
    void two_scenarios_become_equal_by_a_change_in_either_or_of_what_both_assume() {
        double higher = 0.6;
        ScenarioComparison comparison = compare(
                0.6, scenario("Less", 0.5, run(-1, 0.5, 0.5)), scenario("More", 0.7, run(-0.6, higher, higher)));

        Flip flip = requireNonNull(comparison.pairs().get(0).flip());

        assertThat(flip.needed()).isCloseTo(-LOGIT_60, within(1e-5));
        assertThat(flip.changes())
                .extracting(AssumptionChange::scenario, AssumptionChange::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(0, "value"),
                        org.assertj.core.groups.Tuple.tuple(1, "value"),
                        org.assertj.core.groups.Tuple.tuple(null, "effect"));
        assertThat(flip.changes().get(0).size()).isCloseTo(LOGIT_60 / 2, within(1e-5));
        AssumptionChange effect = flip.changes().get(2);
        assertThat(effect.to()).isCloseTo(2 - LOGIT_60 / 0.2, within(1e-4));
    }

    @Test
    void what_is_known_already_can_leave_nothing_to_turn() {
        var task =
                new PredictionTask("?", "y", Comparison.ABOVE, 0.99, "2024-02", "2025-01", Occasion.OVER_PERIOD, null);
        ScenarioComparison comparison = new Comparer(packages.tables())
                .compare(
                        new CompareRequest(
                                task, packages.data(), BASIS, SETTINGS, List.of(asThingsStand(run(0, 0.5, 0.5)))),
                        new BlobsInMemory());

        assertThat(flip(comparison, 0).needed()).isNull();
        assertThat(flip(comparison, 0).statement()).contains("what is known already settles it");
    }

    @Test
    void runs_from_other_inputs_or_seeds_are_not_paired_and_that_is_said() {
        Map<String, Object> other = Map.of("question", "q", "data", "older", "population", "p");
        Pair otherData = compare(
                        0.6,
                        asThingsStand(run(0, 0.3, 0.5, 0.7)),
                        new Candidate("Old", Map.of(), Map.of(), List.of(), true, run(other, 1, 0, 0.2, 0.4, 0.6)))
                .pairs()
                .get(0);
        Pair otherSeed = compare(
                        0.6,
                        asThingsStand(run(0, 0.3, 0.5, 0.7)),
                        scenario("Other", 0.5, run(BASIS, 2, -1, 0.2, 0.4, 0.6, 0.7)))
                .pairs()
                .get(0);

        assertThat(otherData.paired()).isFalse();
        assertThat(otherData.difference()).isNull();
        assertThat(otherData.unpaired()).isNotNull();
        assertThat(requireNonNull(otherData.above()).probability()).isCloseTo(3.0 / 9, within(1e-5));
        assertThat(otherData.notes().get(0)).startsWith("The runs are not paired, because they have different data:");
        assertThat(otherData.flip()).isNull();
        assertThat(otherSeed.notes().get(0)).contains("different numbers of replicates, seeds:");
    }

    @Test
    void a_stale_run_is_said_to_be_stale_from_what_it_was_made() {
        Map<String, Object> other = Map.of("question", "q", "data", "older", "population", "p");
        ScenarioComparison comparison = compare(
                0.6, new Candidate("Old", Map.of(), Map.of(), List.of(), true, run(other, 1, 0, 0.2, 0.4, 0.6)));

        assertThat(comparison.standings().get(0).eventProbability()).isEqualTo(0.2);
        assertThat(comparison.standings().get(0).flip()).isNull();
        assertThat(comparison.standings().get(0).notes())
                .containsExactly(
                        "Its run is stale: it was made from other data than today's, so what would turn it can't be"
                                + " told.");
    }

    @Test
    void a_run_that_answers_an_earlier_question_is_not_compared() {
        Map<String, Object> other = Map.of("question", "older", "data", "d", "population", "p");
        ScenarioComparison comparison = compare(
                0.6,
                asThingsStand(run(0, 0.3, 0.5)),
                new Candidate("Old", Map.of(), Map.of(), List.of(), true, run(other, 1, 0, 0.2, 0.4)));

        assertThat(comparison.standings().get(1).eventProbability()).isNull();
        assertThat(comparison.pairs().get(0).above()).isNull();
        assertThat(comparison.pairs().get(0).notes())
                .containsExactly("\"Old\" has no run that answers the question, so they can't be compared.");
    }

    @Test
    void equal_runs_are_said_to_be_equal() {
        Pair pair = compare(0.6, asThingsStand(run(0, 0.3, 0.5)), scenario("Same", 1, run(0, 0.3, 0.5)))
                .pairs()
                .get(0);

        assertThat(pair.notes())
                .containsExactly("They are equal in every replicate, so more of these will not tell them apart.");
        assertThat(pair.flip()).isNull();
    }

    @Test
    void a_run_without_replicates_is_compared_by_its_probability() {
        StoredRun simulated = run(0, 0.7, 0.7);
        var unsimulated =
                new StoredRun(BASIS, new SimulationSummary(0, 0, 1, Map.of(), List.of()), null, forecast(0.5));

        ScenarioComparison comparison = compare(0.6, asThingsStand(unsimulated), scenario("More", 1, simulated));

        assertThat(comparison.pairs().get(0).probabilityDifference()).isEqualTo(0.7);
        assertThat(comparison.pairs().get(0).above()).isNull();
        assertThat(comparison.standings().get(0).flip()).isNull();
    }

    @Test
    void a_target_that_the_data_does_not_have_is_named() {
        var task =
                new PredictionTask("?", "z", Comparison.ABOVE, 0.6, "2025-01", "2025-12", Occasion.OVER_PERIOD, null);

        assertThatThrownBy(() -> new Comparer(packages.tables())
                        .compare(
                                new CompareRequest(
                                        task, packages.data(), BASIS, SETTINGS, List.of(asThingsStand(run(0, 0.5)))),
                                new BlobsInMemory()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no variable \"z\"");
    }
}
