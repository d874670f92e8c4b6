package io.futureos.studio.storage;

import io.futureos.studio.model.BlobKey;
import java.util.Optional;

/**
 * Bytes under the fingerprint of their own content, from none to many megabytes. Arrays that were handed in or out are the
 * caller's to write into. Implementations are safe for use by several threads; each passes {@code BlobStoreContract}.
 */
public interface BlobStore {

    /**
     * Stores the bytes and returns their key; storing equal bytes again changes nothing.
     *
     * @throws StorageException if it is unknown whether they were stored; storing them again does no harm
     */
    BlobKey put(byte[] content);

    /** The bytes stored under {@code key}, all of them; empty if nobody stored them. */
    Optional<byte[]> get(BlobKey key);
}
