package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Where figures come from.
 *
 * @param name unique within a project
 * @param type what the data orchestrator knows how to read, for example {@code csv}, {@code json} or {@code parquet}
 * @param config open values; what they mean is up to the data orchestrator
 */
public record DataSource(String name, String type, Map<String, Object> config) {

    public DataSource {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        config = OpenValue.map(config);
    }
}
