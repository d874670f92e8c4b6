package io.futureos.studio.runtime;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.JsonPatch;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.CollaboratorState;
import io.futureos.studio.model.ProjectState.SimulationState;
import io.futureos.studio.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the difference between two views of a project. Who was there when the older view was made, and how far a run was,
 * is not known any more, so these parts are always told, last.
 */
final class ViewChange {

    private record Moment(
            List<CollaboratorState> collaborators, List<UserId> activeUsers, SimulationState simulation) {}

    private ViewChange() {}

    /**
     * What differs for good, that is, because of the revisions in between.
     *
     * @param before as {@link #withoutTheMoment} shows it, like {@code after}
     */
    static List<Map<String, @Nullable Object>> lasting(Map<String, Object> before, Map<String, Object> after) {
        return JsonPatch.between(before, after).stream()
                .map(Collections::unmodifiableMap)
                .toList();
    }

    /** The view but for who is there. */
    static Map<String, Object> withoutTheMoment(ProjectState state) {
        var lasting = new LinkedHashMap<>(StudioJson.toOpen(state));
        lasting.remove("collaborators");
        lasting.remove("active_users");
        return lasting;
    }

    /** The whole difference: what differs for good, and what is so at this moment. */
    static List<Map<String, @Nullable Object>> withTheMoment(
            List<Map<String, @Nullable Object>> lasting, ProjectState now) {
        Map<String, Object> moment = StudioJson.toOpen(new Moment(
                now.collaborators(), now.activeUsers(), now.workbenchStates().simulation()));
        var patch = new ArrayList<>(lasting);
        patch.add(set("/collaborators", moment.get("collaborators")));
        patch.add(set("/active_users", moment.get("active_users")));
        patch.add(set("/workbench_states/simulation", moment.get("simulation")));
        return patch;
    }

    /** To add a member that is there replaces it. */
    private static Map<String, @Nullable Object> set(String path, @Nullable Object value) {
        var operation = new LinkedHashMap<String, @Nullable Object>();
        operation.put("op", "add");
        operation.put("path", path);
        operation.put("value", value);
        return operation;
    }
}
