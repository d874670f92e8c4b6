package io.futureos.studio.engines.local.population;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;

/**
 * A small-world network (Watts and Strogatz, 1998) in which like meets like: the households stand in a ring in the order
 * of the homophily dimensions, chance breaking ties, each linked to the nearest ones; then some links are rewired to
 * anywhere.
 */
final class SmallWorld {

    private static final int ATTEMPTS = 16;

    private final int[] ring;
    private final double perHousehold;
    private final double rewiring;
    private final CounterRandom random;

    private SmallWorld(int[] ring, double meanDegree, double rewiring, CounterRandom random) {
        this.ring = ring;
        this.perHousehold = Math.min(meanDegree, ring.length - 1.0) / 2;
        this.rewiring = rewiring;
        this.random = random;
    }

    /**
     * Links households.
     *
     * @param similarity by household, its place in the order of likeness, at most 2^22
     */
    static Neighbours link(int[] similarity, double meanDegree, double rewiring, CounterRandom random) {
        return new SmallWorld(ring(similarity, random.branch(1)), meanDegree, rewiring, random.branch(2)).link();
    }

    /**
     * How much to rewire for a clustering coefficient, by which a ring whose links each were rewired with probability p has
     * (1 - p)^3 of its own 3 (k - 2) / 4 (k - 1) (Barrat and Weigt, 2000); 0 where even the ring itself has less.
     */
    static double rewiring(double clustering, double meanDegree) {
        double ofRing = meanDegree > 2 ? 3 * (meanDegree - 2) / (4 * (meanDegree - 1)) : 0;
        return clustering >= ofRing ? 0 : 1 - StrictMath.cbrt(clustering / ofRing);
    }

    private static int[] ring(int[] similarity, CounterRandom random) {
        long[] keys = new long[similarity.length];
        for (int household = 0; household < keys.length; household++) {
            keys[household] = (long) similarity[household] << 41 | random.bits(household) >>> 44 << 21 | household;
        }
        Arrays.sort(keys);
        int[] ring = new int[keys.length];
        for (int place = 0; place < ring.length; place++) {
            ring[place] = (int) (keys[place] & 0x1fffff);
        }
        return ring;
    }

    private Neighbours link() {
        int links = links(ring.length);
        int[] targets = new int[links];
        int[] first = new int[ring.length + 1];
        for (int place = 0; place < ring.length; place++) {
            for (int link = links(place); link < links(place + 1); link++) {
                int target = ring[target(place, link - links(place) + 1, link)];
                targets[link] = target;
                first[ring[place] + 1]++;
                first[target + 1]++;
            }
        }
        for (int household = 0; household < ring.length; household++) {
            first[household + 1] += first[household];
        }
        return rows(targets, first);
    }

    /** How many links start at the places before this one: spread evenly when the degree is odd. */
    private int links(int place) {
        return (int) Math.floor(place * perHousehold + 1e-9);
    }

    /** The place that a link leads to: {@code step} further on, or anywhere that the ring's own links do not reach. */
    private int target(int place, int step, int link) {
        int size = ring.length;
        int reach = (int) Math.ceil(perHousehold);
        if (random.uniform(link) < rewiring && size > 2 * reach + 1) {
            CounterRandom anywhere = random.branch(link);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int other = anywhere.below(attempt, size);
                int distance = Math.abs(place - other);
                if (Math.min(distance, size - distance) > reach) {
                    return other;
                }
            }
        }
        return (place + step) % size;
    }

    private Neighbours rows(int[] targets, int[] first) {
        int[] list = new int[first[ring.length]];
        int[] next = first.clone();
        for (int place = 0; place < ring.length; place++) {
            for (int link = links(place); link < links(place + 1); link++) {
                list[next[ring[place]]++] = targets[link];
                list[next[targets[link]]++] = ring[place];
            }
        }
        return withoutTwins(first, list);
    }

    /** Two links may have been rewired to join the same pair; one of them goes. */
    private static Neighbours withoutTwins(int[] first, int[] list) {
        int[] kept = new int[first.length];
        int end = 0;
        for (int household = 0; household + 1 < first.length; household++) {
            Arrays.sort(list, first[household], first[household + 1]);
            int last = -1;
            for (int i = first[household]; i < first[household + 1]; i++) {
                if (list[i] != last && list[i] != household) {
                    last = list[i];
                    list[end++] = last;
                }
            }
            kept[household + 1] = end;
        }
        return new Neighbours(kept, Arrays.copyOf(list, end));
    }
}
