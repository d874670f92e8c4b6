package io.futureos.studio.engines.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.population.Populations;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalSimulationEngineTest {

    private static final int HORIZON = 12;

    private final NorwayFixture norway = new NorwayFixture();
    private final BlobsInMemory blobs = new BlobsInMemory();
    private final Map<String, Object> config = NorwayFixture.simulationConfig();
    private final Population population = Populations.norwegian(norway, blobs, 2_000);
    private int horizon = HORIZON;
    private final LocalSimulationEngine engine = new LocalSimulationEngine(norway::read);

    @Test
    void as_things_stand_the_share_stays_high_and_the_interval_is_neither_narrow_nor_endless() {
        Outcome outcome = simulated(request(Map.of(), Map.of(), List.of()));

        double[] december = month(outcome.paths(), 11);
        assertThat(Sample.quantile(december, 0.5)).isBetween(0.90, 0.97);
        assertThat(Sample.quantile(december, 0.9) - Sample.quantile(december, 0.1))
                .isBetween(0.03, 0.2);
        assertThat(outcome.periods()).hasSize(12).startsWith("2025-01").endsWith("2025-12");
        assertThat(outcome.effect()).isEmpty();
    }

    @Test
    void the_same_request_gives_the_same_outcome_in_another_engine() {
        Request request = request(Map.of("vat_exemption", 0), Map.of(), List.of());

        Outcome once = simulated(request);
        Outcome again = finished(new LocalSimulationEngine(norway::read).start(request, blobs));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void a_run_resumed_from_any_checkpoint_is_the_run_that_was_never_interrupted() {
        Request request =
                request(Map.of("charging_access", 0.8), Map.of(), List.of(new Shock(3, "vat_exemption", -0.5)));
        SimulationRun whole = engine.start(request, blobs);
        var injected = new Shock(9, "charging_access", -0.3);
        var checkpoints = new ArrayList<byte[]>();
        while (whole.tick() < whole.totalTicks()) {
            if (whole.tick() == 5) {
                whole.inject(injected);
            }
            checkpoints.add(whole.checkpoint());
            whole.step(blobs);
        }

        for (int tick : new int[] {0, 5, 11}) {
            SimulationRun resumed = engine.resume(request, checkpoints.get(tick), blobs);
            assertThat(resumed.tick()).isEqualTo(tick);
            if (tick == 0) {
                resumed.inject(injected);
            }
            assertThat(finished(resumed)).isEqualTo(whole.outcome());
        }
    }

    @Test
    void a_checkpoint_of_another_run_is_refused() {
        byte[] checkpoint =
                engine.start(request(Map.of(), Map.of(), List.of()), blobs).checkpoint();
        Request other = request(Map.of("vat_exemption", 0.5), Map.of(), List.of());

        assertThatThrownBy(() -> engine.resume(other, checkpoint, blobs)).hasMessageContaining("other data");
        assertThatThrownBy(() -> engine.resume(other, new byte[3], blobs)).hasMessageContaining("format");
    }

    @Test
    void a_checkpoint_that_lost_its_end_is_refused() {
        Request request = request(Map.of(), Map.of(), List.of());
        SimulationRun run = engine.start(request, blobs);
        run.inject(new Shock(3, "vat_exemption", -0.5));
        byte[] checkpoint = run.checkpoint();

        assertThatThrownBy(() -> engine.resume(request, Arrays.copyOf(checkpoint, checkpoint.length - 20), blobs))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("checkpoint_unreadable"));
    }

    @Test
    void a_scenario_that_sets_what_holds_anyway_has_no_effect() {
        Outcome outcome = simulated(request(Map.of("vat_exemption", 1), Map.of(), List.of()));

        assertThat(outcome.effect()).isEmpty();
        assertThat(outcome.paths())
                .isEqualTo(simulated(request(Map.of(), Map.of(), List.of())).paths());
    }

    @Test
    void ending_the_exemption_lowers_the_share_by_about_its_stated_effect() {
        Outcome outcome = simulated(request(Map.of("vat_exemption", 0), Map.of(), List.of()));

        assertThat(outcome.effect())
                .hasSize(12)
                .allSatisfy(effect -> assertThat(effect).isCloseTo(-0.9, within(0.15)));
    }

    @Test
    void a_shock_moves_nothing_before_its_tick() {
        Outcome outcome = simulated(request(Map.of(), Map.of(), List.of(new Shock(6, "vat_exemption", -1))));

        assertThat(outcome.effect().subList(0, 5))
                .allSatisfy(effect -> assertThat(effect).isZero());
        assertThat(outcome.effect().get(5)).isLessThan(-0.7);
    }

    @Test
    void a_shock_that_was_injected_equals_one_that_the_scenario_had() {
        var shock = new Shock(6, "vat_exemption", -1);
        SimulationRun run = engine.start(request(Map.of(), Map.of(), List.of()), blobs);
        run.step(blobs);
        run.inject(shock);

        assertThat(finished(run)).isEqualTo(simulated(request(Map.of(), Map.of(), List.of(shock))));
        assertThatThrownBy(() -> run.inject(shock)).hasMessageContaining("tick");
        assertThatThrownBy(() -> run.step(blobs)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_shock_that_can_not_be_felt_is_named() {
        var shocks = List.of(new Shock(3, "new_cars", 500), new Shock(13, "vat_exemption", -1));

        Outcome outcome = simulated(request(Map.of(), Map.of(), shocks));

        assertThat(outcome.effect()).isEmpty();
        assertThat(outcome.caveats())
                .anyMatch(caveat -> caveat.startsWith("A shock hits \"new_cars\", but no driver"))
                .anyMatch(caveat -> caveat.contains("at tick 13 comes after the last simulated month, tick 12"));
    }

    @Test
    void a_driver_of_which_nothing_is_known_yet_takes_no_month_from_the_history() {
        var variable = norway.data("2024-12").variable("new_cars").orElseThrow();
        var known = MonthlySeries.from(Months.number("2022-01"), new double[] {1, 3});
        var driver = new DriverHistory(new SimulationConfig.Driver("new_cars", 2, 0), variable, known);

        assertThat(driver.pastEffect(Months.number("2020-06"), Months.number("2021-12")))
                .isZero();
        assertThat(driver.pastEffect(Months.number("2021-12"), Months.number("2022-02")))
                .isNaN();
        assertThat(driver.pastEffect(Months.number("2022-01"), Months.number("2022-02")))
                .isEqualTo(-4);
    }

    @Test
    void richer_people_with_more_cars_choose_electric_more_often() {
        Outcome outcome =
                simulated(request(Map.of(), Map.of("income_decile", Map.of("8", 0.3, "9", 0.3, "10", 0.4)), List.of()));

        assertThat(outcome.effect()).allSatisfy(effect -> assertThat(effect).isBetween(0.2, 1.5));
    }

    @Test
    void what_happened_after_an_origin_moves_no_hindcast() {
        List<String> months = norway.table("new_cars").texts("month");
        double[] all = norway.table("new_cars").numbers("new_cars");
        double[] electric = norway.table("new_cars").numbers("battery_electric").clone();
        int origin = months.indexOf("2021-06");
        Arrays.fill(electric, origin + 1, electric.length, 1);
        NorwayFixture other = new NorwayFixture().withCars(months, all, electric);

        List<Hindcast> known = engine.hindcast(request(Map.of(), Map.of(), List.of()), List.of("2021-06"), 6, blobs);
        List<Hindcast> changed = new LocalSimulationEngine(other::read)
                .hindcast(request(Map.of(), Map.of(), List.of()), List.of("2021-06"), 6, blobs);

        assertThat(changed).isEqualTo(known);
        assertThat(known.get(0).periods()).startsWith("2021-07").hasSize(6);
    }

    @Test
    void rows_after_as_of_move_no_run() {
        List<String> months = new ArrayList<>(norway.table("new_cars").texts("month"));
        double[] all = norway.table("new_cars").numbers("new_cars");
        double[] electric = norway.table("new_cars").numbers("battery_electric");
        months.add("2025-01");
        NorwayFixture other = new NorwayFixture().withCars(months, Arrays.copyOf(all, 97), Arrays.copyOf(electric, 97));
        Request request = request(Map.of(), Map.of(), List.of());

        assertThat(finished(new LocalSimulationEngine(other::read).start(request, blobs)))
                .isEqualTo(simulated(request));
    }

    @Test
    void about_four_in_five_outcomes_lay_inside_the_central_80_per_cent_of_past_forecasts() {
        List<String> origins = IntStream.range(0, 19)
                .mapToObj(quarter -> Months.text(Months.number("2019-06") + 3 * quarter))
                .toList();
        double[] all = norway.table("new_cars").numbers("new_cars");
        double[] electric = norway.table("new_cars").numbers("battery_electric");
        List<Hindcast> hindcasts = engine.hindcast(request(Map.of(), Map.of(), List.of()), origins, HORIZON, blobs);
        int inside = 0;
        for (Hindcast hindcast : hindcasts) {
            for (int tick = 0; tick < HORIZON; tick++) {
                int index = Months.number(hindcast.periods().get(tick)) - Months.number("2017-01");
                double[] draws = month(hindcast.paths(), tick);
                double share = electric[index] / all[index];
                inside += share >= Sample.quantile(draws, 0.1) && share <= Sample.quantile(draws, 0.9) ? 1 : 0;
            }
        }

        assertThat(inside / (19.0 * HORIZON))
                .as("of months in hardly more than five independent years")
                .isBetween(0.65, 0.9);
    }

    @Test
    void a_trend_of_two_years_may_end_within_the_next_five() {
        Hindcast hindcast = engine.hindcast(request(Map.of(), Map.of(), List.of()), List.of("2018-12"), 60, blobs)
                .get(0);
        double[] afterOne = month(hindcast.paths(), 11);
        double[] afterFive = month(hindcast.paths(), 59);

        long fallen = IntStream.range(0, afterOne.length)
                .filter(path -> afterFive[path] < afterOne[path])
                .count();
        assertThat(fallen / (double) afterOne.length).isBetween(0.18, 0.45);
    }

    @Test
    void each_learnt_parameter_comes_with_its_prior_and_the_model_with_its_track_record() {
        Map<String, Object> parameters =
                simulated(request(Map.of(), Map.of(), List.of())).parameters();

        for (String learnt : List.of(
                "trend_per_month",
                "imitation_of_neighbours",
                "month_to_month_noise",
                "level_unrest",
                "trend_bend",
                "trend_damping")) {
            assertThat(parameters.get(learnt))
                    .as(learnt)
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsKeys("median", "q10", "q90", "prior_median", "prior_q10", "prior_q90");
        }
        assertThat((Double) parameters.get("past_months_inside_80_percent_interval"))
                .isBetween(0.7, 0.95);
    }

    @Test
    void a_horizon_longer_than_the_history_gives_numbers_that_grow_less_and_less_sure() {
        double[] all = norway.table("new_cars").numbers("new_cars");
        double[] electric = norway.table("new_cars").numbers("battery_electric");
        horizon = 60;

        Outcome outcome = simulatedWith(10, i -> electric[i], i -> all[i]);

        assertThat(outcome.periods()).hasSize(60);
        assertThat(outcome.paths())
                .allSatisfy(path ->
                        assertThat(path).allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0)));
        assertThat(width(outcome, 59)).isGreaterThan(width(outcome, 0));
    }

    private static double width(Outcome outcome, int month) {
        double[] draws = month(outcome.paths(), month);
        return Sample.quantile(draws, 0.9) - Sample.quantile(draws, 0.1);
    }

    @Test
    void ten_months_of_history_give_a_wide_forecast() {
        double[] all = norway.table("new_cars").numbers("new_cars");
        double[] electric = norway.table("new_cars").numbers("battery_electric");

        Outcome outcome = simulatedWith(10, i -> electric[i], i -> all[i]);

        double[] last = month(outcome.paths(), 11);
        assertThat(Sample.quantile(last, 0.9) - Sample.quantile(last, 0.1)).isGreaterThan(0.2);
        assertThat(outcome.caveats()).anySatisfy(caveat -> assertThat(caveat).contains("10 months"));
    }

    @Test
    void constant_series_and_shares_of_exactly_nothing_or_everything_give_numbers() {
        for (double electric : new double[] {0, 500, 1000}) {
            Outcome outcome = simulatedWith(40, i -> electric, i -> 1000);

            assertThat(outcome.paths())
                    .allSatisfy(path -> assertThat(path)
                            .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0)));
            assertThat(Sample.quantile(month(outcome.paths(), 0), 0.5)).isCloseTo(electric / 1000, within(0.02));
        }
    }

    @Test
    void months_without_any_sale_are_passed_over() {
        Outcome outcome = simulatedWith(40, i -> i % 7 == 3 ? 0 : 400, i -> i % 7 == 3 ? 0 : 1000);

        assertThat(Sample.quantile(month(outcome.paths(), 5), 0.5)).isCloseTo(0.4, within(0.05));
    }

    @Test
    void a_population_of_one_can_be_simulated() {
        Population one = Populations.norwegian(norway, blobs, 1);
        var request = new Request(
                NorwayFixture.task("2024-12"),
                norway.data("2024-12"),
                one,
                Map.of("vat_exemption", 0),
                Map.of(),
                List.of(),
                config,
                HORIZON,
                7);

        assertThat(simulated(request).effect())
                .allSatisfy(effect -> assertThat(effect).isNegative());
    }

    @Test
    void what_a_request_gets_wrong_is_named() {
        assertThatThrownBy(() -> simulatedWith(5, i -> 1, i -> 2)).hasMessageContaining("at least 6");
        assertThatThrownBy(() -> simulatedWith(12, i -> 3, i -> 2)).hasMessageContaining("2024-01");
        refused(request(Map.of("vat_exmption", 0), Map.of(), List.of()), "variable_unknown", "did you mean");
        refused(request(Map.of("vat_exemption", 3), Map.of(), List.of()), "config_invalid", "from 0.0 to 1.0");
        refused(request(Map.of("battery_electric_share", 1), Map.of(), List.of()), "target_fixed", "vat_exemption");
        refused(request(Map.of(), Map.of("car", Map.of("0", 1)), List.of()), "dimension_unknown", "cars");
        refused(request(Map.of(), Map.of("cars", Map.of("7", 1)), List.of()), "category_unknown", "7");
        refused(request(Map.of(), Map.of(), List.of(new Shock(1, "x", 1))), "variable_unknown", "tick 1");
        config.put("replicate", 10);
        refused(request(Map.of(), Map.of(), List.of()), "config_unknown_key", "did you mean \"replicates\"?");
    }

    @Test
    void only_shares_with_a_history_are_modelled() {
        PredictionTask share = NorwayFixture.task("2024-12");
        var count = new PredictionTask(
                "", "new_cars", share.comparison(), 1, share.from(), share.to(), share.occasion(), null);
        var assumption = new PredictionTask(
                "", "vat_exemption", share.comparison(), 1, share.from(), share.to(), share.occasion(), null);

        assertThat(engine.models(share, norway.data("2024-12"))).isTrue();
        assertThat(engine.models(count, norway.data("2024-12"))).isFalse();
        assertThat(engine.models(assumption, norway.data("2024-12"))).isFalse();
    }

    private void refused(Request request, String code, String hint) {
        assertThatThrownBy(() -> engine.start(request, blobs))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(hint);
    }

    private Outcome simulatedWith(int months, IntToDoubleFunction electric, IntToDoubleFunction all) {
        int start = Months.number("2024-12") - months + 1;
        NorwayFixture other = new NorwayFixture()
                .withCars(
                        IntStream.range(0, months)
                                .mapToObj(i -> Months.text(start + i))
                                .toList(),
                        IntStream.range(0, months).mapToDouble(all).toArray(),
                        IntStream.range(0, months).mapToDouble(electric).toArray());
        return finished(new LocalSimulationEngine(other::read).start(request(Map.of(), Map.of(), List.of()), blobs));
    }

    private Request request(Map<String, Object> overrides, Map<String, Object> people, List<Shock> shocks) {
        return new Request(
                NorwayFixture.task("2024-12"),
                norway.data("2024-12"),
                population,
                overrides,
                people,
                shocks,
                config,
                horizon,
                7);
    }

    private Outcome simulated(Request request) {
        return finished(engine.start(request, blobs));
    }

    private Outcome finished(SimulationRun run) {
        while (run.tick() < run.totalTicks()) {
            run.step(blobs);
        }
        Outcome outcome = run.outcome();
        assertThat(outcome).isNotNull();
        return outcome == null ? new Outcome(List.of(), List.of(), List.of(), Map.of(), List.of()) : outcome;
    }

    private static double[] month(List<List<Double>> paths, int month) {
        return paths.stream().mapToDouble(path -> path.get(month)).toArray();
    }
}
