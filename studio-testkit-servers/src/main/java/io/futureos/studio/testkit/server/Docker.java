package io.futureos.studio.testkit.server;

import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** Whether the servers of this JVM come in containers. */
final class Docker {

    private static final String PROPERTY = "studio.servers";
    private static final String VARIABLE = "STUDIO_SERVERS";
    private static final String DEFAULT = "docker where it answers";

    private Docker() {}

    private static final class Asked {
        static final boolean USED = isUsed(System.getProperty(PROPERTY, fromEnvironment(System.getenv())));
    }

    /** Asks once, as a Docker that is not there takes half a second not to answer. */
    static boolean isUsed() {
        return Asked.USED;
    }

    private static String fromEnvironment(Map<String, String> environment) {
        return environment.getOrDefault(VARIABLE, DEFAULT);
    }

    static boolean isUsed(String choice) {
        return switch (choice) {
            case "embedded" -> false;
            case "docker" -> true;
            case DEFAULT -> DockerClientFactory.instance().isDockerAvailable();
            default ->
                throw new IllegalArgumentException(PROPERTY + " (or " + VARIABLE + ") is \"" + choice
                        + "\". Say embedded or docker, or leave it out to use Docker where it answers.");
        };
    }
}
