package io.futureos.studio.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of some content, as 64 lower-case hexadecimal digits. Equal content has equal fingerprints. */
public record Fingerprint(String value) implements Comparable<Fingerprint> {

    private static final int LENGTH = 64;

    public Fingerprint {
        if (!isFingerprint(value)) {
            throw new IllegalArgumentException(
                    "A fingerprint is 64 lower-case hexadecimal digits, but this is \"" + value + "\"");
        }
    }

    private static boolean isFingerprint(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The fingerprint of these bytes. */
    public static Fingerprint of(byte[] content) {
        try {
            return new Fingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The fingerprint of the UTF-8 form of {@code text}. */
    public static Fingerprint of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first ten digits, enough for a person to compare. */
    public String abbreviated() {
        return value.substring(0, 10);
    }

    @Override
    public int compareTo(Fingerprint other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
