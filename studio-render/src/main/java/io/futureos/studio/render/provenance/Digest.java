package io.futureos.studio.render.provenance;

import io.futureos.studio.model.Fingerprint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of bytes that come in pieces. */
final class Digest {

    private final MessageDigest sha256 = sha256();

    Digest add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    /** Adds the bytes from {@code from} up to {@code end}. */
    Digest add(byte[] bytes, int from, int end) {
        sha256.update(bytes, from, end - from);
        return this;
    }

    /** Of all that was added; nothing is added after it. */
    Fingerprint fingerprint() {
        return new Fingerprint(HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
