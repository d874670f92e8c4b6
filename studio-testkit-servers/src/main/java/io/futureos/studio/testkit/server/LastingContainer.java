package io.futureos.studio.testkit.server;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A container that has the same port and the same files when it was killed and is started again. Testcontainers' own way to
 * start again is a new container.
 */
final class LastingContainer {

    private final GenericContainer<?> container;

    private LastingContainer(GenericContainer<?> container) {
        this.container = container;
    }

    /** Starts a container whose {@code inside} is this machine's {@code port}. */
    static LastingContainer started(GenericContainer<?> container, int port, int inside) {
        container.addExposedPort(inside);
        container.setPortBindings(List.of(port + ":" + inside));
        container.start();
        return new LastingContainer(container);
    }

    String host() {
        return container.getHost();
    }

    boolean isRunning() {
        return container.isRunning();
    }

    void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
        docker().waitContainerCmd(container.getContainerId()).start().awaitStatusCode();
    }

    void startAgain() {
        docker().startContainerCmd(container.getContainerId()).exec();
        Wait.forListeningPort().waitUntilReady(container);
    }

    void close() {
        container.stop();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
