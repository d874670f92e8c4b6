package io.futureos.studio.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** A PostgreSQL in a container. */
final class PostgresInDocker implements PostgresServer {

    private static final String IMAGE = System.getProperty("studio.servers.postgres", "postgres:18-alpine");
    private static final int INSIDE = 5432;

    private final LastingContainer container;
    private final int port;

    private PostgresInDocker(LastingContainer container, int port) {
        this.container = container;
        this.port = port;
    }

    static PostgresInDocker start(String... settings) {
        try {
            return FreePort.use(port -> startOn(port, settings));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL has no port to start on", e);
        }
    }

    private static PostgresInDocker startOn(int port, String... settings) {
        var command = new ArrayList<>(List.of("postgres"));
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        GenericContainer<?> image = new GenericContainer<>(IMAGE)
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --no-locale")
                .withCommand(command.toArray(String[]::new));
        var server = new PostgresInDocker(LastingContainer.started(image, port, INSIDE), port);
        server.awaitAnswer();
        return server;
    }

    /** It listens on its port while it prepares its files, and answers later. */
    private void awaitAnswer() {
        new Databases(host(), port).awaitAnswer();
    }

    @Override
    public String host() {
        return container.host();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    @Override
    public void kill() {
        container.kill();
    }

    @Override
    public void startAgain() {
        container.startAgain();
        awaitAnswer();
    }

    @Override
    public void close() {
        container.close();
    }
}
