package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.TableSource;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.workflow.CanonicalJson;
import java.util.List;

/**
 * Simulates a share of monthly purchases: in each month every household buys with its hazard, and if it buys, chooses by a
 * logit of
 *
 * <pre>
 *   level(t) + season + noise + sum over attributes (slope * rank) + imitation * share of neighbours who chose electric
 *     + sum over drivers (effect * deviation of the driver from what held at as-of)
 * </pre>
 *
 * <p>Level, trend, seasons, their {@code Dynamics} and imitation are calibrated to the history ({@code Calibration}, which
 * also states the priors), slopes to tables, effects are the configuration's. Its keys are those of {@code SimulationConfig}.
 *
 * <p>All households take part, whatever their number: what they do is summed over {@code Kinds}. A future takes a bit a
 * household; {@code Town} says what its futures share. Figures depend on the request alone, not on how many threads work.
 */
public final class LocalSimulationEngine implements SimulationEngine {

    private static final int MAX_HORIZON = 600;

    private final TableSource source;
    private final Workers workers;
    private final RecentResults<String, List<Hindcast>> hindcasts = new RecentResults<>();
    private final RecentResults<String, List<Replicate>> calibrations = new RecentResults<>();

    /** An engine that works on the calling thread. */
    public LocalSimulationEngine() {
        this(Workers.alone());
    }

    /** An engine that spreads the replicates over these threads, which changes no figure. */
    public LocalSimulationEngine(Workers workers) {
        this(new RecentTables(), workers);
    }

    LocalSimulationEngine(TableSource source) {
        this(source, Workers.alone());
    }

    /** One that gets its tables here, as others may too. */
    public LocalSimulationEngine(TableSource source, Workers workers) {
        this.source = source;
        this.workers = workers;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local simulation engine", "2");
    }

    /** Shares with a history by months, and nothing else. */
    @Override
    public boolean models(PredictionTask task, DataPackage data) {
        return data.variable(task.targetVariable())
                .filter(LocalSimulationEngine::isShare)
                .map(Variable::table)
                .flatMap(data::table)
                .map(DataPackage.Table::timeColumn)
                .isPresent();
    }

    private static boolean isShare(Variable variable) {
        Double minimum = variable.minimum();
        Double maximum = variable.maximum();
        return variable.unit().equals("share") || (minimum != null && maximum != null && minimum >= 0 && maximum <= 1);
    }

    @Override
    public SimulationRun start(Request request, EngineContext context) {
        return run(request, context);
    }

    @Override
    public SimulationRun resume(Request request, byte[] checkpoint, EngineContext context) {
        Checkpoint where = Checkpoint.read(checkpoint, request);
        LocalRun run = run(request, context);
        run.repeat(where, context);
        return run;
    }

    private LocalRun run(Request request, EngineContext context) {
        checkHorizon(request.horizon());
        context.progress("reading data and households", 0);
        var reading = new Reading(request, context, source);
        Problem problem = reading.problem(reading.asOf());
        String key = key(request, "");
        List<Replicate> replicates = calibrations.get(key).orElseGet(() -> {
            List<Replicate> calibrated = Calibration.calibrate(
                    problem, workers, () -> context.progress("calibrating to " + Months.text(problem.now()), 0));
            calibrations.put(key, calibrated);
            return calibrated;
        });
        return new LocalRun(request, reading, problem, replicates, workers);
    }

    @Override
    public List<Hindcast> hindcast(Request request, List<String> origins, int horizon, EngineContext context) {
        checkHorizon(horizon);
        String key = key(request, origins + " " + horizon);
        return hindcasts.get(key).orElseGet(() -> {
            context.progress("reading data and households", 0);
            List<Hindcast> made =
                    new Hindcasts(new Reading(request, context, source), context, workers).at(origins, horizon);
            hindcasts.put(key, made);
            return made;
        });
    }

    private static void checkHorizon(int horizon) {
        if (horizon < 1 || horizon > MAX_HORIZON) {
            throw new EngineException(
                    "horizon_out_of_range",
                    "The horizon is " + horizon + " months; it must be from 1 to " + MAX_HORIZON + ".");
        }
    }

    /** What the past is calibrated from; scenarios do not change it. */
    private static String key(Request request, String more) {
        return String.join(
                "\n",
                request.data().content().value(),
                request.population().content().value(),
                request.task().targetVariable() + " " + request.task().asOf(),
                CanonicalJson.write(OpenValue.of(request.config())),
                Long.toString(request.seed()),
                more);
    }
}
