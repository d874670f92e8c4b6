package io.futureos.studio.storage.redis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A process of the Redis that the test dependencies bring along, on a free port of this machine. */
final class LocalRedis implements RedisServer {

    /** Between finding a free port and using it, somebody else may take it. */
    private static final int TRIES = 5;

    private static final String READY = "Ready to accept connections";

    private final int port;
    private final List<String> settings;
    private Process process;

    /** Ends with the JVM. */
    static final class Shared {
        static final LocalRedis SERVER = LocalRedis.start();

        private Shared() {}
    }

    private LocalRedis(int port, List<String> settings) throws IOException {
        this.port = port;
        this.settings = settings;
        this.process = started();
    }

    static LocalRedis start(String... settings) {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return new LocalRedis(freePort(), List.of(settings));
            } catch (IOException e) {
                last = e;
            }
        }
        throw new UncheckedIOException("No Redis could be started", last);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static synchronized File program() throws IOException {
        return ExecutableProvider.newJarResourceProvider().get();
    }

    private Process started() throws IOException {
        var command = new ArrayList<>(List.of(program().getPath(), "--port", Integer.toString(port)));
        command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--appendonly", "no"));
        command.addAll(settings);
        Process starting = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(starting::destroyForcibly));
        awaitReady(starting);
        return starting;
    }

    private void awaitReady(Process starting) throws IOException {
        var output = new BufferedReader(new InputStreamReader(starting.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(READY)) {
                var drain = new Thread(() -> drain(starting), "redis-output");
                drain.setDaemon(true);
                drain.start();
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("Redis did not start on port " + port + ":\n" + said);
    }

    private static void drain(Process running) {
        try {
            running.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process was killed.
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void startAgain() {
        try {
            process = started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
