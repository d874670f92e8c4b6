package io.futureos.studio.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineContext.CancelledException;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Shock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A simulation of some lines that keeps every promise, but for the one that is to be broken. */
final class SmallSimulation implements SimulationEngine {

    /** A promise that isn't kept, and the sentence of the contract that must say so. */
    enum Flaw {
        NONE(""),
        REMEMBERS_WHO_ASKED("equal_requests_are_answered_equally_by_the_same_engine_and_by_another"),
        KNOWS_NO_SEED("another_seed_gives_other_luck"),
        GIVES_NO_NUMBER("an_answer_that_travels_as_json_arrives_unchanged"),
        SAYS_NOTHING("progress_is_told_from_the_beginning_in_words_and_goes_from_0_to_1_and_never_back"),
        STARTS_PROGRESS_AGAIN("progress_is_told_from_the_beginning_in_words_and_goes_from_0_to_1_and_never_back"),
        SWALLOWS_CANCELLATION("a_cancelled_call_ends_at_once_wherever_it_is_and_the_engine_works_on_for_others"),
        CROSSES_QUANTILES("a_frame_has_the_target_with_its_quantiles_in_order"),
        SKIPS_A_MONTH("each_step_gives_the_frame_of_the_next_month_after_as_of"),
        NEVER_ENDS("after_the_last_month_there_is_no_other"),
        FORGETS_INJECTED_SHOCKS("a_resumed_run_remembers_the_shocks_that_were_injected"),
        GOES_ON_FROM_ELSEWHERE("a_run_that_is_resumed_is_bit_for_bit_the_run_that_was_never_interrupted"),
        TAKES_ANY_CHECKPOINT("a_checkpoint_of_another_request_or_with_damaged_bytes_is_refused"),
        SHOCKS_WHEN_INJECTED("a_shock_that_is_injected_before_its_tick_is_the_same_shock_in_the_request"),
        SHOCKS_THE_PAST("a_shock_for_a_month_that_was_simulated_is_refused_and_changes_nothing"),
        KNOWS_THE_FUTURE("a_hindcast_knows_nothing_that_came_after_its_origin"),
        HINDCASTS_THE_SCENARIO("a_hindcast_is_the_same_whatever_else_is_asked_and_whatever_the_scenario_is"),
        BREAKS_ON_A_BAD_HORIZON("a_horizon_that_is_none_is_refused"),
        BREAKS_ON_A_BAD_ORIGIN("an_origin_that_is_no_month_or_lies_in_the_future_is_refused"),
        BREAKS_ON_BAD_CONFIGURATION("a_mistyped_configuration_is_understood_or_refused_but_never_breaks_the_engine"),
        IGNORES_WHAT_IT_DOES_NOT_KNOW("what_the_data_and_the_population_do_not_have_is_refused");

        final String sentence;

