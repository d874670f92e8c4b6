package io.futureos.studio.examples.gallery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs that show files as a reader sees them.
 *
 * @param path where they are looked for, as in the environment's {@code PATH}
 */
record Programs(List<Path> path) {

    private static final int MINUTES = 5;

    Programs {
        path = List.copyOf(path);
    }

    /** What a file is shown by. */
    enum Program {
        OFFICE("LibreOffice", "libreoffice-writer and libreoffice-impress", "soffice", "libreoffice"),
        PDF_PAGES("pdftoppm", "poppler-utils", "pdftoppm"),
        BROWSER("Chromium", "chromium", "chromium", "chromium-browser", "google-chrome", "chrome");

        private final String title;
        private final String debian;

        @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
        private final List<String> commands;

        Program(String title, String debian, String... commands) {
            this.title = title;
            this.debian = debian;
            this.commands = List.of(commands);
        }
    }

    static Programs of(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        return new Programs(Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    /** A sentence for each that is not there. */
    List<String> missing() {
        return Stream.of(Program.values())
                .filter(program -> found(program).isEmpty())
                .map(program -> program.title + " is missing: there is no " + String.join(" and no ", program.commands)
                        + " on the PATH. Debian and Ubuntu have it as " + program.debian
                        + "; without pictures, leave the folder PICTURES out.")
                .toList();
    }

    private Optional<Path> found(Program program) {
        return program.commands.stream()
                .flatMap(command -> path.stream().map(folder -> folder.resolve(command)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it and waits for its end; what it says is shown only if it fails. */
    void run(Program program, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(found(program).orElseThrow().toString());
        command.addAll(arguments);
        Path log = Files.createTempFile("gallery", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + Files.readString(log));
            }
        } finally {
            Files.delete(log);
        }
    }
}
