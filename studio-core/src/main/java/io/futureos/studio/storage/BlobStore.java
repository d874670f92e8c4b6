package io.futureos.studio.storage;

import io.futureos.studio.model.BlobKey;
import java.util.Optional;

/** Bytes under the fingerprint of their own content. Implementations are safe for use by several threads. */
public interface BlobStore {

    /** Stores the bytes and returns their key; storing equal bytes again changes nothing. */
    BlobKey put(byte[] content);

    /** The bytes stored under {@code key}. */
    Optional<byte[]> get(BlobKey key);
}
