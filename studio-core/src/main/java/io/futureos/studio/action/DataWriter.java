package io.futureos.studio.action;

import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.ConfigureSource;
import io.futureos.studio.action.DataAction.ExploreSources;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.PreviewData;
import io.futureos.studio.action.DataAction.RefreshData;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the contract's {@code DataWorkbenchPayload}, on top of what {@code payload} has. */
record DataWriter(JsonObject payload) implements DataAction.Cases<JsonObject> {

    @Override
    public JsonObject exploreSources(ExploreSources action) {
        return payload;
    }

    @Override
    public JsonObject configureSource(ConfigureSource action) {
        return payload.with("source_name", action.source())
                .with("configuration", configuration(action.type(), action.configuration()));
    }

    @Override
    public JsonObject previewData(PreviewData action) {
        return payload.withPresent("source_name", action.source())
                .with("offset", action.offset())
                .with("limit", action.limit());
    }

    @Override
    public JsonObject overrideValue(OverrideValue action) {
        return payload.with("override", action.remove() ? withdrawnOverride(action) : newOverride(action));
    }

    @Override
    public JsonObject addCustomSource(AddCustomSource action) {
        return payload.with("source_name", action.source().name())
                .with(
                        "configuration",
                        configuration(action.source().type(), action.source().config()));
    }

    @Override
    public JsonObject refreshData(RefreshData action) {
        return payload.with("fetch", action.fetch());
    }

    private static Map<String, Object> configuration(@Nullable String type, Map<String, Object> rest) {
        var configuration = new JsonObject().withPresent("type", type);
        rest.forEach(configuration::with);
        return configuration.toMap();
    }

    private static Map<String, Object> newOverride(OverrideValue action) {
        return new JsonObject()
                .with("field", action.field())
                .with("value", action.value())
                .with("reason", action.reason())
                .toMap();
    }

    private static Map<String, Object> withdrawnOverride(OverrideValue action) {
        return new JsonObject()
                .with("field", action.field())
                .withPresent("reason", action.reason().isEmpty() ? null : action.reason())
                .with("remove", true)
                .toMap();
    }
}
