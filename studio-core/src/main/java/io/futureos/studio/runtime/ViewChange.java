package io.futureos.studio.runtime;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.JsonPatch;
import io.futureos.studio.model.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the difference between two views of a project. */
final class ViewChange {

    /** Who was there when the older view was made is not known any more, so these parts are always told. */
    private static final List<String> OF_THE_MOMENT = List.of("collaborators", "active_users");

    private ViewChange() {}

    static List<Map<String, @Nullable Object>> between(ProjectState before, ProjectState after) {
        var older = new LinkedHashMap<>(StudioJson.toOpen(before));
        var newer = new LinkedHashMap<>(StudioJson.toOpen(after));
        var patch = new ArrayList<Map<String, @Nullable Object>>();
        for (String part : OF_THE_MOMENT) {
            older.remove(part);
            Object now = newer.remove(part);
            patch.add(replace(part, now));
        }
        patch.addAll(JsonPatch.between(older, newer));
        return patch;
    }

    private static Map<String, @Nullable Object> replace(String part, @Nullable Object value) {
        var operation = new LinkedHashMap<String, @Nullable Object>();
        operation.put("op", "replace");
        operation.put("path", "/" + part);
        operation.put("value", value);
        return operation;
    }
}
