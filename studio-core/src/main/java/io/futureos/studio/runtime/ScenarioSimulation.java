package io.futureos.studio.runtime;

import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.LiveRun;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.RunControl;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.Shock;
import io.futureos.studio.workflow.Inputs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A simulation at work: goes from month to month, and looks in between what people want of it. */
final class ScenarioSimulation {

    private static final Duration RECORDED_EVERY = Duration.ofSeconds(5);

    private final Job job;
    private final Scenario scenario;
    private final SimulationRun run;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<String, Shock> injected = new TreeMap<>();
    private boolean mayStepOnce;
    private Instant recordedAt;

    /** Starts from the first month, or goes on where the run was paused. */
    ScenarioSimulation(Job job, Scenario scenario, SimulationEngine engine, SimulationEngine.Request request) {
        this.job = job;
        this.scenario = scenario;
        this.mayStepOnce = job.ref().task().equals("step");
        this.recordedAt = job.now();
        RunRecord known = goesOnFrom();
        if (known == null || known.checkpoint() == null) {
            run = engine.start(request, job);
            return;
        }
        run = engine.resume(request, job.read(known.checkpoint()), job);
        Recording recording = StudioJson.read(job.read(known.frames()), Recording.class);
        frames.addAll(recording.frames());
        Map<String, Shock> shocks = Cells.injectedShocks(scenario.id()).in(job.latest());
        shocks.keySet().retainAll(recording.injected());
        injected.putAll(shocks);
    }

    /**
     * What was recorded of this run already: before it was paused, or by a worker that is dead now. A new run starts without a
     * record, so whatever there is at a later attempt is the run's own.
     */
    private @Nullable RunRecord goesOnFrom() {
        boolean begun = job.ref().attempt() > 1 || !job.ref().task().equals("run");
        return begun
                ? job.latest()
                        .get(Cells.runRecord(scenario.id()))
                        .filter(record -> record.inputs().equals(job.inputs().fingerprint()))
                        .orElse(null)
                : null;
    }

    /** Simulates until the end, which is true, or until somebody wants a pause. */
    boolean go() {
        while (run.tick() < run.totalTicks()) {
            int next = run.tick() + 1;
            Project now = job.desk()
                    .announce(scenario.id(), job.ref(), new LiveRun(job.ref().id(), next, run.totalTicks()))
                    .project();
            if (now.get(Cells.runControl(scenario.id()))
                            .filter(RunControl.PAUSED::equals)
                            .isPresent()
                    && !mayStepOnce) {
                return false;
            }
            mayStepOnce = false;
            Cells.injectedShocks(scenario.id()).in(now).forEach((id, shock) -> inject(id, shock, next));
            frames.add(run.step(job));
            job.progress("simulated month " + next + " of " + run.totalTicks(), next / (double) run.totalTicks());
            recordNowAndThen();
        }
        return true;
    }

    /** So that others can look at what there is, and a stop leaves it behind. */
    private void recordNowAndThen() {
        Instant now = job.now();
        if (run.tick() < run.totalTicks() && !now.isBefore(recordedAt.plus(RECORDED_EVERY))) {
            recordedAt = now;
            RunRecord soFar = record(job.inputs(), true);
            job.keep(
                    "Recorded the run of scenario \"" + scenario.name() + "\" up to tick " + soFar.tick(),
                    result -> result.recordedSoFar(soFar));
        }
    }

    /**
     * Whoever asked for the shock at another node may not have known how far the run is. What comes too late for its tick hits
     * the next one instead, and that is written down before the tick is computed, so that the run can be repeated.
     */
    private void inject(String id, Shock shock, int next) {
        if (injected.containsKey(id)) {
            return;
        }
        Shock hitting = shock;
        if (shock.tick() < next) {
            hitting = new Shock(next, shock.variable(), shock.magnitude());
            Shock dated = hitting;
            job.keep(
                    "The shock to " + shock.variable() + " came after tick " + shock.tick() + " and hits tick " + next,
                    result -> result.dated(id, dated));
        }
        run.inject(hitting);
        injected.put(id, hitting);
    }

    /** The shocks that were injected, in an order of their own. */
    List<Shock> injected() {
        return List.copyOf(injected.values());
    }

    @Nullable
    Outcome outcome() {
        return run.outcome();
    }

    /** @param unfinished whether the run goes on, now or later */
    RunRecord record(Inputs inputs, boolean unfinished) {
        return new RunRecord(
                run.tick(),
                run.totalTicks(),
                job.storeJson(new Recording(frames, List.copyOf(injected.keySet()))),
                unfinished ? job.store(run.checkpoint()) : null,
                inputs.fingerprint());
    }
}
