package io.futureos.studio.examples.quickstart;

import java.util.Locale;

/** Measures how long something takes. */
final class Stopwatch {

    private final long start = System.nanoTime();

    /** The time since it was made, for people. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
