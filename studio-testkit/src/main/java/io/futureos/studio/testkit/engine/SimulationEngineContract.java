package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertAnsweredOrRefused;
import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Shock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every simulation engine promises. */
public abstract class SimulationEngineContract extends WorkingEngineContract<SimulationEngine> {

    /** A request of at least six months that the engine models, without shocks and the smaller the quicker. */
    protected abstract Request aRequest();

    /** A shock in the fourth month that the request can be given and that changes what comes out. */
    protected abstract Shock aShock();

    /** The same request, but all figures of the target after {@code month} are others. */
    protected abstract Request aRequestWithOtherFiguresAfter(String month);

    /** A run from the first month to the last. */
    record Lived(List<Frame> frames, Outcome outcome) {}

    @Override
    final List<Call<SimulationEngine, ?>> calls() {
        return List.of(
                new Call<>("a run", shocked(aRequest(), aShock()), SimulationEngineContract::lived),
                new Call<>(
                        "hindcasts",
                        new Wire.Hindsight(aRequest(), origins(aRequest()), 3),
                        (engine, asked, context) -> new Wire.Hindcasts(
                                engine.hindcast(asked.request(), asked.origins(), asked.horizon(), context))));
    }

    private static Lived lived(SimulationEngine engine, Request request, EngineContext context) {
        return toTheEnd(engine.start(request, context), context);
    }

    private static Lived toTheEnd(SimulationRun run, EngineContext context) {
        List<Frame> frames = steps(run, run.totalTicks() - run.tick(), context);
        return new Lived(frames, requireNonNull(run.outcome()));
    }

    private static List<Frame> steps(SimulationRun run, int steps, EngineContext context) {
        var frames = new ArrayList<Frame>();
        for (int i = 0; i < steps; i++) {
            frames.add(run.step(context));
        }
        return frames;
    }

    private SimulationRun started(Request request) {
        return engine().start(request, context());
    }

    private static YearMonth asOf(Request request) {
        return YearMonth.parse(requireNonNull(request.data().asOf(), "the request's data has no months"));
    }

    private static List<String> origins(Request request) {
        return Stream.of(13, 6)
                .map(months -> asOf(request).minusMonths(months).toString())
                .toList();
    }

    private static Request shocked(Request request, Shock... shocks) {
        return changed(request, request.variableOverrides(), Arrays.asList(shocks), request.horizon(), request.seed());
    }

    private static Request changed(
            Request request, Map<String, Object> overrides, List<Shock> shocks, int horizon, long seed) {
        return new Request(
                request.task(),
                request.data(),
                request.population(),
                overrides,
                request.populationAdjustments(),
                shocks,
                request.config(),
                horizon,
                seed);
    }

    private static Request lasting(Request request, int horizon) {
        return changed(request, request.variableOverrides(), request.shocks(), horizon, request.seed());
    }

    private static Request seeded(Request request, long seed) {
        return changed(request, request.variableOverrides(), request.shocks(), request.horizon(), seed);
    }

    private static Request overriding(Request request, String variable, @Nullable Object value) {
        var overrides = new LinkedHashMap<String, @Nullable Object>(request.variableOverrides());
        overrides.put(variable, value);
        return changed(request, OpenValue.map(overrides), request.shocks(), request.horizon(), request.seed());
    }

    private static Request adjusted(Request request, Map<String, Object> adjustments) {
        return new Request(
                request.task(),
                request.data(),
                request.population(),
                request.variableOverrides(),
                adjustments,
                request.shocks(),
                request.config(),
                request.horizon(),
                request.seed());
    }

    private static Request configured(Request request, Map<String, Object> config) {
        return new Request(
                request.task(),
                request.data(),
                request.population(),
                request.variableOverrides(),
                request.populationAdjustments(),
                request.shocks(),
                config,
                request.horizon(),
                request.seed());
    }

    private static Request about(Request request, String variable) {
        return new Request(
                about(request.task(), variable),
                request.data(),
                request.population(),
                request.variableOverrides(),
                request.populationAdjustments(),
                request.shocks(),
                request.config(),
                request.horizon(),
                request.seed());
    }

