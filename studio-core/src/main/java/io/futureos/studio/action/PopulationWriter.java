package io.futureos.studio.action;

import io.futureos.studio.action.PopulationAction.AdjustDistribution;
import io.futureos.studio.action.PopulationAction.EditArchetype;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.PopulationAction.ResizePopulation;
import io.futureos.studio.action.PopulationAction.ViewArchetypes;
import io.futureos.studio.action.PopulationAction.ViewNetwork;

/** Writes the contract's {@code PopulationWorkbenchPayload}, on top of what {@code payload} has. */
record PopulationWriter(JsonObject payload) implements PopulationAction.Cases<JsonObject> {

    @Override
    public JsonObject viewArchetypes(ViewArchetypes action) {
        return payload;
    }

    @Override
    public JsonObject adjustDistribution(AdjustDistribution action) {
        return payload.with(
                "adjustment",
                new JsonObject()
                        .with("dimension", action.dimension())
                        .with("target", action.target())
                        .toMap());
    }

    @Override
    public JsonObject editArchetype(EditArchetype action) {
        return payload.with("archetype_id", action.archetype()).with("edits", action.edits());
    }

    @Override
    public JsonObject resizePopulation(ResizePopulation action) {
        return payload.with("target_size", action.targetSize());
    }

    @Override
    public JsonObject regenerate(Regenerate action) {
        return payload.withPresent("seed", action.seed()).withPresent("configuration", action.configuration());
    }

    @Override
    public JsonObject viewNetwork(ViewNetwork action) {
        return payload.with("nodes", action.nodes());
    }
}
