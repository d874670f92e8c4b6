package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.population.ProportionalFitting.Fitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fits the cells to all margins and as much of the profiles of means as the margins allow. */
final class CellFitting {

    private final CellSpace space;
    private final List<Margin> margins;
    private final List<Profile> profiles;

    CellFitting(CellSpace space, List<Margin> margins, List<Profile> profiles) {
        this.space = space;
        this.margins = margins;
        this.profiles = profiles;
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
            Fitted fitted = ProportionalFitting.fit(space.cells(), constraints);
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

    private List<Constraint> constraints(double spread) {
        var constraints = new ArrayList<Constraint>();
        for (Margin margin : margins) {
            constraints.add(new MarginConstraint(margin, space.projection(margin.dimensions())));
        }
        for (Profile profile : profiles) {
            constraints.add(mean(profile, spread));
        }
        return constraints;
    }

    private MeanConstraint mean(Profile profile, double spread) {
        double[] shares = alone(profile.of());
        double mean = 0;
        for (int category = 0; category < shares.length; category++) {
            mean += shares[category] * profile.levels()[category];
        }
        double[] means = MeanConstraint.scaled(profile.values(), alone(profile.by()), mean, spread);
        return new MeanConstraint(
                profile.name(), profile.levels(), means, space.projection(profile.by(), profile.of()));
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

    private static EngineException contradiction(List<Constraint> constraints, Fitted fitted) {
        var open = new ArrayList<String>();
        for (int i = 0; i < constraints.size(); i++) {
            if (fitted.gaps()[i] > ProportionalFitting.TOLERANCE) {
                open.add(String.format(
                        Locale.ROOT, "\"%s\" (off by %.2g)", constraints.get(i).name(), fitted.gaps()[i]));
            }
        }
        return new EngineException(
                "margins_contradict",
                "No population meets all margins at once: after " + fitted.sweeps() + " sweeps these are still missed: "
                        + String.join(", ", open) + ".");
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
