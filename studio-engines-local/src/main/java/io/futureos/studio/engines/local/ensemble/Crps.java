package io.futureos.studio.engines.local.ensemble;

/**
 * The continuous ranked probability score of a sample, E|X - y| - E|X - X'| / 2 (Gneiting and Raftery, 2007), in the
 * target's unit. Smaller is better; for a single value it is the absolute error.
 */
final class Crps {

    private Crps() {}

    static double of(double[] sorted, double outcome) {
        return meanDistance(sorted, outcome) - meanDistance(sorted, sorted) / 2;
    }

    /** E|X - y|. */
    static double meanDistance(double[] sample, double point) {
        double sum = 0;
        for (double value : sample) {
            sum += Math.abs(value - point);
        }
        return sum / sample.length;
    }

    /** E|X - Y| of two independent draws, one from each sorted sample. */
    static double meanDistance(double[] sortedX, double[] sortedY) {
        // Integrates F(1 - G) + G(1 - F) from one value of either sample to the next.
        double sum = 0;
        int i = 0;
        int j = 0;
        double before = Math.min(sortedX[0], sortedY[0]);
        while (i < sortedX.length || j < sortedY.length) {
            boolean takeX = j == sortedY.length || (i < sortedX.length && sortedX[i] <= sortedY[j]);
            double here = takeX ? sortedX[i] : sortedY[j];
            double f = (double) i / sortedX.length;
            double g = (double) j / sortedY.length;
            sum += (here - before) * (f * (1 - g) + g * (1 - f));
            before = here;
            if (takeX) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