    private static PredictionTask about(PredictionTask task, String variable) {
        return new PredictionTask(
                task.question(),
                variable,
                task.comparison(),
                task.threshold(),
                task.from(),
                task.to(),
                task.occasion(),
                task.asOf());
    }

    @Test
    void it_says_what_it_models_and_of_an_unknown_variable_that_it_does_not() {
        Request request = aRequest();

        assertThat(engine().models(request.task(), request.data())).isTrue();
        assertThat(engine().models(about(request.task(), "unheard_of"), request.data()))
                .isFalse();
    }

    @Test
    void a_run_starts_before_the_first_month_and_has_no_outcome_yet() {
        SimulationRun run = started(aRequest());

        assertThat(run.tick()).isZero();
        assertThat(run.totalTicks()).isEqualTo(aRequest().horizon());
        assertThat(run.outcome()).isNull();
    }

    @Test
    void each_step_gives_the_frame_of_the_next_month_after_as_of() {
        Request request = aRequest();
        SimulationRun run = started(request);

        for (int tick = 1; tick <= request.horizon(); tick++) {
            Frame frame = run.step(context());

            assertThat(frame.tick()).isEqualTo(tick).isEqualTo(run.tick());
            assertThat(frame.period()).isEqualTo(asOf(request).plusMonths(tick).toString());
        }
    }

    @Test
    void a_frame_has_the_target_with_its_quantiles_in_order() {
        for (Frame frame : lived(engine(), aRequest(), context()).frames) {
            assertThat(Stream.of("q10", "median", "q90").map(name -> figure(frame, name)))
                    .as("%s", frame)
                    .isSorted();
        }
    }

    private static Double figure(Frame frame, String name) {
        Object value = frame.values().get(name);
        assertThat(value).as("%s of %s", name, frame).isInstanceOf(Number.class);
        return ((Number) requireNonNull(value)).doubleValue();
    }

    @Test
    void after_the_last_month_there_is_no_other() {
        SimulationRun run = started(aRequest());
        toTheEnd(run, context());

        assertThatThrownBy(() -> run.step(context())).isInstanceOf(IllegalStateException.class);
        assertThat(run.tick()).isEqualTo(run.totalTicks());
    }

