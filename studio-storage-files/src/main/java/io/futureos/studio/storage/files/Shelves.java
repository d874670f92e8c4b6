package io.futureos.studio.storage.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.storage.BlobStore.Stored;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The directories {@code 00} to {@code ff}, in which blobs stand by the first two digits of their keys. */
final class Shelves {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> NAMES =
            IntStream.range(0, 256).mapToObj("%02x"::formatted).toList();

    private final Path root;

    private Shelves(Path root) {
        this.root = root;
    }

    static Shelves in(Path root) throws IOException {
        for (String name : NAMES) {
            directory(root.resolve(name));
        }
        return new Shelves(root);
    }

    /** This directory, which is made if it is not there, and is never a link to another. */
    static Path directory(Path directory) throws IOException {
        try {
            return Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            return requireDirectory(directory);
        }
    }

    // A link would lead out of the store, and where a disk is not mounted every blob would seem never to have been put.
    private static Path requireDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory.toString());
        }
        return directory;
    }

    Path shelfOf(BlobKey key) throws IOException {
        return requireDirectory(root.resolve(key.toString().substring(0, 2)));
    }

    Path fileOf(BlobKey key) throws IOException {
        return shelfOf(key).resolve(key.toString());
    }

    /** The shelves on which blobs with this prefix may stand, from that of {@code after} on. */
    List<String> names(String prefix, Optional<BlobKey> after) {
        String first = after.map(key -> key.toString().substring(0, 2)).orElse("");
        return NAMES.stream()
                .filter(name -> name.startsWith(prefix) || prefix.startsWith(name))
                .filter(name -> name.compareTo(first) >= 0)
                .toList();
    }

    /** Adds blobs of one shelf to what was found, until there are {@code size}. */
    void collect(String shelf, String prefix, Optional<BlobKey> after, int size, Collection<Stored> found)
            throws IOException {
        if (found.size() == size) {
            return;
        }
        try (Stream<Path> files = Files.list(requireDirectory(root.resolve(shelf)))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> KEY.matcher(name).matches() && name.startsWith(prefix))
                    .filter(name ->
                            after.isEmpty() || name.compareTo(after.get().toString()) > 0)
                    .sorted()
                    .toList();
            for (int i = 0; i < names.size() && found.size() < size; i++) {
                stored(new BlobKey(new Fingerprint(names.get(i)))).ifPresent(found::add);
            }
        }
    }

    private Optional<Stored> stored(BlobKey key) throws IOException {
        try {
            var file = Files.readAttributes(fileOf(key), BasicFileAttributes.class, NOFOLLOW_LINKS);
            return file.isRegularFile()
                    ? Optional.of(
                            new Stored(key, file.size(), file.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // somebody deleted it meanwhile
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
