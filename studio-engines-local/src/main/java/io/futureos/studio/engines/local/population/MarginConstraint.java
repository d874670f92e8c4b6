package io.futureos.studio.engines.local.population;

/** Cells must sum up to a margin: the classic step of iterative proportional fitting (Deming and Stephan, 1940). */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record MarginConstraint(Margin margin, Projection projection) implements Constraint {

    @Override
    public String name() {
        return margin.name();
    }

    @Override
    public void factors(double[] sums, double[] factors) {
        for (int i = 0; i < sums.length; i++) {
            factors[i] = sums[i] > 0 ? margin.shares()[i] / sums[i] : 0;
        }
    }

    @Override
    public double gap(double[] sums) {
        int worst = worst(sums);
        return Math.abs(sums[worst] - margin.shares()[worst]);
    }

    /** The index of the sum that is farthest from the margin. */
    int worst(double[] sums) {
        int worst = 0;
        for (int i = 1; i < sums.length; i++) {
            if (Math.abs(sums[i] - margin.shares()[i]) > Math.abs(sums[worst] - margin.shares()[worst])) {
                worst = i;
            }
        }
        return worst;
    }
}
