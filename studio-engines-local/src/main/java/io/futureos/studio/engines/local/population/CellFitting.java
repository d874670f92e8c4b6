package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.population.ProportionalFitting.Fitted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Fits the cells to all margins and as much of the profiles of means as the margins allow. */
final class CellFitting {

    private final CellSpace space;
    private final List<Margin> margins;
    private final List<Profile> profiles;
    private final List<int[]> groups;

    CellFitting(CellSpace space, List<Margin> margins, List<Profile> profiles) {
        this.space = space;
        this.margins = margins;
        this.profiles = profiles;
        var tied = new TiedDimensions(space.dimensions().size());
        margins.forEach(margin -> tied.tie(margin.dimensions()));
        profiles.forEach(profile -> tied.tie(profile.by(), profile.of()));
        this.groups = tied.groups();
    }

    /**
     * Fits with the profiles' full spread if that is possible, else with the largest tenth of it that is.
     *
     * @throws EngineException if the margins by themselves can't be met
     */
    Result fit() {
        MarginConsistency.check(margins, space);
        int tenths = profiles.isEmpty() ? 0 : 10;
        while (true) {
            List<Constraint> constraints = constraints(tenths / 10.0);
            Fitted fitted = fitted(tenths / 10.0, constraints);
            if (fitted.converged()) {
                return new Result(
                        fitted,
                        constraints,
                        tenths == 10 || profiles.isEmpty() ? List.of() : List.of(flattened(tenths)));
            }
            if (tenths == 0) {
                throw contradiction(constraints, fitted);
            }
            tenths--;
        }
    }

    /** Fits group by group, and multiplies. */
    private Fitted fitted(double spread, List<Constraint> constraints) {
        double[] weights = new double[space.cells()];
        Arrays.fill(weights, 1);
        int sweeps = 0;
        for (int[] group : groups) {
            CellSpace part = space.of(group);
            Fitted fitted = ProportionalFitting.fit(part.cells(), constraints(spread, part, group));
            space.projection(group).scale(weights, fitted.weights());
            sweeps = Math.max(sweeps, fitted.sweeps());
        }
        return new Fitted(weights, sweeps, ProportionalFitting.gaps(constraints, weights));
    }

    private List<Constraint> constraints(double spread) {
        int[] all = IntStream.range(0, space.dimensions().size()).toArray();
        return constraints(spread, space, all);
    }

    /** What concerns a group, in its own space. */
    private List<Constraint> constraints(double spread, CellSpace part, int[] group) {
        var constraints = new ArrayList<Constraint>();
        for (Margin margin : margins) {
            int[] own = within(group, margin.dimensions());
            if (own[0] >= 0) {
                constraints.add(new MarginConstraint(margin, part.projection(own)));
            }
        }
        for (Profile profile : profiles) {
            int[] own = within(group, profile.by(), profile.of());
            if (own[0] >= 0) {
                constraints.add(mean(profile, spread, part.projection(own)));
            }
        }
        return constraints;
    }

    /** Where these dimensions stand in a group; negative for those outside. */
    private static int[] within(int[] group, int... dimensions) {
        return Arrays.stream(dimensions)
                .map(dimension -> Arrays.binarySearch(group, dimension))
                .toArray();
    }

    private MeanConstraint mean(Profile profile, double spread, Projection projection) {
        double[] shares = alone(profile.of());
        double mean = 0;
        for (int category = 0; category < shares.length; category++) {
            mean += shares[category] * profile.levels()[category];
        }
        double[] means = MeanConstraint.scaled(profile.values(), alone(profile.by()), mean, spread);
        return new MeanConstraint(profile.name(), profile.levels(), means, projection);
    }

    private double[] alone(int dimension) {
        return margins.stream()
                .filter(margin -> margin.covers(dimension))
                .findFirst()
                .orElseThrow()
                .alone(dimension, space);
    }

    private String flattened(int tenths) {
        List<String> names = profiles.stream().map(Profile::name).toList();
        return "The margins leave no room for the full spread of " + String.join(" and ", names)
                + "; the population has " + tenths * 10 + " % of it.";
    }

    private EngineException contradiction(List<Constraint> constraints, Fitted fitted) {
        var open = new ArrayList<String>();
        for (int i = 0; i < constraints.size(); i++) {
            if (fitted.gaps()[i] > ProportionalFitting.TOLERANCE) {
                open.add(missed(constraints.get(i), fitted.weights(), fitted.gaps()[i]));
            }
        }
        return new EngineException(
                "margins_contradict",
                "No population meets all margins at once: after " + fitted.sweeps() + " sweeps these are still missed: "
                        + String.join("; ", open) + ".");
    }

    private String missed(Constraint constraint, double[] weights, double gap) {
        if (!(constraint instanceof MarginConstraint missed)) {
            return String.format(Locale.ROOT, "\"%s\" (off by %.2g)", constraint.name(), gap);
        }
        double[] sums = missed.projection().sums(weights);
        int worst = missed.worst(sums);
        return String.format(
                Locale.ROOT,
                "\"%s\" (for %s it gives %.6f, and %.6f can be had)",
                missed.name(),
                missed.margin().place(worst, space),
                missed.margin().shares()[worst],
                sums[worst]);
    }

    /**
     * A profile of means to follow.
     *
     * @param by the index of the dimension along which the mean varies
     * @param of the index of the dimension whose mean is meant
     * @param values by category of {@code by}
     * @param levels by category of {@code of}
     */
    @SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
    record Profile(String name, int by, int of, double[] values, double[] levels) {}

    /** The fitted cells with what they were fitted to and what a reader must know about it. */
    record Result(Fitted fitted, List<Constraint> constraints, List<String> caveats) {}
}
