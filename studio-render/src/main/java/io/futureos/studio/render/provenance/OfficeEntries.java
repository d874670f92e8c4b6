package io.futureos.studio.render.provenance;

import io.futureos.studio.model.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the entries of an Office file say: of all but a few no more than the fingerprints, so that a file can't fill the memory. */
final class OfficeEntries {

    private static final int MOST_ENTRIES = 20_000;
    private static final int LONGEST_NAME = 500;
    private static final long MOST_BYTES = 128L << 20;
    private static final int MOST_KEPT = 32 << 20;

    private final List<String> wanted;
    private final Map<String, Fingerprint> fingerprints = new LinkedHashMap<>();
    private final Map<String, byte[]> kept = new LinkedHashMap<>();
    private final byte[] buffer = new byte[64 << 10];
    private long total;

    /** @param wanted the names of the entries whose content is kept */
    OfficeEntries(List<String> wanted) {
        this.wanted = wanted;
    }

    Map<String, Fingerprint> fingerprints() {
        return fingerprints;
    }

    Map<String, byte[]> kept() {
        return kept;
    }

    /** @throws IOException if it is no zip file, or one that no report would be */
    void read(byte[] file) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                boolean isTwice = fingerprints.containsKey(name);
                if (isTwice || name.length() > LONGEST_NAME || fingerprints.size() >= MOST_ENTRIES) {
                    throw new IOException("two entries of one name, one too long, or too many");
                }
                read(name, zip);
            }
        }
    }

    private void read(String name, ZipInputStream zip) throws IOException {
        var digest = new Digest();
        var content = new ByteArrayOutputStream();
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            total += read;
            if (total > MOST_BYTES || content.size() > MOST_KEPT) {
                throw new IOException("more bytes than a report has");
            }
            digest.add(buffer, 0, read);
            if (wanted.contains(name)) {
                content.write(buffer, 0, read);
            }
        }
        fingerprints.put(name, digest.fingerprint());
        if (wanted.contains(name)) {
            kept.put(name, content.toByteArray());
        }
    }
}
