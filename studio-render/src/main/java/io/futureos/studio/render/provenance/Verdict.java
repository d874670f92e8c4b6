package io.futureos.studio.render.provenance;

import java.util.List;

/**
 * What a file is worth.
 *
 * @param altered the parts that are not as they were written, in words; empty unless the outcome is {@code ALTERED}
 * @param keyId of the key that signed it; empty if none did
 */
public record Verdict(Outcome outcome, List<String> altered, Signing signing, String keyId) {

    /** Whether a file is as it was written. */
    public enum Outcome {
        /** Every part is as the manifest says, and the manifest as the seal says. */
        CONSISTENT,
        /** Something is not. */
        ALTERED,
        /** It has no manifest: no report of ours, or one that was saved by another program. */
        UNKNOWN
    }

    /** Who vouches for it. */
    public enum Signing {
        /** Nobody: whoever changed the file may have made a new manifest for it. */
        NONE,
        /** The holder of a key that the verifier was told to trust. */
        TRUSTED,
        /** The holder of a key that the verifier does not know. */
        UNKNOWN_KEY,
        /** It says that a trusted key signed it, but that key did not. */
        FORGED
    }

    public Verdict {
        altered = List.copyOf(altered);
    }

    static Verdict unknown() {
        return new Verdict(Outcome.UNKNOWN, List.of(), Signing.NONE, "");
    }

    /** Whether the file is as it was written by the holder of a trusted key. */
    public boolean isGenuine() {
        return outcome == Outcome.CONSISTENT && signing == Signing.TRUSTED;
    }
}
