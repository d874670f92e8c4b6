package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Shock;
import io.futureos.studio.testkit.engine.Wire.Resumed;
import io.futureos.studio.testkit.engine.Wire.Standing;
import io.futureos.studio.testkit.engine.Wire.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulation engine by way of a tape. A run is recorded state by state: what a step gives depends on the request, the
 * shocks injected so far and the tick, and on nothing else, so a replayed run may be paused and resumed elsewhere.
 */
final class TapedSimulation implements SimulationEngine {

    private static final String NAME = "simulation";

    private final Tape tape;
    private final Supplier<SimulationEngine> engine;
    private final Map<Wire.Resumption, State> checkpoints = new ConcurrentHashMap<>();

    TapedSimulation(Tape tape, Supplier<SimulationEngine> engine) {
        this.tape = tape;
        this.engine = engine;
    }

    private <R extends Record> R answer(
            String method, Record request, Class<R> type, EngineContext context, Function<EngineContext, R> live) {
        return tape.answer(Question.of(NAME, method, request), type, context, live);
    }

    @Override
    public Provenance provenance() {
        return answer(
                "provenance",
                new Wire.Nothing(),
                Provenance.class,
                Tape.NOWHERE,
                nowhere -> engine.get().provenance());
    }

    @Override
    public boolean models(PredictionTask task, DataPackage data) {
        return answer(
                        "models",
                        new Wire.Modelled(task, data),
                        Wire.Verdict.class,
                        Tape.NOWHERE,
                        nowhere -> new Wire.Verdict(engine.get().models(task, data)))
                .models();
    }

    @Override
    public List<Hindcast> hindcast(Request request, List<String> origins, int horizon, EngineContext context) {
        var asked = new Wire.Hindsight(request, origins, horizon);
        return answer(
                        "hindcast",
                        asked,
                        Wire.Hindcasts.class,
                        context,
                        in -> new Wire.Hindcasts(engine.get().hindcast(request, origins, horizon, in)))
                .hindcasts();
    }

    @Override
    public SimulationRun start(Request request, EngineContext context) {
        var run = new Run();
        Standing standing = answer("start", request, Standing.class, context, in -> {
            run.live = engine.get().start(request, in);
            return run.standing();
        });
        run.total = standing.totalTicks();
        run.state = new State(fingerprint(request), null, List.of(), standing.tick());
        return run;
    }

    @Override
    public SimulationRun resume(Request request, byte[] checkpoint, EngineContext context) {
        var run = new Run();
        var resumption = new Wire.Resumption(fingerprint(request), tape.keep(checkpoint));
        Resumed resumed = answer("resume", resumption, Resumed.class, context, in -> {
            run.live = engine.get().resume(request, checkpoint, in);
            return new Resumed(reached(resumption, run.live.tick()), run.live.totalTicks());
        });
        run.total = resumed.totalTicks();
        run.state = resumed.state();
        return run;
    }

    /** Where a checkpoint leads: to a state that was seen before, or to one that is known by the checkpoint only. */
    private State reached(Wire.Resumption resumption, int tick) {
        State known = checkpoints.get(resumption);
        return known == null ? new State(resumption.request(), resumption.checkpoint(), List.of(), tick) : known;
    }

    private static Fingerprint fingerprint(Request request) {
        return Question.of(NAME, "start", request).fingerprint();
    }

    /** A run whose engine is behind the tape, if it is there at all. */
    private final class Run implements SimulationRun {
        private @Nullable SimulationRun live;
        private int total;
        private State state = new State(Fingerprint.of(""), null, List.of(), 0);

        private SimulationRun live() {
            return java.util.Objects.requireNonNull(live, "a tape that asks the engine started it too");
        }

        Standing standing() {
            return new Standing(live().tick(), live().totalTicks());
        }

        @Override
        public int tick() {
            return state.tick();
        }

        @Override
        public int totalTicks() {
            return total;
        }

        @Override
        public Frame step(EngineContext context) {
            if (tick() >= total) {
                throw new IllegalStateException("All " + total + " ticks were simulated");
            }
            Frame frame = answer("step", state, Frame.class, context, in -> live().step(in));
            state = state.at(tick() + 1);
            return frame;
        }

        @Override
        public void inject(Shock shock) {
            answer("inject", new Wire.Injection(state, shock), Wire.Nothing.class, Tape.NOWHERE, nowhere -> {
                live().inject(shock);
                return new Wire.Nothing();
            });
            state = state.with(shock);
        }

        @Override
        public byte[] checkpoint() {
            Wire.File file = answer(
                    "checkpoint",
                    state,
                    Wire.File.class,
                    Tape.NOWHERE,
                    nowhere -> new Wire.File(tape.keep(live().checkpoint())));
            checkpoints.put(new Wire.Resumption(state.request(), file.content()), state);
            return tape.kept(file.content());
        }

        @Override
        public @Nullable Outcome outcome() {
            return answer(
                            "outcome",
                            state,
                            Wire.Result.class,
                            Tape.NOWHERE,
                            nowhere -> new Wire.Result(live().outcome()))
                    .outcome();
        }
    }
}
