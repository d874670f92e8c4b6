package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engines.local.series.Months;
import java.util.List;

/**
 * All replicates of one world, in lockstep, month by month. Every draw belongs to a replicate, a month and a purpose, so
 * another world with the same seed meets the same luck.
 */
final class Trajectory {

    private static final int REPORT_EVERY = 10;

    /**
     * Degrees of freedom of a month's noise. Registrations have outliers, such as a rush before a tax rises, and with
     * normal noise too many past months fell outside their intervals.
     */
    private static final int TAIL = 5;

    private final Problem problem;
    private final Town town;
    private final List<Replicate> replicates;
    private final int panel;
    private final double[] levels;
    private final double[] trends;
    private final long[][] electric;
    private final double[][] shares;
    private int tick;
    private double[] archetypeShares = {};

    /**
     * A world at as-of.
     *
     * @param town the problem's own, or one that a scenario changed
     * @param panel how many buyers to ask each month
     */
    Trajectory(Problem problem, Town town, List<Replicate> replicates, int ticks, int panel) {
        this.problem = problem;
        this.town = town;
        this.replicates = replicates;
        this.panel = panel;
        this.levels = replicates.stream().mapToDouble(Replicate::level).toArray();
        this.trends = replicates.stream().mapToDouble(Replicate::trend).toArray();
        this.electric = replicates.stream()
                .map(replicate -> replicate.history().electric().clone())
                .toArray(long[][]::new);
        this.shares = new double[replicates.size()][ticks];
    }

    int tick() {
        return tick;
    }

    /** By replicate and month, the simulated shares; zero where not simulated yet. */
    double[][] shares() {
        return shares;
    }

    /** Simulates the next month with the drivers so far from what held at as-of. */
    void step(double[] deviations, EngineContext context, double done) {
        int archetypes = town.households().archetypes().size();
        double[] sums = new double[archetypes];
        int[] counts = new int[archetypes];
        for (int r = 0; r < replicates.size(); r++) {
            if (r % REPORT_EVERY == 0) {
                context.progress("simulating " + Months.text(problem.now() + tick + 1), done);
            }
            step(r, deviations, sums, counts);
        }
        archetypeShares = new double[archetypes];
        for (int a = 0; a < archetypes; a++) {
            archetypeShares[a] = counts[a] == 0 ? Double.NaN : sums[a] / counts[a];
        }
        tick++;
    }

    private void step(int r, double[] deviations, double[] sums, int[] counts) {
        Replicate replicate = replicates.get(r);
        int month = problem.now() + tick + 1;
        var random = problem.random().branch(r).branch(month);
        levels[r] += trends[r] + replicate.unrest() * random.normal(0);
        trends[r] += LevelFilter.BEND * random.normal(1);
        double level = levels[r] + replicate.season(month) + replicate.noise() * random.student(2, TAIL);
        for (int d = 0; d < deviations.length; d++) {
            level += replicate.effects()[d] * deviations[d];
        }
        var now = new Month(town, random.branch(1), electric[r], replicate.slopes(), replicate.imitation(), panel);
        shares[r][tick] = now.share(level);
        now.addByArchetype(level, sums, counts);
        now.choose(level, electric[r], replicate.slopes(), replicate.imitation(), problem.purchaseRate());
    }

    /** By archetype, the mean share of the last month; NaN if none of them was asked. */
    double[] archetypeShares() {
        return archetypeShares;
    }

    /** By replicate, the share of all households whose last choice was electric. */
    double[] adopters() {
        double[] adopters = new double[electric.length];
        for (int r = 0; r < adopters.length; r++) {
            long count = 0;
            for (long word : electric[r]) {
                count += Long.bitCount(word);
            }
            adopters[r] = count / (double) town.size();
        }
        return adopters;
    }
}
