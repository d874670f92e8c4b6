package io.futureos.studio.engines.local.population;

/** Something that the fitted cells must meet, stated on the sums of cells that share an index. */
interface Constraint {

    String name();

    Projection projection();

    /** By sum, what to multiply its cells by so that this constraint is met with the least change (in relative entropy). */
    void factors(double[] sums, double[] factors);

    /** How far these sums are from being met, as a share of the households. */
    double gap(double[] sums);
}
