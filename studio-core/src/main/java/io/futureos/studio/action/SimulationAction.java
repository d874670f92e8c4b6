package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.workflow.Workbench;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the simulation console can be asked. */
public sealed interface SimulationAction extends WorkbenchAction {

    /** Whose simulation is meant; null for the one that was started last. */
    @Nullable
    ScenarioId scenario();

    /** The answer for this action. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(WorkbenchAction.Cases<R> cases) {
        return cases.simulation(this);
    }

    @Override
    default Workbench workbench() {
        return Workbench.SIMULATION;
    }

    /**
     * Starts a simulation.
     *
     * @param config open values for the engine; null keeps the configuration
     */
    record Run(@Nullable ScenarioId scenario, @Nullable Map<String, Object> config) implements SimulationAction {

        public Run {
            config = config == null ? null : SimulationConfigRule.normal("config", config);
        }

        @Override
        public String name() {
            return "run";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.run(this);
        }
    }

    /** Holds a running simulation at the next tick. */
    record Pause(@Nullable ScenarioId scenario) implements SimulationAction {

        @Override
        public String name() {
            return "pause";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pause(this);
        }
    }

    /** Goes on with a paused simulation. */
    record Resume(@Nullable ScenarioId scenario) implements SimulationAction {

        @Override
        public String name() {
            return "resume";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resume(this);
        }
    }

    /** Ends a simulation for good. */
    record Stop(@Nullable ScenarioId scenario) implements SimulationAction {

        @Override
        public String name() {
            return "stop";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stop(this);
        }
    }

    /**
     * Shows a tick of the recording.
     *
     * @param tick 0 to 1,200; 0 is the moment before the first simulated month
     */
    record Replay(@Nullable ScenarioId scenario, int tick) implements SimulationAction {

        public Replay {
            Tick.SHOWN.require("tick", (long) tick);
        }

        @Override
        public String name() {
            return "replay";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replay(this);
        }
    }

    /**
     * Shows the next tick.
     *
     * @param tick where the viewer is, 0 to 1,200; null if that is where the simulation is
     */
    record StepForward(
            @Nullable ScenarioId scenario, @Nullable Integer tick) implements SimulationAction {

        public StepForward {
            Tick.SHOWN.requireIfPresent("tick", tick == null ? null : (long) tick);
        }

        @Override
        public String name() {
            return "step_forward";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stepForward(this);
        }
    }

    /**
     * Shows the previous tick.
     *
     * @param tick where the viewer is, 0 to 1,200; null if that is where the simulation is
     */
    record StepBackward(
            @Nullable ScenarioId scenario, @Nullable Integer tick) implements SimulationAction {

        public StepBackward {
            Tick.SHOWN.requireIfPresent("tick", tick == null ? null : (long) tick);
        }

        @Override
        public String name() {
            return "step_backward";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stepBackward(this);
        }
    }

    /**
     * Changes a variable of a simulation while it runs.
     *
     * @param tick the simulated month that it hits, 1 to 1,200; null for the next
     * @param magnitude added to the variable from that tick on, in the variable's unit
     */
    record InjectShock(
            @Nullable ScenarioId scenario, @Nullable Integer tick, String variable, double magnitude)
            implements SimulationAction {

        public InjectShock {
            Tick.SIMULATED.requireIfPresent("tick", tick == null ? null : (long) tick);
            TextRule.NAME.require("variable", variable);
            NumberRule.FINITE.require("magnitude", magnitude);
            magnitude += 0.0; // -0.0 becomes 0.0, as it does in JSON
        }

        @Override
        public String name() {
            return "inject_shock";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.injectShock(this);
        }
    }

    /**
     * Makes the shocks that were injected into the last run part of the scenario, so that the run is the scenario's own and not
     * an exploration any more. An addition to the contract.
     */
    record AdoptShocks(@Nullable ScenarioId scenario) implements SimulationAction {

        @Override
        public String name() {
            return "adopt_shocks";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.adoptShocks(this);
        }
    }

    /** Writes the recorded frames to a file. */
    record ExportData(@Nullable ScenarioId scenario, DataFormat format) implements SimulationAction {

        public ExportData {
            requireNonNull(format, "format");
        }

        @Override
        public String name() {
            return "export_data";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exportData(this);
        }
    }

    /** An answer for each action. */
    interface Cases<R> {
        R run(Run action);

        R pause(Pause action);

        R resume(Resume action);

        R stop(Stop action);

        R replay(Replay action);

        R stepForward(StepForward action);

        R stepBackward(StepBackward action);

        R injectShock(InjectShock action);

        R adoptShocks(AdoptShocks action);

        R exportData(ExportData action);
    }
}
