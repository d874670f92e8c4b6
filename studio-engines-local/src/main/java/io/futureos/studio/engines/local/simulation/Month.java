package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;

/**
 * One month of one future: each household buys a car with its hazard, and who buys chooses. The month's share is the mean
 * chance of all households, weighed by how often they buy, instead of a count of purchases; so the size of the town adds no
 * noise of its own. Those who really buy really choose, and their neighbours see it from the next month on.
 */
final class Month {

    private static final int SETTLED = 40;
    private static final double NEAR_ENOUGH = 1e-9;

    private final Town town;
    private final Choice choice;
    private final Fleet fleet;

    Month(Town town, Choice choice, Fleet fleet) {
        this.town = town;
        this.choice = choice;
        this.fleet = fleet;
    }

    /** The share of the month's purchases at this common level of log-odds. */
    double share(double level) {
        return town.share(purchases(level));
    }

    /** By archetype, how many electric cars its households buy on average. */
    double[] purchases(double level) {
        Kinds kinds = town.kinds();
        double odds = Choice.oddsAgainst(level);
        double[] purchases = new double[town.archetypes()];
        for (int kind = 0; kind < kinds.count(); kind++) {
            double electric = electric(odds * choice.own()[kind], kinds.firstCell(kind), kinds.firstCell(kind + 1));
            purchases[town.archetypeOf(kind)] += town.hazard(kind) * electric;
        }
        return purchases;
    }

    /** How many households of these cells would choose electric if all of them bought. */
    private double electric(double odds, int from, int to) {
        int[] households = fleet.households();
        double[] seen = choice.seen();
        double sum = 0;
        for (int cell = from; cell < to; cell++) {
            sum += households[cell] / (1 + odds * seen[cell]);
        }
        return sum;
    }

    /**
     * The common level at which the month's share has these log-odds. The share's log-odds grow with the level, never faster
     * than it, so correcting by what is missing comes nearer; the secant makes it quick.
     */
    double levelFor(double logOdds, double guess) {
        double level = guess;
        double missing = logOdds - LogOdds.of(share(level));
        double step = missing;
        for (int turn = 0; turn < SETTLED && Math.abs(missing) > NEAR_ENOUGH; turn++) {
            level += step;
            double left = logOdds - LogOdds.of(share(level));
            double slope = (missing - left) / step;
            step = slope > 0.1 ? left / slope : left;
            missing = left;
        }
        return level;
    }

    /** Lets each household buy or not, and choose; what neighbours see changes when all have chosen. */
    void choose(double level, CounterRandom random) {
        double odds = Choice.oddsAgainst(level);
        CounterRandom gaps = random.branch(3);
        CounterRandom luck = random.branch(4);
        int[] changing = new int[16];
        int changes = 0;
        long draw = 0;
        int household = -1;
        while (true) {
            int gap = town.gaps().next(gaps.uniform(draw++));
            household += gap == Gaps.NONE ? Gaps.LONGEST : gap;
            if (household >= town.size()) {
                break;
            }
            if (gap != Gaps.NONE && changes(household, odds, luck)) {
                changing = changes == changing.length ? Arrays.copyOf(changing, 2 * changes) : changing;
                changing[changes++] = household;
            }
        }
        for (int i = 0; i < changes; i++) {
            fleet.change(changing[i]);
        }
    }

    /** One draw decides whether a household buys and what, for one that chance gave the highest hazard of all. */
    private boolean changes(int household, double odds, CounterRandom luck) {
        int kind = town.kinds().of(household);
        double hazard = town.hazard(kind);
        double drawn = town.highestHazard() * luck.uniform(household);
        if (drawn >= hazard) {
            return false;
        }
        boolean electric = drawn < hazard * choice.chance(odds, kind, fleet.cell(household));
        return electric != fleet.drivesElectric(household);
    }
}
