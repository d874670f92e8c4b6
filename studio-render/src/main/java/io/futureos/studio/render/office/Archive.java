package io.futureos.studio.render.office;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
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
    }

    void add(String name, OfficePackage.Content content) throws IOException {
        var head = new ZipEntry(name);
        head.setTimeLocal(NO_TIME);
        zip.putNextEntry(head);
        content.writeTo(zip);
        zip.closeEntry();
    }

    /** Writes the directory of entries; the stream stays open. */
    @Override
    public void close() throws IOException {
        zip.close();
    }
}
