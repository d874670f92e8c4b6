package io.futureos.studio.action;

import static io.futureos.studio.action.NumberRule.NOT_NEGATIVE;
import static io.futureos.studio.action.SharesRule.SHARES_OR_NONE;
import static io.futureos.studio.action.TextRule.NAME;

import io.futureos.studio.action.PopulationAction.AdjustDistribution;
import io.futureos.studio.action.PopulationAction.EditArchetype;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.PopulationAction.ResizePopulation;
import io.futureos.studio.action.PopulationAction.ViewArchetypes;
import io.futureos.studio.action.PopulationAction.ViewNetwork;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the contract's {@code PopulationWorkbenchPayload}. */
final class PopulationReader {

    private PopulationReader() {}

    static Map<String, PayloadReader> actions() {
        var actions = new LinkedHashMap<String, PayloadReader>();
        actions.put("view_archetypes", payload -> payload.build(ViewArchetypes::new));
        actions.put("adjust_distribution", PopulationReader::adjustDistribution);
        actions.put("edit_archetype", PopulationReader::editArchetype);
        actions.put("resize_population", PopulationReader::resizePopulation);
        actions.put("regenerate", PopulationReader::regenerate);
        actions.put("view_network", PopulationReader::viewNetwork);
        return actions;
    }

    private static Field<WorkbenchAction> adjustDistribution(Fields payload) {
        Field<WorkbenchAction> action = payload.required("adjustment").object(adjustment -> {
            var dimension = adjustment.required("dimension").text(NAME);
            var target = adjustment
                    .required("target")
                    .object(shares -> shares.each(NAME, share -> share.number(NOT_NEGATIVE), SHARES_OR_NONE));
            return adjustment.build(() -> new AdjustDistribution(dimension.get(), target.get()));
        });
        return payload.build(action::get);
    }

    private static Field<WorkbenchAction> editArchetype(Fields payload) {
        var archetype = payload.required("archetype_id").text(NAME);
        var edits = payload.required("edits").openObject();
        return payload.build(() -> new EditArchetype(archetype.get(), edits.get()));
    }

    private static Field<WorkbenchAction> resizePopulation(Fields payload) {
        var size = payload.required("target_size").whole(ResizePopulation.SIZE).map(Math::toIntExact);
        return payload.build(() -> new ResizePopulation(size.get()));
    }

    private static Field<WorkbenchAction> regenerate(Fields payload) {
        var seed = payload.optional("seed").whole(Regenerate.SEED);
        var configuration = payload.optional("configuration").openObject();
        return payload.build(() -> new Regenerate(seed.orNull(), configuration.orNull()));
    }

    private static Field<WorkbenchAction> viewNetwork(Fields payload) {
        var nodes = payload.optional("nodes").whole(ViewNetwork.NODES).map(Math::toIntExact);
        return payload.build(() -> new ViewNetwork(nodes.or(ViewNetwork.DEFAULT_NODES)));
    }
}
