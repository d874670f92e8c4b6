package io.futureos.studio.examples.quickstart;

import java.io.PrintStream;

/** Shows how far the walk is. Safe for use by several threads. */
interface Progress {

    /** Something begins that takes a while. */
    void begin(String name);

    /**
     * How far it is.
     *
     * @param phase what is being done, in a few words
     * @param fraction done, from 0 to 1
     */
    void at(String phase, double fraction);

    /** It is done. */
    void done(String summary);

    /** It will not be done: leaves the screen so that a message can follow. */
    void abandon();

    /** The progress that suits the screen. */
    static Progress on(Terminal terminal, PrintStream out, int steps) {
        return terminal.redraws() ? new BarProgress(terminal, out, steps) : new LineProgress(out, steps);
    }
}
