package io.futureos.studio.workflow;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Fingerprint;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that an output is made from.
 *
 * @param fingerprint of all groups together; outputs are filed under it
 * @param groups the fingerprint of each group of inputs, by the group's name
 */
public record Inputs(Fingerprint fingerprint, Map<String, Object> groups) {

    public Inputs {
        requireNonNull(fingerprint, "fingerprint");
    }

    /** The fingerprint of all groups together, as {@link #fingerprint} is. */
    public static Fingerprint fingerprintOf(Map<String, Object> groups) {
        return CanonicalJson.fingerprint(new TreeMap<>(groups));
    }

    static Inputs of(Map<String, Fingerprint> groups) {
        var basis = new TreeMap<String, Object>();
        groups.forEach((name, fingerprint) -> basis.put(name, fingerprint.value()));
        return new Inputs(CanonicalJson.fingerprint(basis), Collections.unmodifiableMap(basis));
    }
}
