package io.futureos.studio.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port for a server that must keep it when it is started again. */
final class FreePort {

    /** Between finding a free port and using it, somebody else may take it. */
    private static final int TRIES = 5;

    private FreePort() {}

    /** Starts something on a port that was free a moment ago. */
    interface Start<S> {
        S on(int port) throws IOException;
    }

    static <S> S use(Start<S> start) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return start.on(find());
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static int find() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
