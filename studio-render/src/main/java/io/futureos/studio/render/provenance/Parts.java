package io.futureos.studio.render.provenance;

import io.futureos.studio.model.Fingerprint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fingerprints of a file's parts, by names that a person understands: of two of one name, the later is the second. */
final class Parts {

    private final Map<String, Fingerprint> byName = new LinkedHashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    void add(String name, Fingerprint fingerprint) {
        String unique = name;
        while (byName.containsKey(unique)) {
            unique = name + " (" + last.merge(name, 2, (number, first) -> number + 1) + ")";
        }
        byName.put(unique, fingerprint);
    }

    Map<String, Fingerprint> byName() {
        return byName;
    }
}
