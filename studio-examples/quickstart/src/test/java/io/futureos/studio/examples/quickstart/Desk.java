package io.futureos.studio.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.OpenValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Norway's figures with fewer replicates, in a folder of their own, and a screen that remembers what was shown. */
final class Desk {

    private static final Path NORWAY = Path.of("data", "norway");

    final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String awaited = "\0";
    private Runnable then = () -> {};

    Desk(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.list(NORWAY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        edit("template.json", "\"replicates\": 200", "\"replicates\": 40");
    }

    Path template() {
        return folder.resolve("template.json");
    }

    /** Replaces the only place in a file at which {@code text} stands. */
    void edit(String file, String text, String replacement) throws IOException {
        String content = Files.readString(folder.resolve(file));
        int place = content.indexOf(text);
        if (place < 0 || content.indexOf(text, place + 1) >= 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not exactly once in " + file);
        }
        Files.writeString(folder.resolve(file), content.replace(text, replacement));
    }

    /** Cuts a file off before {@code text}. */
    void endBefore(String file, String text) throws IOException {
        String content = Files.readString(folder.resolve(file));
        Files.writeString(folder.resolve(file), content.substring(0, content.indexOf(text)));
    }

    /** Runs the program on this template with a small population; returns the exit code. */
    int run(String... more) {
        var arguments =
                new ArrayList<>(List.of("--template", template().toString(), "--size", "500", "--out", out("out")));
        arguments.addAll(List.of(more));
        return bare(arguments.toArray(String[]::new));
    }

    int bare(String... arguments) {
        out.reset();
        err.reset();
        return new Quickstart(screen(), new PrintStream(err, true, UTF_8), Terminal.PLAIN).run(arguments);
    }

    private PrintStream screen() {
        return new PrintStream(out, true, UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.contains(awaited)) {
                    then.run();
                }
            }
        };
    }

    /** Does this as soon as a line with that text is shown. */
    void whenShown(String text, Runnable what) {
        awaited = text;
        then = what;
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    byte[] written(String file) throws IOException {
        return Files.readAllBytes(folder.resolve("out").resolve(file));
    }

    Map<String, Object> json(String file) throws IOException {
        return OpenValue.map((Map<?, ?>) Objects.requireNonNull(StudioJson.read(written(file))));
    }

    String shown() {
        return out.toString(UTF_8);
    }

    String complaint() {
        return err.toString(UTF_8);
    }
}
