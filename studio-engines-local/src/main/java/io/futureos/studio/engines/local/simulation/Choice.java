package io.futureos.studio.engines.local.simulation;

/**
 * How the households of one future choose. At a common level of log-odds a household chooses electric with the chance
 *
 * <pre>
 *   1 / (1 + exp(-level) * own[kind] * seen[cell])
 * </pre>
 *
 * <p>with {@code own = exp(-taste)} and {@code seen = exp(-imitation * share of electric neighbours)}: the logit of their sum,
 * of which a product and a division are left for each cell. Never changes.
 *
 * @param own by kind
 * @param seen by cell; shared by futures of the same imitation
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record Choice(double[] own, double[] seen) {

    /** Beyond these log-odds nothing changes any more that could be seen, and no exponential overflows. */
    private static final double FARTHEST = 200;

    static Choice of(Town town, double[] slopes, double[] seen) {
        Kinds kinds = town.kinds();
        double[] own = new double[kinds.count()];
        for (int kind = 0; kind < own.length; kind++) {
            own[kind] = oddsAgainst(town.taste(kinds.example(kind), slopes));
        }
        return new Choice(own, seen);
    }

    /** By cell, what neighbours do to the odds against electric. */
    static double[] seen(Town town, double imitation) {
        Kinds kinds = town.kinds();
        double[] seen = new double[kinds.cells()];
        for (int kind = 0; kind < kinds.count(); kind++) {
            int degree = kinds.degree(kind);
            for (int electric = 0; electric <= degree; electric++) {
                double share = degree == 0 ? 0 : electric / (double) degree;
                seen[kinds.firstCell(kind) + electric] = oddsAgainst(imitation * share);
            }
        }
        return seen;
    }

    static double oddsAgainst(double logOdds) {
        return StrictMath.exp(-Math.max(-FARTHEST, Math.min(FARTHEST, logOdds)));
    }

    double chance(double odds, int kind, int cell) {
        return 1 / (1 + odds * own[kind] * seen[cell]);
    }
}
