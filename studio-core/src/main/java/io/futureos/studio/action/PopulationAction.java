package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import io.futureos.studio.workflow.Workbench;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the population workbench can be asked. */
public sealed interface PopulationAction extends WorkbenchAction {

    /** The answer for this action. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(WorkbenchAction.Cases<R> cases) {
        return cases.population(this);
    }

    @Override
    default Workbench workbench() {
        return Workbench.POPULATION;
    }

    /** Shows the typical households of the population. */
    record ViewArchetypes() implements PopulationAction {

        @Override
        public String name() {
            return "view_archetypes";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.viewArchetypes(this);
        }
    }

    /**
     * Changes how households are spread over a dimension.
     *
     * @param target weights of 0 or more by category, at least one of them positive; empty withdraws the adjustment
     */
    record AdjustDistribution(String dimension, Map<String, Object> target) implements PopulationAction {

        public AdjustDistribution {
            TextRule.NAME.require("dimension", dimension);
            target = OpenValue.map(target);
            SharesRule.SHARES_OR_NONE.require("target", target);
        }

        @Override
        public String name() {
            return "adjust_distribution";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.adjustDistribution(this);
        }
    }

    /**
     * Changes traits of an archetype.
     *
     * @param archetype the synthesizer's id of it
     * @param edits open values by trait; empty withdraws the edits
     */
    record EditArchetype(String archetype, Map<String, Object> edits) implements PopulationAction {

        public EditArchetype {
            TextRule.NAME.require("archetype", archetype);
            edits = OpenRule.normal("edits", edits);
        }

        @Override
        public String name() {
            return "edit_archetype";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.editArchetype(this);
        }
    }

    /**
     * Changes how many households are made.
     *
     * @param targetSize 1 to 2,000,000 households
     */
    record ResizePopulation(int targetSize) implements PopulationAction {

        static final Range SIZE = new Range(1, 2_000_000);

        public ResizePopulation {
            SIZE.require("targetSize", (long) targetSize);
        }

        @Override
        public String name() {
            return "resize_population";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resizePopulation(this);
        }
    }

    /**
     * Makes the population anew.
     *
     * @param seed null keeps the seed
     * @param configuration open values for the synthesizer; null keeps the configuration
     */
    record Regenerate(@Nullable Long seed, @Nullable Map<String, Object> configuration) implements PopulationAction {

        static final Range SEED = new Range(-OpenValue.MAX_WHOLE, OpenValue.MAX_WHOLE);

        public Regenerate {
            SEED.requireIfPresent("seed", seed);
            configuration = configuration == null ? null : OpenRule.normal("configuration", configuration);
        }

        @Override
        public String name() {
            return "regenerate";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.regenerate(this);
        }
    }

    /**
     * Shows a sample of who knows whom.
     *
     * @param nodes how many households to show, 1 to 2,000
     */
    record ViewNetwork(int nodes) implements PopulationAction {

        static final Range NODES = new Range(1, 2_000);
        static final int DEFAULT_NODES = 200;

        public ViewNetwork {
            NODES.require("nodes", (long) nodes);
        }

        @Override
        public String name() {
            return "view_network";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.viewNetwork(this);
        }
    }

    /** An answer for each action. */
    interface Cases<R> {
        R viewArchetypes(ViewArchetypes action);

        R adjustDistribution(AdjustDistribution action);

        R editArchetype(EditArchetype action);

        R resizePopulation(ResizePopulation action);

        R regenerate(Regenerate action);

        R viewNetwork(ViewNetwork action);
    }
}
