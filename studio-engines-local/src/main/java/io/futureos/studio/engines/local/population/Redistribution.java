package io.futureos.studio.engines.local.population;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;

/**
 * Gives some households new categories so that a dimension shows wanted shares. Households keep their order: whoever
 * stood higher before does not stand lower afterwards, so that what the dimension goes along with, it still goes along
 * with. Ties are broken by chance, which depends on the seed only.
 */
public final class Redistribution {

    private Redistribution() {}

    /**
     * New categories for these households.
     *
     * @param categories by household, the present category; not changed
     * @param who the households to look at, in ascending order
     * @param shares wanted, by category, summing to 1
     * @return by household, the category afterwards; households not in {@code who} keep theirs
     */
    public static byte[] apply(byte[] categories, int[] who, double[] shares, CounterRandom random) {
        long[] order = new long[who.length];
        for (int i = 0; i < who.length; i++) {
            long chance = random.bits(who[i]) >>> 32;
            order[i] = (long) (categories[who[i]] & 0xff) << 53 | chance << 21 | i;
        }
        Arrays.sort(order);
        byte[] changed = categories.clone();
        double boundary = shares[0] * who.length;
        int category = 0;
        for (int i = 0; i < order.length; i++) {
            while (i + 0.5 > boundary && category < shares.length - 1) {
                category++;
                boundary += shares[category] * who.length;
            }
            changed[who[(int) (order[i] & 0x1fffff)]] = (byte) category;
        }
        return changed;
    }
}
