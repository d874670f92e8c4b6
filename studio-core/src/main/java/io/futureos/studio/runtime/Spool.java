package io.futureos.studio.runtime;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a file to the blob store that is too large for memory. It is written to a temporary file first, as a blob bears the
 * fingerprint of all of its bytes: nobody sees any of them before the last was written.
 */
final class Spool {

    private Spool() {}

    /** Writes a file. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** What was stored. */
    record Stored(BlobKey key, long size) {}

    /** @throws IOException if it can't be written; nothing is stored then */
    static Stored through(BlobStore blobs, Writing writing) throws IOException {
        Path file = Files.createTempFile("studio-export", null);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writing.to(out);
            }
            return new Stored(blobs.put(file), Files.size(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
