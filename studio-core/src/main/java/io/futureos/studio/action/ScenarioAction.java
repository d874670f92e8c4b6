package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.workflow.Workbench;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scenario workbench can be asked. */
public sealed interface ScenarioAction extends WorkbenchAction {

    /** The answer for this action. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(WorkbenchAction.Cases<R> cases) {
        return cases.scenario(this);
    }

    @Override
    default Workbench workbench() {
        return Workbench.SCENARIO;
    }

    /** Adds a scenario. */
    record CreateScenario(ScenarioConfig config) implements ScenarioAction {

        public CreateScenario {
            requireNonNull(config, "config");
        }

        @Override
        public String name() {
            return "create_scenario";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.createScenario(this);
        }
    }

    /** Changes parts of a scenario. */
    record EditScenario(ScenarioId scenario, ScenarioEdit edit) implements ScenarioAction {

        public EditScenario {
            requireNonNull(scenario, "scenario");
            requireNonNull(edit, "edit");
        }

        @Override
        public String name() {
            return "edit_scenario";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.editScenario(this);
        }
    }

    /**
     * Adds a copy of a scenario.
     *
     * @param newName what the copy is called; null leaves that to the project
     */
    record DuplicateScenario(ScenarioId scenario, @Nullable String newName) implements ScenarioAction {

        public DuplicateScenario {
            requireNonNull(scenario, "scenario");
            TextRule.NAME.requireIfPresent("newName", newName);
        }

        @Override
        public String name() {
            return "duplicate_scenario";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.duplicateScenario(this);
        }
    }

    /** Removes a scenario. */
    record DeleteScenario(ScenarioId scenario) implements ScenarioAction {

        public DeleteScenario {
            requireNonNull(scenario, "scenario");
        }

        @Override
        public String name() {
            return "delete_scenario";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deleteScenario(this);
        }
    }

    /**
     * Sets scenarios side by side.
     *
     * @param scenarios 1 to 20, each once, in the order to show them
     */
    record CompareScenarios(List<ScenarioId> scenarios) implements ScenarioAction {

        static final Range COUNT = new Range(1, 20);

        public CompareScenarios {
            scenarios = List.copyOf(scenarios);
            COUNT.require("The number of scenarios", (long) scenarios.size());
            if (new LinkedHashSet<>(scenarios).size() < scenarios.size()) {
                throw new IllegalArgumentException("Each scenario is compared once, but one is repeated: " + scenarios);
            }
        }

        @Override
        public String name() {
            return "compare_scenarios";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.compareScenarios(this);
        }
    }

    /** Simulates a scenario. */
    record RunScenario(ScenarioId scenario) implements ScenarioAction {

        public RunScenario {
            requireNonNull(scenario, "scenario");
        }

        @Override
        public String name() {
            return "run_scenario";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.runScenario(this);
        }
    }

    /** An answer for each action. */
    interface Cases<R> {
        R createScenario(CreateScenario action);

        R editScenario(EditScenario action);

        R duplicateScenario(DuplicateScenario action);

        R deleteScenario(DeleteScenario action);

        R compareScenarios(CompareScenarios action);

        R runScenario(RunScenario action);
    }
}
