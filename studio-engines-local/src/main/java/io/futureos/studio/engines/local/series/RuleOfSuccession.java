package io.futureos.studio.engines.local.series;

/**
 * How long what has lasted goes on. Each month it ends with the probability that the rule of succession gives to what never
 * happened (Laplace, 1814), so that it lasts as long again with even odds: a trend is not carried far beyond what was seen
 * of it.
 */
public final class RuleOfSuccession {

    private RuleOfSuccession() {}

    /**
     * How many months more.
     *
     * @param lasted months so far
     * @param luck even in 0 (included) to 1
     */
    public static int monthsMore(int lasted, double luck) {
        return (int) Math.min(Integer.MAX_VALUE, (lasted + 1) * luck / (1 - luck));
    }
}
