package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engines.local.series.Months;
import java.util.ArrayList;
import java.util.List;

/** Forecasts as they would have been made at earlier months: calibrated anew, on what was known then. */
final class Hindcasts {

    /** Fewer buyers are asked than in a run: an interval needs no third digit. */
    private static final int PANEL = 96;

    private final Reading reading;
    private final EngineContext context;

    Hindcasts(Reading reading, EngineContext context) {
        this.reading = reading;
        this.context = context;
    }

    List<Hindcast> at(List<String> origins, int horizon) {
        var hindcasts = new ArrayList<Hindcast>();
        for (int i = 0; i < origins.size(); i++) {
            hindcasts.add(at(origins.get(i), horizon, i / (double) origins.size(), 1.0 / origins.size()));
        }
        return List.copyOf(hindcasts);
    }

    private Hindcast at(String origin, int horizon, double from, double part) {
        int month = Months.number(origin);
        if (month > reading.asOf()) {
            throw new EngineException(
                    "origin_too_late",
                    "A hindcast from " + origin + " is not possible: the data is known to "
                            + Months.text(reading.asOf()) + ".");
        }
        Problem problem = reading.problem(month);
        List<Replicate> replicates = Calibration.calibrate(problem, context, from, from + part / 2);
        var trajectory = new Trajectory(problem, problem.town(), replicates, horizon, PANEL);
        double[] unmoved = new double[problem.drivers().size()];
        var periods = new ArrayList<String>();
        for (int tick = 1; tick <= horizon; tick++) {
            trajectory.step(unmoved, context, from + part / 2 + part / 2 * tick / horizon);
            periods.add(Months.text(month + tick));
        }
        return new Hindcast(origin, periods, Sample.paths(trajectory.shares(), horizon));
    }
}
