package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.BlobKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bytes under the fingerprint of their own content, from none to many megabytes. Arrays that were handed in or out are the
 * caller's to write into. Implementations are safe for use by several threads; each passes {@code BlobStoreContract}.
 */
public interface BlobStore {

    /** The longest time for which a link to a blob may be good. */
    Duration LONGEST_LINK = Duration.ofMinutes(5);

    /**
     * Stores the bytes and returns their key; storing equal bytes again changes nothing but the time of the last put.
     *
     * @throws StorageException if it is unknown whether they were stored; storing them again does no harm
     */
    BlobKey put(byte[] content);

    /**
     * Stores the bytes of a file, as {@link #put(byte[])} does, and leaves the file alone. A store that can takes them without
     * holding all of them in memory. Nobody may write into the file meanwhile.
     *
     * @throws IOException if the file can't be read; nothing is stored
     */
    default BlobKey put(Path file) throws IOException {
        return put(Files.readAllBytes(file));
    }

    /**
     * The bytes stored under {@code key}, all of them; empty if nobody stored them.
     *
     * @throws StorageException if the store did not answer, or holds other bytes than those that were put
     */
    Optional<byte[]> get(BlobKey key);

    /**
     * Up to {@code length} bytes of a blob from {@code offset} on: fewer if it ends before, none if it ends before
     * {@code offset}; empty if nobody stored it. A part can't be checked against the key.
     *
     * @throws IllegalArgumentException if {@code offset} is negative or {@code length} is not positive
     */
    default Optional<byte[]> get(BlobKey key, long offset, int length) {
        requirePart(offset, length);
        return get(key).map(content -> {
            int from = (int) Math.min(offset, content.length);
            return Arrays.copyOfRange(content, from, from + Math.min(length, content.length - from));
        });
    }

    /**
     * The next {@code size} blobs whose keys begin with {@code prefix}, in the order of their keys, after {@code after} if it
     * is given. A blob that is put or deleted while somebody lists may or may not be among them.
     *
     * @param prefix the first digits of the keys, or all of one key; the empty text for all blobs
     */
    List<Stored> list(String prefix, Optional<BlobKey> after, int size);

    /** Forgets the bytes; nothing happens if they are not there. */
    void delete(BlobKey key);

    /**
     * Forgets the bytes, unless somebody put them at {@code since} or later, as the store's own clock says. A store that can
     * looks and deletes in one step, so that a put that returned is never undone by it; {@code AtomicDeletionContract} tells.
     * A store that can't, because it has no such step, leaves the least time between the two that it can.
     */
    default void deleteUnlessPutSince(BlobKey key, Instant since) {
        boolean isOld = list(key.toString(), Optional.empty(), 1).stream()
                .anyMatch(stored -> stored.lastPut().isBefore(since));
        if (isOld) {
            delete(key);
        }
    }

    /**
     * A link under which anybody can read the blob without asking this store, for so long and saved under that name. Empty if
     * this store can't give links. Whether there is such a blob is not looked up.
     *
     * @param goodFor at most {@link #LONGEST_LINK}
     * @throws IllegalArgumentException if {@code goodFor} is not between one second and {@link #LONGEST_LINK}
     */
    default Optional<URI> link(BlobKey key, String fileName, Duration goodFor) {
        return Optional.empty();
    }

    /** A blob in a list: how many bytes it has, and when somebody put it last, as the store's own clock says. */
    record Stored(BlobKey key, long size, Instant lastPut) {
        public Stored {
            requireNonNull(key, "key");
            requireNonNull(lastPut, "lastPut");
        }
    }

    /** Refuses what no part of a blob can be. */
    static void requirePart(long offset, int length) {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException(
                    "A part of a blob begins at 0 or later and has 1 byte or more, but this begins at " + offset
                            + " and has " + length);
        }
    }
}
