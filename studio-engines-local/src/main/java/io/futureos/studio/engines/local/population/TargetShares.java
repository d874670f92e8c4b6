package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.ConfigObject;
import io.futureos.studio.engines.local.config.Spelling;
import java.util.List;
import java.util.Map;

/** Reads the shares that an analyst wants a dimension's categories to have. */
public final class TargetShares {

    private TargetShares() {}

    /**
     * The wanted shares in the order of the categories, summing to 1. If every category is named, the numbers are taken in
     * proportion (so percentages or counts do as well). Categories that are not named share what the named ones leave of 1
     * in their present proportions.
     *
     * @param place where the shares stand, for messages
     * @param categories of the dimension
     * @param present the shares as they are
     * @throws EngineException if a category is unknown, a share is negative, or nothing is left for anybody
     */
    public static double[] read(String place, Map<String, ?> wanted, List<String> categories, double[] present) {
        double[] shares = new double[categories.size()];
        boolean[] named = new boolean[categories.size()];
        double total = 0;
        for (Map.Entry<String, Double> entry :
                new ConfigObject(place, wanted).numbers(0, Double.MAX_VALUE).entrySet()) {
            int category = categories.indexOf(entry.getKey());
            if (category < 0) {
                throw new EngineException(
                        "category_unknown",
                        place + " has no category \"" + entry.getKey() + "\""
                                + Spelling.hint(entry.getKey(), categories) + ".");
            }
            named[category] = true;
            shares[category] = entry.getValue();
        }
        double unnamed = 0;
        for (int i = 0; i < present.length; i++) {
            total += shares[i];
            unnamed += named[i] ? 0 : present[i];
        }
        boolean all = wanted.size() == categories.size();
        boolean proportional = all || unnamed == 0;
        if (proportional ? !(total > 0) : total > 1) {
            throw new EngineException(
                    "shares_invalid",
                    place + " gives " + wanted.size() + " of " + categories.size() + " categories shares that sum to "
                            + total
                            + (all
                                    ? "; at least one must be more than 0."
                                    : "; name all categories, or give the named ones at most 1 together."));
        }
        for (int i = 0; i < shares.length; i++) {
            if (proportional) {
                shares[i] /= total;
            } else if (!named[i]) {
                shares[i] = (1 - total) * present[i] / unnamed;
            }
        }
        return shares;
    }
}
