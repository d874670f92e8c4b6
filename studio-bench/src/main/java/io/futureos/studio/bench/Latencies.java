package io.futureos.studio.bench;

import java.time.Duration;
import java.util.Arrays;

/** Times that something took, in microseconds. Safe for use by several threads. */
final class Latencies {

    private long[] micros = new long[1 << 16];
    private int count;

    synchronized void add(Duration took) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * count);
        }
        micros[count++] = Math.max(0, took.toNanos() / 1_000);
    }

    synchronized void addAll(Latencies others) {
        long[] theirs = others.sorted();
        long[] all = Arrays.copyOf(micros, Math.max(1, count + theirs.length));
        System.arraycopy(theirs, 0, all, count, theirs.length);
        micros = all;
        count += theirs.length;
    }

    /** The time in milliseconds that this share of all took at most. */
    double quantile(double share) {
        long[] sorted = sorted();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e3;
    }

    private synchronized long[] sorted() {
        long[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
