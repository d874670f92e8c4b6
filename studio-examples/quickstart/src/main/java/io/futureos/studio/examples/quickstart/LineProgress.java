package io.futureos.studio.examples.quickstart;

import java.io.PrintStream;

/** A line when something begins and a line when it is done, for logs and pipes. */
final class LineProgress implements Progress {

    private final PrintStream out;
    private final int steps;
    private int step;
    private Stopwatch watch = new Stopwatch();

    LineProgress(PrintStream out, int steps) {
        this.out = out;
        this.steps = steps;
    }

    @Override
    public synchronized void begin(String name) {
        watch = new Stopwatch();
        out.println("[" + ++step + "/" + steps + "] " + name + " ...");
    }

    @Override
    public void at(String phase, double fraction) {
        // A log needs no more than begin and end.
    }

    @Override
    public synchronized void done(String summary) {
        out.println("      " + summary + " (" + watch + ")");
    }

    @Override
    public void abandon() {
        // Every line is complete already.
    }
}
