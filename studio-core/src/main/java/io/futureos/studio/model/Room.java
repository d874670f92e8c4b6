package io.futureos.studio.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cells of one kind below one path, for example all overrides of a scenario.
 *
 * @param <T> what each of the cells holds
 */
public record Room<T>(CellPath path, CellType<T> type) {

    /** The values by the last segment of their cell's path, in the order of the paths. */
    public Map<String, T> in(Project project) {
        var values = new LinkedHashMap<String, T>();
        for (Map.Entry<CellPath, Object> entry : project.under(path)) {
            values.put(entry.getKey().name(), type.cast(entry.getValue()));
        }
        return values;
    }
}
