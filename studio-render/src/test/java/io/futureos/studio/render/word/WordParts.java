package io.futureos.studio.render.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of a file of Office, as they are. */
record WordParts(Map<String, byte[]> parts) {

    static WordParts of(byte[] file) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordParts(parts);
    }

    String text(String name) {
        return new String(parts.get(name), UTF_8);
    }

    String allBelow(String folder) {
        return parts.keySet().stream()
                .filter(name -> name.startsWith(folder))
                .map(this::text)
                .collect(Collectors.joining());
    }
}
