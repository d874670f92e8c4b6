package io.futureos.studio;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What brings a client's view of a project up to date.
 *
 * @param from the revision that the client's view is of
 * @param to the revision that it is of afterwards
 * @param patch a JSON Patch (RFC 6902) of the state's JSON: operations in the order in which they are to be applied
 */
public record StateUpdate(long from, long to, List<Map<String, @Nullable Object>> patch) {

    public StateUpdate {
        patch = List.copyOf(patch);
    }
}
