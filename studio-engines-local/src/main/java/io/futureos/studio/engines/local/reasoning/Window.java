package io.futureos.studio.engines.local.reasoning;

/**
 * Months ahead, counted from where somebody stands: 1 is the next month.
 *
 * @param first of them
 * @param last of them, at whose end an outcome is known
 */
record Window(int first, int last) {

    static Window month(int ahead) {
        return new Window(ahead, ahead);
    }

    /** How far ahead its middle is. */
    double middle() {
        return (first + last) / 2.0;
    }
}
