package io.futureos.studio.bench.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A C program among the resources, compiled with {@code gcc -O3} for this machine. */
final class PeerInC {

    private final Path program;

    private PeerInC(Path program) {
        this.program = program;
    }

    /** What a run printed: lines of a name and a number. */
    record Printed(List<String> lines) {

        double[] figures(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .toArray();
        }
    }

    /** Compiles {@code name.c} into a directory; empty where there is no gcc. */
    static Optional<PeerInC> compiled(String name, Path directory) throws IOException, InterruptedException {
        Path source = directory.resolve(name + ".c");
        try (InputStream in = PeerInC.class.getResourceAsStream(name + ".c")) {
            Files.write(source, Objects.requireNonNull(in, name).readAllBytes());
        }
        Path program = directory.resolve(name);
        try {
            run(List.of("gcc", "-O3", "-o", program.toString(), source.toString(), "-lm"));
        } catch (IOException e) {
            System.err.println("Without C to compare with: " + e.getMessage());
            return Optional.empty();
        }
        return Optional.of(new PeerInC(program));
    }

    Printed run(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return run(command);
    }

    private static Printed run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": " + printed);
        }
        return new Printed(printed.lines().toList());
    }
}
