package io.futureos.studio.engines.local.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.DataPackage.Variable.Kind;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Packages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a search finds in a simulation whose levers are known. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TreeSearchTest {

    private static final Map<String, Double> EFFECTS = Map.of("strong", 8.0, "weak", 1.0, "idle", 0.0);
    private static final Packages PACKAGES = packages(0.0, 1.0);

    private final Pond pond = new Pond(EFFECTS, true);

    /** A share and three levers between these bounds. */
    private static Packages packages(@Nullable Double minimum, @Nullable Double maximum) {
        List<Variable> variables = new ArrayList<>();
        variables.add(new Variable(
                "y", "the share", "share", Kind.COLUMN, "new_cars", Aggregation.MEAN, null, null, null, 0.0, 1.0));
        for (String lever : List.of("idle", "strong", "weak")) {
            variables.add(new Variable(
                    lever,
                    lever,
                    "index",
                    Kind.ASSUMPTION,
                    null,
                    Aggregation.MEAN,
                    null,
                    null,
                    Pond.USUAL,
                    minimum,
                    maximum));
        }
        double[] shares = Asked.growing(48, 0.2, 0.3, 0.01);
        List<String> months = IntStream.range(0, 48)
                .mapToObj(i -> Months.text(Asked.FIRST + i))
                .toList();
        return Packages.of(months, Map.of("y", shares), variables);
    }

    private Reasoning search(int rollouts, long seed) {
        return search(PACKAGES, Map.of(), rollouts, seed);
    }

    private Reasoning search(Packages packages, Map<String, Object> overrides, int rollouts, long seed) {
        return new TreeSearch(pond, rollouts, packages.tables())
                .reason(
                        Asked.request(packages, packages.question(0.5, 12), overrides, List.of(), seed),
                        new BlobsInMemory());
    }

    @Test
    void the_cheapest_line_that_turns_the_answer_comes_first_and_pulls_the_strong_lever_just_far_enough() {
        Line cheapest = search(30, 1).lines().get(0);

        assertThat(cheapest.moves()).singleElement().satisfies(move -> {
            assertThat(move.variable()).isEqualTo("strong");
            assertThat(move.from()).isEqualTo(Pond.USUAL);
        });
        assertThat(cheapest.before()).isLessThan(0.5);
        assertThat(cheapest.after()).isGreaterThanOrEqualTo(0.5);
        // By hand: the median replicate needs log-odds of 1 in the mean over the year, 1/8 of the strong lever's range.
        assertThat(cheapest.cost()).isBetween(0.125, 0.16);
    }

    @Test
    void the_most_consequential_line_leads_to_certainty_and_every_line_says_what_it_costs() {
        Reasoning found = search(30, 1);

        assertThat(found.lines()).anyMatch(line -> line.after() > 0.95);
        assertThat(found.lines())
                .allSatisfy(line -> assertThat(line.cost())
                        .isCloseTo(
                                line.moves().stream()
                                        .mapToDouble(move -> Math.abs(move.to() - move.from()))
                                        .sum(),
                                within(1e-5)));
        assertThat(found.reasons())
                .anyMatch(
                        reason -> reason.matches(
                                "Most consequential: if \"strong\" goes from 0.50 to .* in [A-Z][a-z]+ \\d{4}, the probability .*"));
        assertThat(found.wouldChangeItsMind())
                .singleElement()
                .asString()
                .startsWith("If \"strong\" goes from 0.50 to ")
                .endsWith("% of its range: the cheapest that was found to turn the answer.");
        assertThat(found.reasons()).noneMatch(reason -> reason.contains("turns the answer"));
    }

    @Test
    void a_line_is_simulated_as_it_is_told_with_the_luck_of_the_others() {
        Reasoning found = search(30, 1);

        assertThat(pond.started).extracting(Request::seed).containsOnly(1L);
        assertThat(pond.started).extracting(Request::config).containsOnly(Map.of("replicates", 40L));
        for (Line line : found.lines()) {
            assertThat(pond.started).anyMatch(request -> isOf(request, line));
        }
    }

    private static boolean isOf(Request request, Line line) {
        return request.variableOverrides().size() + request.shocks().size()
                        == line.moves().size()
                && line.moves().stream().allMatch(move -> isIn(request, move));
    }

    private static boolean isIn(Request request, Move move) {
        return move.tick() == 1
                ? request.variableOverrides().get(move.variable()) instanceof Number set
                        && set.doubleValue() == move.to()
                : request.shocks().stream()
                        .anyMatch(shock -> shock.tick() == move.tick()
                                && shock.variable().equals(move.variable())
                                && Math.abs(shock.magnitude() - (move.to() - move.from())) < 1e-12);
    }

    @Test
    void no_more_sequences_are_simulated_than_the_budget_allows() {
        for (int budget : List.of(1, 3, 8, 20)) {
            pond.started.clear();

            search(budget, 1);

            assertThat(pond.started).hasSizeLessThanOrEqualTo(budget);
        }
    }

    @Test
    void equal_seeds_search_alike() {
        assertThat(search(20, 4)).isEqualTo(search(20, 4));
    }

    @Test
    void the_probability_is_half_the_unmoved_one_and_half_the_mean_over_plausible_moves() {
        Reasoning found = search(20, 1);

        double sum = 0;
        double unmoved = probability(0);
        for (String lever : List.of("idle", "strong", "weak")) {
            for (int direction : List.of(1, -1)) {
                sum += probability(0.2 * direction * EFFECTS.getOrDefault(lever, 0.0));
            }
        }
        assertThat(found.probability()).isCloseTo(0.5 * unmoved + 0.5 * sum / 6, within(1e-5));
    }

    /** Of 40 replicates spread evenly over log-odds of -1.5 to -0.5, how many are above even odds after a push. */
    private static double probability(double push) {
        long met = IntStream.range(0, 40)
                .filter(r -> -1 + (r + 0.5) / 40 - 0.5 + push > 0)
                .count();
        return (met + 0.5) / 41;
    }

    @Test
    void a_lever_that_moves_nothing_is_told_and_not_searched() {
        Reasoning found = search(30, 1);

        assertThat(found.reasons()).contains("Moving it changes nothing in the simulation: idle.");
        assertThat(found.lines())
                .flatExtracting(Line::moves)
                .extracting(Move::variable)
                .doesNotContain("idle");
    }

    @Test
    void a_lever_without_bounds_is_told_and_not_searched() {
        Reasoning found = search(packages(null, null), Map.of(), 30, 1);

        assertThat(found.lines()).isEmpty();
        assertThat(found.reasons())
                .contains("Not searched, since neither bounds nor history say how far it can go: idle, strong, weak.");
        assertThat(pond.started).hasSize(1);
    }

    @Test
    void moves_start_from_what_the_scenario_sets_and_stay_within_bounds() {
        Reasoning found = search(PACKAGES, Map.of("strong", 0.25), 30, 1);

        assertThat(found.lines()).flatExtracting(Line::moves).allSatisfy(move -> {
            assertThat(move.from()).isEqualTo(move.variable().equals("strong") ? 0.25 : Pond.USUAL);
            assertThat(move.to()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void what_the_simulation_does_not_model_is_refused() {
        var elsewhere = new TreeSearch(new Pond(EFFECTS, false), 30, PACKAGES.tables());

        assertThatThrownBy(() -> elsewhere.reason(
                        Asked.request(PACKAGES, PACKAGES.question(0.5, 12), List.of()), new BlobsInMemory()))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("not_simulated"))
                .hasMessageContaining("does not model \"y\"");
    }

    @Test
    void a_question_that_is_settled_takes_no_rollout() {
        Reasoning found = new TreeSearch(pond, 30, PACKAGES.tables())
                .reason(Asked.request(PACKAGES, PACKAGES.question(1.0, 12), List.of()), new BlobsInMemory());

        assertThat(found.probability()).isEqualTo(LogOdds.SETTLED);
        assertThat(pond.started).isEmpty();
    }

    @Test
    void a_period_that_ends_after_the_simulation_does_is_refused() {
        assertThatThrownBy(() -> new TreeSearch(pond, 30, PACKAGES.tables())
                        .reason(Asked.request(PACKAGES, PACKAGES.question(0.5, 13), List.of()), new BlobsInMemory()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("the simulation looks only 12 months ahead");
    }

    @Test
    void past_probabilities_are_those_of_the_hindcasts() {
        Reasoning found = new TreeSearch(pond, 5, PACKAGES.tables())
                .reason(
                        Asked.request(PACKAGES, PACKAGES.question(0.5, 12), Asked.origins(PACKAGES)),
                        new BlobsInMemory());

        // Each hindcast has one path, which stays at 0 and never meets anything: (0 + 1/2) / (1 + 1).
        assertThat(found.past())
                .isNotEmpty()
                .allSatisfy(past -> assertThat(past.probability()).isEqualTo(0.25));
    }
}
