package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.SeriesReader;
import org.jspecify.annotations.Nullable;

/**
 * A share month by month.
 *
 * @param choices how many single choices each month's share rests on; null where unknown
 */
record ShareHistory(MonthlySeries shares, @Nullable MonthlySeries choices) {

    /** Shares that rest on an unknown number of choices count as resting on this many. */
    private static final double CHOICES_IF_UNKNOWN = 1000;

    /**
     * The history of a variable.
     *
     * @throws EngineException {@code share_out_of_range} if a figure is not between 0 and 1
     */
    static ShareHistory read(Variable variable, SeriesReader reader) {
        MonthlySeries shares = reader.series(variable);
        for (int month = shares.first(); month <= shares.last(); month++) {
            if (shares.at(month) < 0 || shares.at(month) > 1) {
                throw new EngineException(
                        "share_out_of_range",
                        "Variable \"" + variable.name() + "\" is " + shares.at(month) + " in " + Months.text(month)
                                + "; a share lies from 0 to 1.");
            }
        }
        String denominator = variable.denominator();
        return new ShareHistory(shares, denominator == null ? null : reader.column(variable, denominator));
    }

    int first() {
        return shares.first();
    }

    int size() {
        return shares.size();
    }

    /** How many months are known. */
    int known() {
        return shares.known();
    }

    /** The history as it was known at the end of a month. */
    ShareHistory upTo(int month) {
        return new ShareHistory(shares.upTo(month), choices);
    }

    /** The log-odds of a month, drawn in a little from 0 and 1 as if half a choice more had gone either way; NaN if missing. */
    double logOdds(int month) {
        double share = shares.at(month);
        double count = choices == null || !choices.knows(month) ? CHOICES_IF_UNKNOWN : choices.at(month);
        return Double.isNaN(share) ? Double.NaN : LogOdds.of((share * count + 0.5) / (count + 1));
    }
}
