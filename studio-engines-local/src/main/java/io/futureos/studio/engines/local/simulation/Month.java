package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.random.CounterRandom;

/**
 * One month of one town: who buys, and what they choose. The month's share is the mean chance over a panel of buyers
 * instead of a count of their choices, so that the size of the town adds no noise of its own; a few buyers, as many as the
 * purchase rate says, then really choose, and their neighbours see it.
 */
final class Month {

    private static final int SETTLED = 40;

    private final Town town;
    private final CounterRandom random;
    private final int[] panel;
    private final double[] leaning;

    /**
     * A month before anybody chose.
     *
     * @param electric the households whose last choice was electric, as bits
     * @param panelSize how many buyers to ask
     */
    Month(Town town, CounterRandom random, long[] electric, double[] slopes, double imitation, int panelSize) {
        this.town = town;
        this.random = random;
        this.panel = new int[panelSize];
        this.leaning = new double[panelSize];
        double start = random.uniform(0);
        for (int i = 0; i < panelSize; i++) {
            panel[i] = town.buyer((i + start) / panelSize);
            leaning[i] = leaning(panel[i], electric, slopes, imitation);
        }
    }

    private double leaning(int household, long[] electric, double[] slopes, double imitation) {
        double seen = imitation == 0 ? 0 : imitation * town.neighbours(household, electric);
        return seen + town.taste(household, slopes);
    }

    /** The share of the month's purchases at this common level of log-odds. */
    double share(double level) {
        double sum = 0;
        for (double own : leaning) {
            sum += LogOdds.share(level + own);
        }
        return sum / leaning.length;
    }

    /** The share by archetype: adds each buyer's chance to {@code sums} and one to {@code counts}. */
    void addByArchetype(double level, double[] sums, int[] counts) {
        for (int i = 0; i < panel.length; i++) {
            int archetype = town.archetypeOf(panel[i]);
            sums[archetype] += LogOdds.share(level + leaning[i]);
            counts[archetype]++;
        }
    }

    /** The common level at which the month's share has these log-odds; each turn corrects by what is still missing. */
    double levelFor(double logOdds) {
        double level = logOdds;
        for (int turn = 0; turn < SETTLED; turn++) {
            double missing = logOdds - LogOdds.of(share(level));
            level += missing;
            if (Math.abs(missing) < 1e-9) {
                break;
            }
        }
        return level;
    }

    /** Lets the buyers choose; {@code electric} is changed after all have chosen. */
    void choose(double level, long[] electric, double[] slopes, double imitation, double rate) {
        double expected = rate * town.size();
        double start = random.uniform(1);
        int buyers = (int) Math.floor(expected + start);
        int[] chosen = new int[buyers];
        for (int i = 0; i < buyers; i++) {
            int household = town.buyer((i + random.uniform(2)) / buyers);
            double chance = LogOdds.share(level + leaning(household, electric, slopes, imitation));
            chosen[i] = random.uniform(3 + i) < chance ? household : ~household;
        }
        for (int choice : chosen) {
            int household = choice < 0 ? ~choice : choice;
            long bit = 1L << household;
            electric[household >> 6] = choice < 0 ? electric[household >> 6] & ~bit : electric[household >> 6] | bit;
        }
    }
}
