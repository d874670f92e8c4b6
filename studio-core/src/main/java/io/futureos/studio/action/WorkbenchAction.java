package io.futureos.studio.action;

import io.futureos.studio.workflow.Workbench;

/**
 * Something that a user asks of a workbench. An action that exists is well formed: its constructor throws
 * {@link IllegalArgumentException} for what {@link ActionReader} would report as a problem. Whether a project allows it
 * is decided elsewhere.
 */
public sealed interface WorkbenchAction
        permits DataAction, PopulationAction, ScenarioAction, SimulationAction, ReportAction {

    Workbench workbench();

    /** The contract's name of the action, for example {@code override_value}; unique over all workbenches. */
    String name();

    /** The answer of the workbench that this action belongs to. */
    <R> R match(Cases<R> cases);

    /** An answer for each workbench. */
    interface Cases<R> {
        R data(DataAction action);

        R population(PopulationAction action);

        R scenario(ScenarioAction action);

        R simulation(SimulationAction action);

        R report(ReportAction action);
    }
}
