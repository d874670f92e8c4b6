package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/**
 * The bytes that a source gave when it was fetched.
 *
 * @param size in bytes
 */
public record RawPin(BlobKey key, long size) {

    public RawPin {
        requireNonNull(key, "key");
    }
}