    @Test
    void the_outcome_has_a_value_for_each_month_on_each_path_and_an_effect_for_each_month_or_none() {
        Request request = aRequest();
        for (Request each : List.of(request, shocked(request, aShock()))) {
            Lived lived = lived(engine(), each, context());

            assertThat(lived.outcome.periods())
                    .isEqualTo(lived.frames.stream().map(Frame::period).toList());
            assertThat(lived.outcome.paths())
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(path).hasSize(request.horizon()));
            if (!lived.outcome.effect().isEmpty()) {
                assertThat(lived.outcome.effect()).hasSize(request.horizon());
            }
        }
    }

    @Test
    void what_was_simulated_stays_as_it_is_when_the_run_goes_on() {
        SimulationRun run = started(aRequest());
        steps(run, 2, context());
        Outcome early = requireNonNull(run.outcome());
        Outcome late = toTheEnd(run, context()).outcome;

        assertThat(early.periods()).isEqualTo(late.periods().subList(0, 2));
        assertThat(early.paths())
                .isEqualTo(late.paths().stream().map(path -> path.subList(0, 2)).toList());
    }

    @Test
    void another_seed_gives_other_luck() {
        Request request = aRequest();

        assertThat(lived(engine(), seeded(request, request.seed() + 1), context())
                        .outcome
                        .paths())
                .isNotEqualTo(lived(engine(), request, context()).outcome.paths());
    }

    @Test
    void a_run_that_is_resumed_is_bit_for_bit_the_run_that_was_never_interrupted() {
        Request request = shocked(aRequest(), aShock());
        SimulationEngine engine = engine();
        Lived uninterrupted = lived(engine, request, context());

        for (int tick : List.of(0, 1, 4, request.horizon() - 1, request.horizon())) {
            SimulationRun interrupted = engine.start(request, context());
            steps(interrupted, tick, context());
            byte[] checkpoint = interrupted.checkpoint();
            SimulationRun resumed = engine().resume(request, checkpoint, context());

            assertThat(resumed.tick()).isEqualTo(tick);
            Lived rest = toTheEnd(resumed, context());
            assertThat(rest.frames)
                    .as("frames after tick %s", tick)
                    .isEqualTo(uninterrupted.frames.subList(tick, request.horizon()));
            assertThat(rest.outcome).as("outcome of a run resumed at %s", tick).isEqualTo(uninterrupted.outcome);
            assertThat(toTheEnd(interrupted, context()).outcome)
                    .as("outcome of a run whose checkpoint was taken at %s", tick)
                    .isEqualTo(uninterrupted.outcome);
        }
    }

    @Test
    void a_resumed_run_remembers_the_shocks_that_were_injected() {
        Request request = aRequest();
        SimulationRun run = started(request);
        steps(run, 1, context());
        run.inject(aShock());
        byte[] before = run.checkpoint();
        steps(run, aShock().tick(), context());
        byte[] after = run.checkpoint();
        Outcome uninterrupted = toTheEnd(run, context()).outcome;

        for (byte[] checkpoint : List.of(before, after)) {
            assertThat(toTheEnd(engine().resume(request, checkpoint, context()), context()).outcome)
                    .isEqualTo(uninterrupted);
        }
    }

    @Test
    void a_shock_that_is_injected_before_its_tick_is_the_same_shock_in_the_request() {
        Request request = aRequest();
        SimulationEngine engine = engine();
        Lived asked = lived(engine, shocked(request, aShock()), context());

        for (int tick : List.of(0, 1, aShock().tick() - 1)) {
            SimulationRun run = engine.start(request, context());
            List<Frame> frames = steps(run, tick, context());
            run.inject(aShock());
            Lived rest = toTheEnd(run, context());
            frames.addAll(rest.frames);

            assertThat(new Lived(frames, rest.outcome))
                    .as("injected after tick %s", tick)
                    .isEqualTo(asked);
        }
    }

    @Test
    void a_shock_changes_the_months_from_its_tick_on_and_none_before() {
        Request request = aRequest();
        List<Frame> without = lived(engine(), request, context()).frames;
        List<Frame> with = lived(engine(), shocked(request, aShock()), context()).frames;

        int before = aShock().tick() - 1;
        assertThat(with.subList(0, before)).isEqualTo(without.subList(0, before));
        assertThat(with.get(before)).isNotEqualTo(without.get(before));
    }

    @Test
    void a_shock_for_a_month_that_was_simulated_is_refused_and_changes_nothing() {
        Request request = aRequest();
        SimulationRun run = started(request);
        List<Frame> frames = steps(run, aShock().tick(), context());

        assertRefused("a shock that comes too late", () -> {
            run.inject(aShock());
            return run;
        });
        Lived rest = toTheEnd(run, context());
        frames.addAll(rest.frames);
        assertThat(new Lived(frames, rest.outcome)).isEqualTo(lived(engine(), request, context()));
    }

    @Test
    void a_shock_to_an_unknown_variable_is_refused_in_the_request_and_in_the_run() {
        var shock = new Shock(4, "unheard_of", 1);

        assertRefused("a request with such a shock", () -> started(shocked(aRequest(), shock)));
        assertRefused("an injection of such a shock", () -> {
            SimulationRun run = started(aRequest());
            run.inject(shock);
            return run;
        });
    }

    @Test
    void a_checkpoint_of_another_request_or_with_damaged_bytes_is_refused() {
        Request request = aRequest();
        SimulationRun run = started(request);
        run.inject(aShock());
        steps(run, 1, context());
        byte[] good = run.checkpoint();

        assertRefused("another seed", () -> engine().resume(seeded(request, request.seed() + 1), good, context()));
        assertRefused("no bytes", () -> engine().resume(request, new byte[0], context()));
        assertRefused("zeros", () -> engine().resume(request, new byte[good.length], context()));
        assertRefused(
                "the end is lost", () -> engine().resume(request, Arrays.copyOf(good, good.length - 1), context()));
        assertRefused("half is lost", () -> engine().resume(request, Arrays.copyOf(good, good.length / 2), context()));
    }

    @Test
    void the_order_of_overrides_does_not_matter() {
        Request request = overriding(aRequest(), aShock().variable(), 0);
        var backwards = new LinkedHashMap<String, Object>();
        new TreeMap<>(request.variableOverrides()).descendingMap().forEach(backwards::put);
        Request turned = changed(request, backwards, request.shocks(), request.horizon(), request.seed());

        assertThat(lived(engine(), turned, context())).isEqualTo(lived(engine(), request, context()));
    }

    @Test
    void hindcasts_come_in_the_order_of_the_origins_with_a_value_for_each_month_after_them() {
        Request request = aRequest();
        List<String> origins = origins(request);

        List<Hindcast> hindcasts = engine().hindcast(request, origins, 3, context());

        assertThat(hindcasts).extracting(Hindcast::origin).isEqualTo(origins);
        for (Hindcast hindcast : hindcasts) {
            YearMonth origin = YearMonth.parse(hindcast.origin());
            assertThat(hindcast.periods())
                    .isEqualTo(Stream.of(1, 2, 3)
                            .map(month -> origin.plusMonths(month).toString())
                            .toList());
            assertThat(hindcast.paths())
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(path).hasSize(3));
        }
        assertThat(engine().hindcast(request, List.of(), 3, context())).isEmpty();
    }

    @Test
    void a_hindcast_knows_nothing_that_came_after_its_origin() {
        Request request = aRequest();
        for (String origin : origins(request)) {
            assertThat(engine().hindcast(aRequestWithOtherFiguresAfter(origin), List.of(origin), 3, context()))
                    .as("hindcast of %s", origin)
                    .isEqualTo(engine().hindcast(request, List.of(origin), 3, context()));
        }
    }

    @Test
    void a_hindcast_is_the_same_whatever_else_is_asked_and_whatever_the_scenario_is() {
        Request request = aRequest();
        List<String> origins = origins(request);
        Request scenario = overriding(shocked(request, aShock()), aShock().variable(), 0);
        SimulationEngine engine = engine();
        List<Hindcast> together = engine.hindcast(request, origins, 3, context());

        assertThat(engine.hindcast(request, List.of(origins.get(1)), 3, context()))
                .containsExactly(together.get(1));
        assertThat(engine().hindcast(scenario, origins, 3, context())).isEqualTo(together);
    }

    @Test
    void an_origin_that_is_no_month_or_lies_in_the_future_is_refused() {
        Request request = aRequest();
        String tooLate = asOf(request).plusMonths(1).toString();

        for (String origin : List.of(tooLate, "", "yesterday", "2020-13", "0001-01")) {
            assertRefused(
                    "a hindcast from \"" + origin + "\"",
                    () -> engine().hindcast(request, List.of(origin), 3, context()));
        }
    }

    @Test
    void a_horizon_that_is_none_is_refused() {
        Request request = aRequest();
        for (int horizon : List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE)) {
            assertRefused("a run of " + horizon, () -> started(lasting(request, horizon)));
            assertRefused(
                    "a hindcast of " + horizon, () -> engine().hindcast(request, origins(request), horizon, context()));
        }
    }

    @Test
    void what_the_data_and_the_population_do_not_have_is_refused() {
        Request request = aRequest();

        assertRefused("another target", () -> started(about(request, "unheard_of")));
        assertRefused("another override", () -> started(overriding(request, "unheard_of", 1)));
        assertRefused("another dimension", () -> started(adjusted(request, Map.of("unheard_of", Map.of("x", 1)))));
        assertRefused("an override that is no number", () -> started(overriding(request, aShock().variable(), "x")));
        assertRefused("an override that is nothing", () -> started(overriding(request, aShock().variable(), null)));
    }

    @Test
    void a_mistyped_configuration_is_understood_or_refused_but_never_breaks_the_engine() {
        Request request = aRequest();
        SimulationEngine engine = engine();
        Variations.of(
                request.config(),
                (what, config) ->
                        assertAnsweredOrRefused(what, () -> engine.start(configured(request, config), context())));
    }
}
