package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import java.util.List;
import java.util.Map;

/**
 * What a report was made from, as of when it was made: whoever has the same can make the same report again.
 *
 * @param revision of the project whose content went in
 * @param version the last version of the project that was saved before; 0 if none was
 * @param inputs the fingerprint of each group of inputs, and of the bytes of each data source as {@code raw/NAME}
 * @param seeds of everything that was drawn, by what was drawn
 * @param engines who took part
 */
public record Provenance(
        long revision, long version, Map<String, Object> inputs, Map<String, Object> seeds, List<Maker> engines) {

    /** An engine by name and version. */
    public record Maker(String name, String version) {

        public Maker {
            requireNonNull(name, "name");
            requireNonNull(version, "version");
        }
    }

    public Provenance {
        inputs = OpenValue.map(inputs);
        seeds = OpenValue.map(seeds);
        engines = List.copyOf(engines);
    }

    /** Of a report that was made before anybody wrote this down. */
    public static Provenance unknown() {
        return new Provenance(0, 0, Map.of(), Map.of(), List.of());
    }
}
