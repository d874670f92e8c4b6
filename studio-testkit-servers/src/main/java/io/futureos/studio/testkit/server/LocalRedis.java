package io.futureos.studio.testkit.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        ServerOutput.awaitReady(starting, READY, name());
        return starting;
    }

    private String name() {
        return "Redis at port " + port;
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
        Sigkill.end(process, name());
    }

    @Override
    public void startAgain() {
        try {
            process = started();
        } catch (IOException e) {
            throw new UncheckedIOException(name() + " could not be started again", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
