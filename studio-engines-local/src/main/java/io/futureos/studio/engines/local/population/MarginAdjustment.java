package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets margins follow what an analyst changed. A one-way margin is replaced. A two-way margin is re-fitted: the changed
 * dimension takes its new shares, the other one keeps its own, and what ties them together (the odds ratios) stays.
 */
final class MarginAdjustment {

    private final CellSpace space;
    private final Map<Integer, double[]> wanted = new TreeMap<>();

    /** Reads adjustments: by dimension, shares by category. */
    MarginAdjustment(CellSpace space, List<Margin> margins, Map<String, Map<String, Object>> adjustments) {
        this.space = space;
        adjustments.forEach((name, shares) -> {
            String place = "/population/adjustments/" + name;
            int dimension = space.dimension(name, place);
            double[] present = margins.stream()
                    .filter(margin -> margin.covers(dimension))
                    .findFirst()
                    .orElseThrow()
                    .alone(dimension, space);
            wanted.put(
                    dimension,
                    TargetShares.read(place, shares, space.dimension(dimension).categories(), present));
        });
    }

    Margin adjusted(Margin margin) {
        if (wanted.keySet().stream().noneMatch(margin::covers)) {
            return margin;
        }
        if (margin.dimensions().length == 1) {
            return new Margin(margin.name(), margin.dimensions(), shares(margin, margin.dimensions()[0]));
        }
        var own = new CellSpace(
                List.of(space.dimension(margin.dimensions()[0]), space.dimension(margin.dimensions()[1])));
        var constraints = new ArrayList<Constraint>();
        for (int position = 0; position < 2; position++) {
            double[] shares = shares(margin, margin.dimensions()[position]);
            var single = new Margin(own.dimension(position).name(), new int[] {position}, shares);
            constraints.add(new MarginConstraint(single, own.projection(position)));
        }
        ProportionalFitting.Fitted fitted =
                ProportionalFitting.fit(margin.shares().clone(), constraints);
        if (!fitted.converged()) {
            throw new EngineException(
                    "adjustment_impossible",
                    "Margin \"" + margin.name() + "\" can't follow the adjusted shares: it misses them by "
                            + fitted.worst() + ", for it has categories without any household.");
        }
        return new Margin(margin.name(), margin.dimensions(), fitted.weights());
    }

    private double[] shares(Margin margin, int dimension) {
        double[] changed = wanted.get(dimension);
        return changed == null ? margin.alone(dimension, space) : changed;
    }
}
