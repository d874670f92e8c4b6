package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's world, and beside it, with the same parameters and the same luck, the world without the scenario. The
 * second one is simulated only if the two can differ.
 */
final class LocalRun implements SimulationRun {

    private final Request request;
    private final Reading reading;
    private final Problem problem;
    private final List<Replicate> replicates;
    private final Workers workers;
    private final Trajectory scenario;
    private final boolean otherPeople;
    private final List<Shock> injected = new ArrayList<>();
    private Futures futures;
    private @Nullable Trajectory baseline;

    LocalRun(Request request, Reading reading, Problem problem, List<Replicate> replicates, Workers workers) {
        this.request = request;
        this.reading = reading;
        this.problem = problem;
        this.replicates = replicates;
        this.workers = workers;
        this.futures = reading.futures();
        Town town = reading.scenarioTown();
        this.otherPeople = town != reading.town();
        this.scenario = trajectory(town);
        this.baseline = differs() ? trajectory(reading.town()) : null;
    }

    private Trajectory trajectory(Town town) {
        return new Trajectory(problem, town, replicates, request.horizon(), workers);
    }

    private boolean differs() {
        return otherPeople || futures.moves(request.horizon());
    }

    @Override
    public int tick() {
        return scenario.tick();
    }

    @Override
    public int totalTicks() {
        return request.horizon();
    }

    @Override
    public Frame step(EngineContext context) {
        if (tick() >= totalTicks()) {
            throw new IllegalStateException("All " + totalTicks() + " ticks were simulated");
        }
        scenario.step(futures.deviations(tick() + 1), context, tick() / (double) totalTicks());
        if (baseline != null) {
            catchUp(baseline, context);
        }
        return frame();
    }

    private void catchUp(Trajectory unchanged, EngineContext context) {
        while (unchanged.tick() < tick()) {
            unchanged.step(
                    futures.unchanged().deviations(unchanged.tick() + 1), context, (tick() - 0.5) / totalTicks());
        }
    }

    private Frame frame() {
        double[] month = new double[replicates.size()];
        for (int r = 0; r < month.length; r++) {
            month[r] = scenario.shares()[r][tick() - 1];
        }
        Map<String, Object> values = new LinkedHashMap<>(Sample.summary(month));
        values.put("adopters", Sample.quantile(scenario.adopters(), 0.5));
        var byArchetype = new LinkedHashMap<String, Object>();
        List<String> archetypes = reading.town().households().archetypes();
        double[] shares = scenario.archetypeShares();
        for (int a = 0; a < shares.length; a++) {
            if (!Double.isNaN(shares[a])) {
                byArchetype.put(archetypes.get(a), Sample.rounded(shares[a]));
            }
        }
        values.put("by_archetype", byArchetype);
        return new Frame(tick(), period(tick()), values);
    }

    private String period(int tick) {
        return Months.text(problem.now() + tick);
    }

    @Override
    public void inject(Shock shock) {
        if (shock.tick() <= tick() || shock.tick() > totalTicks()) {
            throw new EngineException(
                    "shock_too_late",
                    "A shock can hit a tick from " + (tick() + 1) + " to " + totalTicks() + ", this one is for tick "
                            + shock.tick() + ".");
        }
        reading.check(shock);
        injected.add(shock);
        var all = new ArrayList<>(futures.shocks());
        all.add(shock);
        futures = futures.with(all);
        if (baseline == null && differs()) {
            baseline = trajectory(reading.town());
        }
    }

    @Override
    public byte[] checkpoint() {
        return new Checkpoint(Checkpoint.fingerprint(request), tick(), injected).toBytes();
    }

    /** Repeats what a run had done when it was interrupted. */
    void repeat(Checkpoint checkpoint, EngineContext context) {
        checkpoint.injected().forEach(this::inject);
        while (tick() < checkpoint.tick()) {
            step(context);
        }
    }

    @Override
    public @Nullable Outcome outcome() {
        if (tick() == 0) {
            return null;
        }
        var periods = new ArrayList<String>();
        for (int tick = 1; tick <= tick(); tick++) {
            periods.add(period(tick));
        }
        return new Outcome(
                periods,
                Sample.paths(scenario.shares(), tick()),
                effect(),
                Findings.parameters(problem, replicates),
                Findings.caveats(problem, request, futures.shocks(), reading));
    }

    private List<Double> effect() {
        var effect = new ArrayList<Double>();
        if (baseline != null) {
            for (int tick = 0; tick < tick(); tick++) {
                double[] differences = new double[replicates.size()];
                for (int r = 0; r < differences.length; r++) {
                    differences[r] = LogOdds.of(scenario.shares()[r][tick]) - LogOdds.of(baseline.shares()[r][tick]);
                }
                effect.add(Sample.quantile(differences, 0.5));
            }
        }
        return effect;
    }
}
