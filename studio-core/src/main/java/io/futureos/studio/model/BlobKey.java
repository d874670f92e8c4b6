package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/** Names bytes in the blob store by their own content, so that equal bytes are stored once and never change. */
public record BlobKey(Fingerprint value) {

    public BlobKey {
        requireNonNull(value, "value");
    }

    /** The key under which these bytes are stored. */
    public static BlobKey of(byte[] content) {
        return new BlobKey(Fingerprint.of(content));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
