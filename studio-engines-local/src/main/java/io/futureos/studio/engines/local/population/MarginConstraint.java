package io.futureos.studio.engines.local.population;

/** Cells must sum up to a margin: the classic step of iterative proportional fitting (Deming and Stephan, 1940). */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record MarginConstraint(Margin margin, int[] projection) implements Constraint {

    @Override
    public String name() {
        return margin.name();
    }

    @Override
    public int sums() {
        return margin.shares().length;
    }

    @Override
    public void factors(double[] sums, double[] factors) {
        for (int i = 0; i < sums.length; i++) {
            factors[i] = sums[i] > 0 ? margin.shares()[i] / sums[i] : 0;
        }
    }

    @Override
    public double gap(double[] sums) {
        double worst = 0;
        for (int i = 0; i < sums.length; i++) {
            worst = Math.max(worst, Math.abs(sums[i] - margin.shares()[i]));
        }
        return worst;
    }
}
