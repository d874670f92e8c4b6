package io.futureos.studio.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process of the PostgreSQL that this module brings along. */
final class LocalPostgres implements PostgresServer {

    private static final String READY = "ready to accept connections";

    /** What it says when processes of the one that was killed are not gone yet. */
    private static final String STILL_DYING = "still in use";

    private static final int TRIES_UNTIL_DEAD = 200;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final ServerUser user;
    private final Path home;
    private final Path programs;
    private final Path data;
    private final int port;
    private final List<String> settings;
    private Process process;

    private LocalPostgres(ServerUser user, Path home, Path programs, Path data, int port, List<String> settings)
            throws IOException {
        this.user = user;
        this.home = home;
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = started();
    }

    static LocalPostgres start(String... settings) {
        return startedBy(ServerUser.possible().get(0), settings);
    }

    static LocalPostgres startedBy(ServerUser user, String... settings) {
        try {
            Path home = user.newHome();
            Path programs = PostgresPrograms.extractedInto(home);
            Path data = Files.createTempDirectory(home, "data");
            user.own(home);
            initialise(data, user, programs);
            LocalPostgres server =
                    FreePort.use(port -> new LocalPostgres(user, home, programs, data, port, List.of(settings)));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started", e);
        }
    }

    private static void initialise(Path data, ServerUser user, Path programs) throws IOException {
        Process initdb = user.start(
                programs.resolve("initdb"),
                List.of(("-U " + Databases.USER + " -A trust -E UTF8 --no-locale --no-sync").split(" ")),
                data);
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.onExit().join().exitValue() != 0) {
            throw new IOException("initdb failed: " + output);
        }
    }

    private Process started() throws IOException {
        var arguments = new ArrayList<>(List.of("-p", Integer.toString(port)));
        arguments.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        Process starting = user.start(programs.resolve("postgres"), arguments, data);
        ServerOutput.awaitReady(starting, READY, name());
        return starting;
    }

    private String name() {
        return "PostgreSQL at port " + port;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        Sigkill.end(process, name());
    }

    @Override
    public void startAgain() {
        try {
            process = startedWhenTheOldOneIsGone();
        } catch (IOException e) {
            throw new UncheckedIOException(name() + " could not be started again", e);
        }
    }

    private Process startedWhenTheOldOneIsGone() throws IOException {
        for (int i = 1; ; i++) {
            try {
                return started();
            } catch (IOException e) {
                if (i == TRIES_UNTIL_DEAD || !String.valueOf(e.getMessage()).contains(STILL_DYING)) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    @Override
    public synchronized void close() {
        if (Files.exists(data)) {
            stop();
            user.clear(home, data);
        }
    }

    /** Without ado, but in its own way: killed, it would leave its shared memory behind. */
    private void stop() {
        try {
            user.start(programs.resolve("pg_ctl"), List.of("stop", "-m", "immediate"), data)
                    .onExit()
                    .join();
        } catch (IOException e) {
            // Then it is killed.
        }
        process.destroyForcibly().onExit().join();
    }
}
