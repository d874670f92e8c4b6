package io.futureos.studio.model;

/** What holds while nobody has said otherwise. Saying it changes nothing then. */
public final class Defaults {

    /** How many households a population has. */
    public static final long POPULATION_SIZE = 10_000;

    /** What the drawing of a population or of a simulation starts from. */
    public static final long SEED = 1;

    private Defaults() {}
}
