package io.futureos.studio.action;

import static io.futureos.studio.action.TextRule.NAME;
import static io.futureos.studio.action.TextRule.REASON;

import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.ConfigureSource;
import io.futureos.studio.action.DataAction.ExploreSources;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.PreviewData;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.model.DataSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the contract's {@code DataWorkbenchPayload}. */
final class DataReader {

    private DataReader() {}

    static Map<String, PayloadReader> actions() {
        var actions = new LinkedHashMap<String, PayloadReader>();
        actions.put("explore_sources", payload -> payload.build(ExploreSources::new));
        actions.put("configure_source", DataReader::configureSource);
        actions.put("preview_data", DataReader::previewData);
        actions.put("override_value", DataReader::overrideValue);
        actions.put("add_custom_source", DataReader::addCustomSource);
        actions.put("refresh_data", DataReader::refreshData);
        return actions;
    }

    private static Field<WorkbenchAction> configureSource(Fields payload) {
        var source = payload.required("source_name").text(NAME);
        Field<WorkbenchAction> action = payload.required("configuration").object(configuration -> {
            var type = configuration.optional("type").text(NAME);
            var rest = configuration.rest();
            return configuration.build(() -> new ConfigureSource(source.get(), type.orNull(), rest.get()));
        });
        return payload.build(action::get);
    }

    private static Field<WorkbenchAction> previewData(Fields payload) {
        var source = payload.optional("source_name").text(NAME);
        var offset = payload.optional("offset").whole(PreviewData.OFFSET);
        var limit = payload.optional("limit").whole(PreviewData.LIMIT).map(Math::toIntExact);
        return payload.build(
                () -> new PreviewData(source.orNull(), offset.or(0L), limit.or(PreviewData.DEFAULT_LIMIT)));
    }

    private static Field<WorkbenchAction> overrideValue(Fields payload) {
        Field<WorkbenchAction> action = payload.required("override").object(override -> {
            boolean remove = override.optional("remove").flag().or(false);
            return remove ? withdrawnOverride(override) : newOverride(override);
        });
        return payload.build(action::get);
    }

    private static Field<WorkbenchAction> newOverride(Fields override) {
        var field = override.required("field").text(NAME);
        var value = override.required("value").openOrNull(FigureRule.FIGURE);
        var reason = override.required("reason").text(REASON);
        return override.build(() -> new OverrideValue(field.get(), value.orNull(), reason.get(), false));
    }

    private static Field<WorkbenchAction> withdrawnOverride(Fields override) {
        var field = override.required("field").text(NAME);
        var reason = override.optional("reason").text(REASON);
        override.excluded("value", "is given although the override is removed", "Leave out either value or remove.");
        return override.build(() -> new OverrideValue(field.get(), null, reason.or(""), true));
    }

    private static Field<WorkbenchAction> addCustomSource(Fields payload) {
        var name = payload.required("source_name").text(NAME);
        Field<DataSource> source = payload.required("configuration").object(configuration -> {
            var type = configuration.required("type").text(NAME);
            var rest = configuration.rest();
            return configuration.build(() -> new DataSource(name.get(), type.get(), rest.get()));
        });
        return payload.build(() -> new AddCustomSource(source.get()));
    }

    private static Field<WorkbenchAction> refreshData(Fields payload) {
        var fetch = payload.optional("fetch").flag();
        return payload.build(() -> new RefreshData(fetch.or(true)));
    }
}
