package io.futureos.studio.bench.forecast;

import io.futureos.studio.model.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The script beside this class, run by the R that is installed. It takes minutes and depends on nothing of ours, so what it
 * printed can be kept.
 */
final class RScript {

    private static final String NAME = "textbook.R";
    private static final long MINUTES = 60;

    private final @Nullable Path kept;

    /** @param kept the folder for what was printed, by what it was printed for; null keeps nothing */
    RScript(@Nullable Path kept) {
        this.kept = kept;
    }

    /** Whether R is installed here with its package forecast. */
    static boolean isThere() {
        try {
            Process process = new ProcessBuilder("Rscript", "-e", "library(forecast)")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lines that the script prints for these arguments and this input. */
    List<String> run(List<String> arguments, List<String> input) {
        try {
            String script = script();
            if (kept == null) {
                return run(script, arguments, input);
            }
            Fingerprint key = Fingerprint.of(script + arguments + input);
            Path file = Files.createDirectories(kept).resolve(key.value() + ".csv");
            if (!Files.exists(file)) {
                Files.write(file, run(script, arguments, input));
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while R was working", e);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(RScript.class.getResourceAsStream(NAME), NAME)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> run(String script, List<String> arguments, List<String> input)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("textbook");
        try {
            Files.writeString(folder.resolve(NAME), script);
            Files.write(folder.resolve("in"), input);
            return run(folder, arguments);
        } finally {
            for (String name : List.of(NAME, "in", "out", "err")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static List<String> run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("Rscript", folder.resolve(NAME).toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectInput(folder.resolve("in").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("R did not end within " + MINUTES + " minutes: " + arguments);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("R failed at " + arguments + ": "
                    + Files.readString(folder.resolve("err")).strip());
        }
        return Files.readAllLines(folder.resolve("out"));
    }
}
