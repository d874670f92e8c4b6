package io.futureos.studio.storage.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.futureos.studio.model.BlobKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Where blobs are written before they get their name. What a killed process leaves here is cleared by a later one. */
final class Arrivals {

    /** Far longer than any put takes. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path directory;

    private Arrivals(Path directory) {
        this.directory = directory;
    }

    static Arrivals in(Path root) throws IOException {
        return new Arrivals(Shelves.directory(root.resolve("arriving")));
    }

    /** What is done with bytes that are on the disk. */
    @FunctionalInterface
    interface Onward {
        void take(Path arrived) throws IOException;
    }

    /** Bytes on their way to the disk. */
    @FunctionalInterface
    interface Content {
        void to(FileChannel channel) throws IOException;
    }

    static Content of(byte[] content) {
        return channel -> {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        };
    }

    /** Writes the bytes to the disk under a name of their own, and hands them on. */
    void through(BlobKey key, Content content, Instant time, Onward onward) throws IOException {
        Path arriving = aside(key);
        try {
            write(arriving, content, time);
            onward.take(arriving);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    /** A place for the blob at which nobody looks for it. */
    Path aside(BlobKey key) {
        return directory.resolve(key + "." + UUID.randomUUID());
    }

    private static void write(Path file, Content content, Instant time) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            content.to(channel);
            Files.setLastModifiedTime(file, FileTime.from(time));
            channel.force(true);
        }
    }

    /** Deletes what nobody can be writing any more. */
    void clear(Instant now) throws IOException {
        FileTime before = FileTime.from(now.minus(LEFT_BEHIND));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                directory, file -> Files.getLastModifiedTime(file).compareTo(before) < 0)) {
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
