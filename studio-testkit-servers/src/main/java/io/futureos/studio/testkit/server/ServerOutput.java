package io.futureos.studio.testkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** What a server's process prints. */
final class ServerOutput {

    private ServerOutput() {}

    /**
     * Returns as soon as a line says {@code ready}; the rest is read and dropped.
     *
     * @param name of the server, for who reads the exception
     * @throws IOException if the server ends before, with all that it said
     */
    static void awaitReady(Process server, String ready, String name) throws IOException {
        var said = new ArrayList<String>();
        var output = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains(ready)) {
                keepReading(output, name);
                return;
            }
        }
        throw new IOException(name + " did not start:\n" + String.join("\n", said));
    }

    /** A server whose output nobody reads would wait for a reader some day. */
    private static void keepReading(BufferedReader output, String name) {
        var reader = new Thread(() -> readAll(output), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    private static void readAll(BufferedReader output) {
        try {
            while (output.readLine() != null) {}
        } catch (IOException e) {
            // The process was killed.
        }
    }
}
