package io.futureos.studio.storage.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps blobs as files of one directory. A blob is on the disk when {@code put} returns, and is there whole or not at all
 * whenever the process or the machine dies. Names of files are made of keys alone, which are 64 lower-case digits: none leads
 * out of the directory, and no two differ in case only. Safe for use by several threads, and by several processes of one
 * machine.
 */
public final class FileBlobStore implements BlobStore {

    private static final Set<OpenOption> WITHOUT_LINKS = Set.of(READ, NOFOLLOW_LINKS);

    private final Shelves shelves;
    private final Arrivals arrivals;
    private final Clock clock;

    private FileBlobStore(Shelves shelves, Arrivals arrivals, Clock clock) {
        this.shelves = shelves;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * A store in this directory, which is made if it is not there.
     *
     * @throws StorageException if it can't be made or is no directory
     */
    public static FileBlobStore in(Path directory) {
        return in(directory, Clock.systemUTC());
    }

    /** A store in this directory in which the ages of blobs go by this clock. */
    public static FileBlobStore in(Path directory, Clock clock) {
        try {
            Path root = Files.createDirectories(directory).toRealPath();
            var store = new FileBlobStore(Shelves.in(root), Arrivals.in(root), clock);
            Disk.force(root);
            store.arrivals.clear(clock.instant());
            return store;
        } catch (IOException e) {
            throw new StorageException(
                    "There can be no blob store in " + directory + ": " + e
                            + ". Name a directory that this process may write",
                    e);
        }
    }

    @Override
    public BlobKey put(byte[] content) {
        return put(BlobKey.of(content), Arrivals.of(content));
    }

    @Override
    public BlobKey put(Path file) throws IOException {
        BlobKey key = Copy.keyOf(file);
        return put(key, channel -> Copy.of(file, key, channel));
    }

    private BlobKey put(BlobKey key, Arrivals.Content content) {
        try {
            Path file = shelves.fileOf(key);
            arrivals.through(key, content, clock.instant(), arrived -> Files.move(arrived, file, ATOMIC_MOVE));
            Disk.force(shelves.shelfOf(key));
            return key;
        } catch (IOException e) {
            throw new StorageException(
                    "It is unknown whether blob " + key + " was written to " + shelves + ": " + e
                            + ". See that the disk has room and that this process may write there, and put it again",
                    e);
        }
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        Optional<byte[]> content =
                read(key, channel -> Channels.newInputStream(channel).readAllBytes());
        content.ifPresent(bytes -> requireUndamaged(key, bytes));
        return content;
    }

    @Override
    public Optional<byte[]> get(BlobKey key, long offset, int length) {
        BlobStore.requirePart(offset, length);
        return read(key, channel -> part(channel, offset, length));
    }

    private static byte[] part(SeekableByteChannel channel, long offset, int length) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, channel.size() - offset)));
        channel.position(offset);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // a read may bring less than there is room for
        }
        return bytes.array();
    }

    private void requireUndamaged(BlobKey key, byte[] content) {
        if (!BlobKey.of(content).equals(key)) {
            throw new StorageException(
                    "The file of blob " + key + " in " + shelves + " is damaged: its " + content.length
                            + " bytes have another fingerprint. Bring it back from a backup, or put the blob again",
                    null);
        }
    }

    @Override
    public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
        try {
            var found = new ArrayList<Stored>();
            for (String shelf : shelves.names(prefix, after)) {
                shelves.collect(shelf, prefix, after, size, found);
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw unread("the blobs that begin with \"" + prefix + "\"", e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        try {
            Files.deleteIfExists(shelves.fileOf(key));
        } catch (IOException e) {
            throw undeleted(key, e);
        }
    }

    /**
     * A file can't be looked at and deleted in one step, but it can be moved: what was moved is looked at where nobody puts
     * anything, and comes back if it was put meanwhile.
     */
    @Override
    public void deleteUnlessPutSince(BlobKey key, Instant since) {
        try {
            Path file = shelves.fileOf(key);
            if (isOlder(file, since)) {
                Path aside = arrivals.aside(key);
                Files.move(file, aside, ATOMIC_MOVE);
                if (isOlder(aside, since)) {
                    Files.delete(aside);
                } else {
                    Files.move(aside, file, ATOMIC_MOVE);
                }
            }
        } catch (NoSuchFileException e) {
            // somebody else deleted it, or is looking at it
        } catch (IOException e) {
            throw undeleted(key, e);
        }
    }

    private static boolean isOlder(Path file, Instant since) throws IOException {
        return Files.getLastModifiedTime(file, NOFOLLOW_LINKS).toInstant().isBefore(since);
    }

    private StorageException undeleted(BlobKey key, IOException e) {
        return new StorageException(
                "It is unknown whether blob " + key + " was deleted from " + shelves + ": " + e
                        + ". See that this process may write there, and delete it again",
                e);
    }

    @FunctionalInterface
    private interface Reading {
        byte[] from(SeekableByteChannel channel) throws IOException;
    }

    private Optional<byte[]> read(BlobKey key, Reading reading) {
        try (SeekableByteChannel channel = Files.newByteChannel(shelves.fileOf(key), WITHOUT_LINKS)) {
            return Optional.of(reading.from(channel));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unread("blob " + key, e);
        }
    }

    private StorageException unread(String what, IOException e) {
        return new StorageException(
                "Could not read " + what + " in " + shelves + ": " + e
                        + ". See that the disk is there and that this process may read it",
                e);
    }
}
