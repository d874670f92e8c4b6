package io.futureos.studio.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** A Redis in a container. It has the same port inside as outside, since a cluster tells its clients where it thinks it is. */
final class RedisInDocker implements RedisServer {

    private static final String IMAGE = System.getProperty("studio.servers.redis", "redis:7.2-alpine");

    private final LastingContainer container;
    private final int port;

    private RedisInDocker(LastingContainer container, int port) {
        this.container = container;
        this.port = port;
    }

    static RedisInDocker start(String... settings) {
        try {
            return FreePort.use(port -> startOn(port, settings));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis has no port to start on", e);
        }
    }

    private static RedisInDocker startOn(int port, String... settings) {
        var command = new ArrayList<>(List.of("redis-server", "--port", Integer.toString(port)));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--cluster-announce-ip", "127.0.0.1"));
        command.addAll(List.of(settings));
        GenericContainer<?> image = new GenericContainer<>(IMAGE).withCommand(command.toArray(String[]::new));
        return new RedisInDocker(LastingContainer.started(image, port, port), port);
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
    }

    @Override
    public void close() {
        container.close();
    }
}
