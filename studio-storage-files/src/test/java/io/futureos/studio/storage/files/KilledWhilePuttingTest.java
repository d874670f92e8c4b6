package io.futureos.studio.storage.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.storage.BlobStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledWhilePuttingTest {

    private static final int SIGKILL = 128 + 9;

    @TempDir
    Path directory;

    @RepeatedTest(3)
    void what_was_put_is_there_and_nothing_is_there_by_half() throws Exception {
        List<BlobKey> acknowledged = keysPutUntilKilled();

        var blobs = FileBlobStore.in(directory);
        List<BlobKey> listed = blobs.list("", Optional.empty(), 1_000).stream()
                .map(BlobStore.Stored::key)
                .toList();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(3);
        assertThat(listed).containsAll(acknowledged);
        assertThat(listed).allSatisfy(key -> assertThat(blobs.get(key)).isPresent());
    }

    private List<BlobKey> keysPutUntilKilled() throws IOException, InterruptedException {
        Process putter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Putter.class.getName(),
                        directory.toString())
                .redirectError(Redirect.DISCARD)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(putter.getInputStream(), UTF_8))) {
            var keys = new ArrayList<BlobKey>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keys.add(new BlobKey(new Fingerprint(line)));
                if (keys.size() == 3) {
                    awaitAFileThatIsWritten(putter);
                    // Process.destroyForcibly would close the stream, and with it what was acknowledged before the
                    // death.
                    putter.toHandle().destroyForcibly();
                }
            }
            return keys;
        } finally {
            putter.destroyForcibly();
            assertThat(putter.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(putter.exitValue()).isIn(SIGKILL, 1);
        }
    }

    private void awaitAFileThatIsWritten(Process putter) throws IOException {
        while (putter.isAlive() && !isWritten()) {
            Thread.onSpinWait();
        }
    }

    private boolean isWritten() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toFile).anyMatch(file -> file.isFile() && file.length() < Putter.SIZE);
        } catch (UncheckedIOException e) {
            return false; // a file was moved while it was looked at
        }
    }
}