        Flaw(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Flaw flaw;
    private final AtomicInteger asked = new AtomicInteger();

    SmallSimulation(Flaw flaw) {
        this.flaw = flaw;
    }

    private static EngineException refusal(String code, String message) {
        return new EngineException(code, message);
    }

    private void tell(EngineContext context, String phase, double fraction) {
        try {
            if (flaw != Flaw.SAYS_NOTHING) {
                context.progress(phase, flaw == Flaw.STARTS_PROGRESS_AGAIN ? 1 - fraction : fraction);
            }
        } catch (CancelledException e) {
            if (flaw != Flaw.SWALLOWS_CANCELLATION) {
                throw e;
            }
        }
    }

    @Override
    public Provenance provenance() {
        return new Provenance("small simulation", "1");
    }

    @Override
    public boolean models(PredictionTask task, DataPackage data) {
        return data.variable(task.targetVariable()).isPresent();
    }

    @Override
    public SimulationRun start(Request request, EngineContext context) {
        tell(context, "reading", 0);
        check(request);
        return new Run(request, 0, List.of(), last(figures(request.data(), context)));
    }

    private void check(Request request) {
        checkHorizon(request.horizon());
        if (flaw == Flaw.IGNORES_WHAT_IT_DOES_NOT_KNOW) {
            return;
        }
        if (!models(request.task(), request.data())) {
            throw refusal("target_unknown", "The data has no such target.");
        }
        request.variableOverrides().forEach((variable, value) -> {
            checkVariable(request, variable);
            if (!(value instanceof Number)) {
                throw refusal("override_no_number", "An override is a number.");
            }
        });
        request.shocks().forEach(shock -> checkVariable(request, shock.variable()));
        if (!request.populationAdjustments().isEmpty()) {
            throw refusal("dimension_unknown", "The population has no dimensions.");
        }
        paths(request);
    }

    private static void checkVariable(Request request, String variable) {
        if (request.data().variable(variable).isEmpty()) {
            throw refusal("variable_unknown", "The data has no variable " + variable + ".");
        }
    }

    private void checkHorizon(int horizon) {
        if (horizon < 1 || horizon > 600) {
            if (flaw == Flaw.BREAKS_ON_A_BAD_HORIZON) {
                throw new IllegalArgumentException("horizon");
            }
            throw refusal("horizon_out_of_range", "A horizon is from 1 to 600 months.");
        }
    }

    private int paths(Request request) {
        Object paths = request.config().get("paths");
        if (flaw == Flaw.BREAKS_ON_BAD_CONFIGURATION) {
            return Math.toIntExact((Long) Objects.requireNonNull(paths));
        }
        if (request.config().size() == 1 && paths instanceof Long count && count > 0 && count < 100) {
            return count.intValue();
        }
        throw refusal("config_wrong", "The configuration is a number of paths from 1 to 99.");
    }

    private static SortedMap<String, Double> figures(DataPackage data, EngineContext context) {
        var figures = new TreeMap<String, Double>();
        new String(context.read(data.tables().get(0).parquet()), UTF_8)
                .lines()
                .forEach(line -> figures.put(line.substring(0, 7), Double.parseDouble(line.substring(8))));
        return figures;
    }

    private static double last(SortedMap<String, Double> figures) {
        return Objects.requireNonNull(figures.get(figures.lastKey()));
    }

    @Override
    public SimulationRun resume(Request request, byte[] checkpoint, EngineContext context) {
        String text = new String(checkpoint, UTF_8);
        int end = text.indexOf('\n');
        String body = text.substring(end + 1);
        if (flaw != Flaw.TAKES_ANY_CHECKPOINT
                && (end < 0 || !text.substring(0, end).equals(seal(request, body)))) {
            throw refusal("checkpoint_wrong", "The checkpoint is damaged or of another run.");
        }
        String[] words = body.strip().split("\\s+", -1);
        var injected = new ArrayList<Shock>();
        for (int i = 1; i + 2 < words.length; i += 3) {
            injected.add(new Shock(Integer.parseInt(words[i]), words[i + 1], Double.parseDouble(words[i + 2])));
        }
        tell(context, "reading", 0);
        check(request);
        return new Run(
                request,
                Integer.parseInt(words[0]),
                injected,
                last(figures(request.data(), context)) + (flaw == Flaw.GOES_ON_FROM_ELSEWHERE ? 0.1 : 0));
    }

    private static String seal(Request request, String body) {
        return Fingerprint.of(StudioJson.write(StudioJson.toOpen(request)) + body)
                .value();
    }

    @Override
    public List<Hindcast> hindcast(Request request, List<String> origins, int horizon, EngineContext context) {
        tell(context, "looking back", 0);
        checkHorizon(horizon);
        check(request);
        SortedMap<String, Double> figures = figures(request.data(), context);
        var hindcasts = new ArrayList<Hindcast>();
        for (String origin : origins) {
            YearMonth month = month(origin);
            if (!figures.containsKey(origin)) {
                throw refusal("origin_unknown", "The history has no month " + origin + ".");
            }
            double known = flaw == Flaw.KNOWS_THE_FUTURE ? last(figures) : Objects.requireNonNull(figures.get(origin));
            double level = known
                    + (flaw == Flaw.HINDCASTS_THE_SCENARIO ? request.shocks().size() : 0);
            hindcasts.add(new Hindcast(
                    origin,
                    IntStream.rangeClosed(1, horizon)
                            .mapToObj(tick -> month.plusMonths(tick).toString())
                            .toList(),
                    List.of(IntStream.rangeClosed(1, horizon)
                            .mapToObj(tick -> level)
                            .toList())));
        }
        return hindcasts;
    }

    private YearMonth month(String origin) {
        try {
            return YearMonth.parse(origin);
        } catch (DateTimeParseException e) {
            if (flaw == Flaw.BREAKS_ON_A_BAD_ORIGIN) {
                throw e;
            }
            throw new EngineException("origin_wrong", "An origin is a month, but this is " + origin + ".", e);
        }
    }

    private final class Run implements SimulationRun {
        private final Request request;
        private final List<Shock> injected;
        private final double last;
        private final int disturbance = flaw == Flaw.REMEMBERS_WHO_ASKED ? asked.getAndIncrement() : 0;
        private int tick;

        Run(Request request, int tick, List<Shock> injected, double last) {
            this.request = request;
            this.tick = tick;
            this.injected = new ArrayList<>(injected);
            this.last = last;
        }

        @Override
        public int tick() {
            return tick;
        }

        @Override
        public int totalTicks() {
            return request.horizon();
        }

        @Override
        public Frame step(EngineContext context) {
            if (tick >= totalTicks() && flaw != Flaw.NEVER_ENDS) {
                throw new IllegalStateException("All were simulated");
            }
            tell(context, "simulating", tick / (double) totalTicks());
            tick++;
            List<Double> month = Stream.iterate(0, path -> path + 1)
                    .limit(paths(request))
                    .map(path -> value(path, tick))
                    .sorted()
                    .toList();
            boolean crossed = flaw == Flaw.CROSSES_QUANTILES;
            return new Frame(
                    tick,
                    period(flaw == Flaw.SKIPS_A_MONTH && tick > 1 ? tick + 1 : tick),
                    Map.of(
                            "q10",
                            month.get(crossed ? month.size() - 1 : 0),
                            "median",
                            month.get(month.size() / 2),
                            "q90",
                            month.get(crossed ? 0 : month.size() - 1)));
        }

        private String period(int at) {
            return YearMonth.parse(String.valueOf(request.data().asOf()))
                    .plusMonths(at)
                    .toString();
        }

        private double value(int path, int at) {
            long seed = flaw == Flaw.KNOWS_NO_SEED ? 0 : request.seed();
            double luck = new SplittableRandom(seed * 31 + path * 1_000L + at).nextDouble() / 100;
            return last + luck + moved(at) + disturbance;
        }

        private double moved(int at) {
            double moved = 0;
            for (Object value : request.variableOverrides().values()) {
                moved += value instanceof Number number ? number.doubleValue() : 0;
            }
            for (Shock shock : shocks()) {
                moved += shock.tick() <= at ? shock.magnitude() : 0;
            }
            return moved;
        }

        private List<Shock> shocks() {
            return Stream.concat(request.shocks().stream(), injected.stream()).toList();
        }

        @Override
        public void inject(Shock shock) {
            if (shock.tick() <= tick && flaw != Flaw.SHOCKS_THE_PAST) {
                throw refusal("shock_too_late", "The month of the shock is over.");
            }
            checkVariable(request, shock.variable());
            injected.add(
                    flaw == Flaw.SHOCKS_WHEN_INJECTED
                            ? new Shock(tick + 1, shock.variable(), shock.magnitude())
                            : shock);
        }

        @Override
        public byte[] checkpoint() {
            var body = new StringBuilder().append(tick);
            if (flaw != Flaw.FORGETS_INJECTED_SHOCKS) {
                injected.forEach(
                        shock -> body.append(" " + shock.tick() + " " + shock.variable() + " " + shock.magnitude()));
            }
            return (seal(request, body.toString()) + "\n" + body).getBytes(UTF_8);
        }

        @Override
        public @Nullable Outcome outcome() {
            if (tick == 0) {
                return null;
            }
            List<Integer> ticks = IntStream.rangeClosed(1, tick).boxed().toList();
            List<List<Double>> paths = IntStream.range(0, paths(request))
                    .mapToObj(path -> ticks.stream().map(at -> value(path, at)).toList())
                    .toList();
            boolean moved = ticks.stream().anyMatch(at -> moved(at) != 0);
            return new Outcome(
                    ticks.stream().map(this::period).toList(),
                    flaw == Flaw.GIVES_NO_NUMBER
                            ? List.of(ticks.stream().map(at -> Double.NaN).toList())
                            : paths,
                    moved ? ticks.stream().map(this::moved).toList() : List.of(),
                    Map.of(),
                    List.of());
        }
    }
}
