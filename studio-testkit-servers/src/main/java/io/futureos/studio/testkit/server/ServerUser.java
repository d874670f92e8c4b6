package io.futureos.studio.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** As whom a PostgreSQL runs, as it refuses to run as root. */
enum ServerUser {
    /** As whoever runs the tests. */
    MYSELF(""),
    /** As root who, in a user namespace of its own, is nobody in particular. */
    ROOT_IN_A_NAMESPACE("unshare -U"),
    /** As the user nobody, where root may not make namespaces (in containers, mostly). */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    /** That of Maven or that of Gradle. */
    private static final Optional<Path> BUILD = Stream.of("target", "build")
            .map(name -> Path.of(name).toAbsolutePath())
            .filter(Files::isDirectory)
            .findFirst();

    private final String prefix;

    ServerUser(String prefix) {
        this.prefix = prefix;
    }

    /** Those that whoever runs the tests can choose from, the best first. */
    static List<ServerUser> possible() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of(MYSELF);
        }
        return Stream.of(ROOT_IN_A_NAMESPACE, NOBODY)
                .filter(ServerUser::isPossible)
                .toList();
    }

    private boolean isPossible() {
        return succeeds((prefix + " true").split(" "));
    }

    /** Where programs and data lie: in the build's directory, unless there is none or nobody might not reach it there. */
    Path newHome() throws IOException {
        return this == NOBODY || BUILD.isEmpty()
                ? Files.createTempDirectory("studio-postgres")
                : Files.createDirectories(BUILD.get().resolve("postgres"));
    }

    /** Makes the files there the user's. */
    void own(Path home) {
        if (this == NOBODY && !succeeds("chown", "-R", "65534:65534", home.toString())) {
            throw new IllegalStateException(home + " could not be given to the user nobody");
        }
    }

    /** Starts a program on the directory of the data. */
    Process start(Path program, List<String> arguments, Path data) throws IOException {
        var command = new ArrayList<String>();
        if (!prefix.isEmpty()) {
            command.addAll(List.of(prefix.split(" ")));
        }
        command.add(program.toString());
        command.addAll(arguments);
        command.addAll(List.of("-D", data.toString()));
        return new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Programs in the build's directory stay there for the next time. */
    void clear(Path home, Path data) {
        boolean stay = BUILD.filter(home::startsWith).isPresent();
        try (Stream<Path> files = Files.walk(stay ? data : home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What a test's PostgreSQL left could not be removed", e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }
}
