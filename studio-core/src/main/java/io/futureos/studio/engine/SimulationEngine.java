package io.futureos.studio.engine;

import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Shock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a population live through the forecast's months ({@code simulation-engine}). */
public interface SimulationEngine extends Engine {

    /** Whether this engine can say anything about the task's variable. */
    boolean models(PredictionTask task, DataPackage data);

    /**
     * Calibrates to the history and stands before the first month after as-of.
     *
     * @throws EngineException if data and population do not have what is to be simulated or changed, or configuration or
     *     horizon make no sense
     */
    SimulationRun start(Request request, EngineContext context);

    /**
     * Goes on from {@link SimulationRun#checkpoint}, injected shocks included; frames and outcome are bit for bit those of a
     * run that was never interrupted.
     *
     * @throws EngineException if the checkpoint is damaged or belongs to another request
     */
    SimulationRun resume(Request request, byte[] checkpoint, EngineContext context);

    /**
     * What the engine would have forecast at earlier moments, knowing no more than was known then: one answer for each
     * origin, in their order, which depends neither on the other origins nor on the scenario.
     *
     * @param origins the last known months, {@code YYYY-MM}
     * @param horizon how many months each looks ahead
     * @throws EngineException if an origin is no month of the history, or the horizon makes no sense
     */
    List<Hindcast> hindcast(Request request, List<String> origins, int horizon, EngineContext context);

    /**
     * What to simulate.
     *
     * @param variableOverrides by variable, what the scenario sets (open values)
     * @param populationAdjustments by dimension, what the scenario changes: shares by category (open values)
     * @param config open values: replicates, drivers with their effects, ...
     * @param horizon how many months to simulate; one tick is one month
     */
    record Request(
            PredictionTask task,
            DataPackage data,
            Population population,
            Map<String, Object> variableOverrides,
            Map<String, Object> populationAdjustments,
            List<Shock> shocks,
            Map<String, Object> config,
            int horizon,
            long seed) {

        public Request {
            variableOverrides = OpenValue.map(variableOverrides);
            populationAdjustments = OpenValue.map(populationAdjustments);
            shocks = List.copyOf(shocks);
            config = OpenValue.map(config);
        }
    }

    /**
     * What one month looked like over all replicates.
     *
     * @param period {@code YYYY-MM}
     * @param values figures by name (open values), among them {@code median}, {@code q10} and {@code q90} of the target
     */
    record Frame(int tick, String period, Map<String, Object> values) {
        public Frame {
            values = OpenValue.map(values);
        }
    }

    /**
     * What came out of a run.
     *
     * @param paths the target's value by replicate and month
     * @param effect how much the scenario moves the target each month against the same world without it, in log-odds
     *     for a share and in logarithms otherwise: the median of the paired differences; empty if it changes nothing
     * @param parameters the calibrated parameters with their uncertainty (open values)
     * @param caveats what a reader of the forecast must know, one sentence each
     */
    record Outcome(
            List<String> periods,
            List<List<Double>> paths,
            List<Double> effect,
            Map<String, Object> parameters,
            List<String> caveats) {
        public Outcome {
            periods = List.copyOf(periods);
            paths = List.copyOf(paths);
            effect = List.copyOf(effect);
            parameters = OpenValue.map(parameters);
            caveats = List.copyOf(caveats);
        }
    }

    /** A past forecast: the target's value by draw and month after {@code origin}. */
    record Hindcast(String origin, List<String> periods, List<List<Double>> paths) {
        public Hindcast {
            periods = List.copyOf(periods);
            paths = List.copyOf(paths);
        }
    }

    /** A simulation between two months. Used by one thread at a time. */
    interface SimulationRun {

        /** How many months were simulated. */
        int tick();

        int totalTicks();

        /**
         * Simulates the next month. The fraction of progress is that of the whole run.
         *
         * @throws IllegalStateException if all were
         */
        Frame step(EngineContext context);

        /**
         * Adds a shock at a tick that was not simulated yet. From then on the run is the one whose request had the shock.
         *
         * @throws EngineException if the tick is over or the data has no such variable; the run goes on unchanged
         */
        void inject(Shock shock);

        /** Everything that is needed to go on later; taking it changes nothing. */
        byte[] checkpoint();

        /** The outcome of the months simulated so far, which later ones do not change; null before the first. */
        @Nullable
        Outcome outcome();
    }
}
