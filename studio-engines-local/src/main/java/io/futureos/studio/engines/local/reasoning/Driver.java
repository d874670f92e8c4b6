package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;

/**
 * Another monthly variable, as it was known at the end of each month: how far its last three months were from the year before
 * them, in spreads of what that usually was.
 */
final class Driver {

    private static final int RECENT = 3;
    private static final int YEAR = 12;
    private static final double FARTHEST = 3;

    /** A link counts if it is this many standard errors from none, which chance passes once in a hundred times. */
    private static final double LINKED = 2.6;

    private static final double LEAST_INDEPENDENT = 8;

    private final Variable variable;
    private final int from;
    private final double[] moves;

    Driver(Variable variable, MonthlySeries series, int from, int to) {
        this.variable = variable;
        this.from = from;
        this.moves = new double[Math.max(0, to - from + 1)];
        double squares = 0;
        int count = 0;
        for (int i = 0; i < moves.length; i++) {
            double move = series.first() > from + i ? Double.NaN : move(series.upTo(from + i));
            if (!Double.isNaN(move)) {
                squares += move * move;
                count++;
            }
            double usual = count == 0 ? 0 : Math.sqrt(squares / count);
            moves[i] = Double.isNaN(move) || usual == 0 ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, move / usual));
        }
    }

    private double move(MonthlySeries known) {
        if (known.known() < YEAR) {
            return Double.NaN;
        }
        Scale scale = Scale.fitting(variable, known);
        return mean(known, scale, known.last() - RECENT + 1, known.last())
                - mean(known, scale, known.last() - RECENT - YEAR + 1, known.last() - RECENT);
    }

    private static double mean(MonthlySeries series, Scale scale, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int month = from; month <= to; month++) {
            if (series.knows(month)) {
                sum += scale.forward(series.at(month));
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    Variable variable() {
        return variable;
    }

    /** The move that was seen at the end of a month; 0 if too little was known. */
    double move(int month) {
        return moves[month - from];
    }

    /** Whether by the end of {@code month} its moves were seen to go before errors of the usual. */
    boolean isLinked(Track track, int month) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        int[] known = track.known(month);
        for (int origin : known) {
            xx += move(origin) * move(origin);
            yy += track.error(origin) * track.error(origin);
            xy += move(origin) * track.error(origin);
        }
        double independent = track.independent(month);
        if (independent < LEAST_INDEPENDENT || xx == 0 || yy == 0) {
            return false;
        }
        double share = Math.min(1 - 1e-9, xy * xy / (xx * yy));
        return share / (1 - share) * (independent - 2) > LINKED * LINKED;
    }
}
