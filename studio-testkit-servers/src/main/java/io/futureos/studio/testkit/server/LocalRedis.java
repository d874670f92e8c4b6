package io.futureos.studio.testkit.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A process of the Redis that this module brings along. */
final class LocalRedis implements RedisServer {

    private static final String READY = "Ready to accept connections";

    private final int port;
    private final List<String> settings;
    private Process process;

    private LocalRedis(int port, List<String> settings) throws IOException {
        this.port = port;
        this.settings = settings;
        this.process = started();
    }

    static LocalRedis start(String... settings) {
        try {
            return FreePort.use(port -> new LocalRedis(port, List.of(settings)));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started", e);
        }
    }

    private static synchronized File program() throws IOException {
        return ExecutableProvider.newJarResourceProvider().get();
    }

    private Process started() throws IOException {
        File program = program();
        var command = new ArrayList<>(List.of(program.getPath(), "--port", Integer.toString(port)));
        command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--appendonly", "no"));
        command.addAll(List.of("--cluster-config-file", "cluster-" + port + ".conf"));
        command.addAll(settings);
        Process starting = new ProcessBuilder(command)
                .directory(program.getParentFile())
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(starting::destroyForcibly));
        awaitReady(starting);
        return starting;
    }

    private void awaitReady(Process starting) throws IOException {
        var output = new BufferedReader(new InputStreamReader(starting.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(READY)) {
                var drain = new Thread(() -> drain(starting), "output of Redis");
                drain.setDaemon(true);
                drain.start();
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("Redis did not start at port " + port + ":\n" + said);
    }

    private static void drain(Process running) {
        try {
            running.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process was killed.
        }
    }

    @Override
    public String host() {
        return "localhost";
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
        Sigkill.end(process, "Redis at port " + port);
    }

    @Override
    public void startAgain() {
        try {
            process = started();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started again at port " + port, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
