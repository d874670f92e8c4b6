package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.series.Months;
import java.util.ArrayList;
import java.util.List;

/** Forecasts as they would have been made at earlier months: calibrated anew, on what was known then. */
final class Hindcasts {

    private final Reading reading;
    private final EngineContext context;
    private final Workers workers;

    Hindcasts(Reading reading, EngineContext context, Workers workers) {
        this.reading = reading;
        this.context = context;
        this.workers = workers;
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
        List<Replicate> replicates =
                Calibration.calibrate(problem, workers, () -> context.progress("calibrating to " + origin, from));
        var trajectory = new Trajectory(problem, problem.town(), replicates, horizon, workers);
        double[] unmoved = new double[problem.drivers().size()];
        var periods = new ArrayList<String>();
        for (int tick = 1; tick <= horizon; tick++) {
            trajectory.step(unmoved, context, from + part / 2 + part / 2 * tick / horizon);
            periods.add(Months.text(month + tick));
        }
        return new Hindcast(origin, periods, Sample.paths(trajectory.shares(), horizon));
    }
}
