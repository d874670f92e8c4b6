package io.futureos.studio.storage.files;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads files piece by piece, however large they are. */
final class Copy {

    private Copy() {}

    /** The key of the file's bytes. */
    static BlobKey keyOf(Path file) throws IOException {
        return of(file, OutputStream.nullOutputStream());
    }

    /** Copies a file whose key is known, and does not take it for that file if somebody wrote into it meanwhile. */
    static void of(Path file, BlobKey key, FileChannel channel) throws IOException {
        if (!of(file, Channels.newOutputStream(channel)).equals(key)) {
            throw new IOException(file + " was written into while it was put");
        }
    }

    private static BlobKey of(Path file, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(out);
        }
        return new BlobKey(new Fingerprint(HexFormat.of().formatHex(digest.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
