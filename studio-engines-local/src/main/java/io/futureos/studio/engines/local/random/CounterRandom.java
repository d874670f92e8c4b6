package io.futureos.studio.engines.local.random;

/**
 * A random function from positions to numbers: the value at a position depends on the seed, the branches taken and the
 * position, and on nothing drawn before. The mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", 2014, with Stafford's constants, variant 13). Immutable.
 */
public final class CounterRandom {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private final long key;

    public CounterRandom(long seed) {
        this.key = mixed(seed + GOLDEN_GAMMA);
    }

    /** An independent random function for a part of the work, for example one replicate or one month. */
    public CounterRandom branch(long part) {
        return new CounterRandom(key ^ mixed(part * GOLDEN_GAMMA + 1));
    }

    /** 64 random bits. */
    public long bits(long position) {
        return mixed(key + (position + 1) * GOLDEN_GAMMA);
    }

    /** Uniform in [0, 1). */
    public double uniform(long position) {
        return (bits(position) >>> 11) * UNIT;
    }

    /** Uniform among 0 to {@code bound - 1}; biased by less than {@code bound / 2^53}. */
    public int below(long position, int bound) {
        return (int) (uniform(position) * bound);
    }

    /** Standard normal, by Box and Muller's transform; the same on every machine. */
    public double normal(long position) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(2 * position)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(2 * position + 1));
    }

    /**
     * Student's t with this many degrees of freedom: like a normal, but with more surprises. A normal over the root of a
     * mean of squared ones.
     */
    public double student(long position, int degrees) {
        CounterRandom own = branch(position);
        double squares = 0;
        for (int i = 1; i <= degrees; i++) {
            double normal = own.normal(i);
            squares += normal * normal;
        }
        return own.normal(0) / Math.sqrt(squares / degrees);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
