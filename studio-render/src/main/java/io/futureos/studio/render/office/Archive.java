package io.futureos.studio.render.office;

import io.futureos.studio.model.Fingerprint;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file whose bytes depend on nothing but its entries. */
final class Archive implements AutoCloseable {

    /**
     * Local time, so that no time zone moves it. Not the first moment that a zip file can name: {@link ZipEntry} takes that
     * for an earlier one, and adds the time in UTC.
     */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 1);

    private final ZipOutputStream zip;

    Archive(OutputStream out) {
        this(out, Deflater.DEFAULT_COMPRESSION);
    }

    /** @param level of compression */
    private Archive(OutputStream out, int level) {
        zip = new ZipOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
        zip.setLevel(level);
    }

    /** What becomes an entry of another zip file is smaller there if only that one compresses it. */
    static Archive within(OutputStream other) {
        return new Archive(other, Deflater.NO_COMPRESSION);
    }

    /** Adds an entry; answers the fingerprint of what it says. */
    Fingerprint add(String name, OfficePackage.Content content) throws IOException {
        var head = new ZipEntry(name);
        head.setTimeLocal(NO_TIME);
        zip.putNextEntry(head);
        MessageDigest digest = sha256();
        var written = new DigestOutputStream(zip, digest);
        content.writeTo(written);
        zip.closeEntry();
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /** Adds an entry that is not compressed, and of which all that the file says elsewhere is its length and check sum. */
    void addPlain(String name, byte[] content) throws IOException {
        var check = new CRC32();
        check.update(content);
        var head = new ZipEntry(name);
        head.setTimeLocal(NO_TIME);
        head.setMethod(ZipEntry.STORED);
        head.setSize(content.length);
        head.setCrc(check.getValue());
        zip.putNextEntry(head);
        zip.write(content);
        zip.closeEntry();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Writes the directory of entries; the stream stays open. */
    @Override
    public void close() throws IOException {
        zip.close();
    }
}
