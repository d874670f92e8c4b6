package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.Months;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * All replicates of one world, in lockstep, month by month. Every draw belongs to a replicate, a month and a purpose, so
 * another world with the same seed meets the same luck.
 */
final class Trajectory {

    private static final int REPORT_EVERY = 10;

    /**
     * Degrees of freedom of a month's noise: registrations have outliers, such as a rush before a tax rises. Its standard
     * deviation is the one that the history taught.
     */
    private static final int TAIL = 5;

    private static final double STANDARD = Math.sqrt((TAIL - 2.0) / TAIL);

    private final Problem problem;
    private final List<Replicate> replicates;
    private final Workers workers;
    private final double[] levels;
    private final double[] trends;
    private final Town town;
    private final TownLife[] lives;
    private final double[][] shares;
    private int tick;

    /**
     * A world at as-of.
     *
     * @param town the problem's own, or one that a scenario changed
     */
    Trajectory(Problem problem, Town town, List<Replicate> replicates, int ticks, Workers workers) {
        this.problem = problem;
        this.town = town;
        this.replicates = replicates;
        this.workers = workers;
        this.levels = replicates.stream().mapToDouble(Replicate::level).toArray();
        this.trends = replicates.stream().mapToDouble(Replicate::trend).toArray();
        this.lives = new TownLife[replicates.size()];
        this.shares = new double[replicates.size()][ticks];
        settle();
    }

    /** Lets the replicates begin where their histories ended; many share one. */
    private void settle() {
        var ends = new IdentityHashMap<LivedHistory, Settled>();
        for (int r = 0; r < lives.length; r++) {
            Replicate replicate = replicates.get(r);
            Settled end = ends.computeIfAbsent(
                    replicate.history(),
                    history -> new Settled(history.fleet().in(town), Choice.seen(town, history.imitation())));
            Choice choice = Choice.of(town, replicate.slopes(), end.seen());
            lives[r] = new TownLife(town, choice, end.fleet().copy(), luck(r));
        }
    }

    private CounterRandom luck(int replicate) {
        return problem.random().branch(replicate);
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
    private record Settled(Fleet fleet, double[] seen) {}

    int tick() {
        return tick;
    }

    /** By replicate and month, the simulated shares; zero where not simulated yet. */
    double[][] shares() {
        return shares;
    }

    /** Simulates the next month with the drivers so far from what held at as-of. */
    void step(double[] deviations, EngineContext context, double done) {
        String phase = "simulating " + Months.text(problem.now() + tick + 1);
        workers.each(replicates.size(), reporting(() -> context.progress(phase, done)), r -> step(r, deviations));
        tick++;
    }

    private static Runnable reporting(Runnable report) {
        int[] calls = new int[1];
        return () -> {
            if (calls[0]++ % REPORT_EVERY == 0) {
                report.run();
            }
        };
    }

    private void step(int r, double[] deviations) {
        Replicate replicate = replicates.get(r);
        int month = problem.now() + tick + 1;
        CounterRandom random = luck(r).branch(month);
        Dynamics dynamics = replicate.dynamics();
        if (tick == replicate.trendLasts()) {
            trends[r] = 0;
        }
        levels[r] += trends[r] + dynamics.unrest() * random.normal(0);
        trends[r] = dynamics.damping() * trends[r] + dynamics.bend() * random.normal(1);
        double noise = dynamics.noise() * STANDARD * random.student(2, TAIL);
        double level = levels[r] + replicate.season(month) + noise;
        for (int d = 0; d < deviations.length; d++) {
            level += replicate.effects()[d] * deviations[d];
        }
        shares[r][tick] = lives[r].live(month, level);
    }

    /** By archetype, the mean share of the last month; NaN if its households never buy. */
    double[] archetypeShares() {
        double[] means = new double[town.archetypes()];
        for (TownLife life : lives) {
            double[] purchases = life.purchases();
            for (int archetype = 0; archetype < means.length; archetype++) {
                means[archetype] += purchases[archetype] / lives.length;
            }
        }
        for (int archetype = 0; archetype < means.length; archetype++) {
            means[archetype] = town.share(archetype, means[archetype]);
        }
        return means;
    }

    /** By replicate, the share of all households that drive electric. */
    double[] adopters() {
        return Arrays.stream(lives).mapToDouble(TownLife::adopters).toArray();
    }
}
