package io.futureos.studio.storage.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server on which connections fall silent: they stay open and nothing comes through, as when a machine between
 * forgot about them. New ones work.
 */
final class FallingSilent implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0);
    private final int exit;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Object silence = new Object();

    FallingSilent(int exit) throws IOException {
        this.exit = exit;
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on, nothing comes through those connections that there are. */
    void fallSilent() {
        silence = new Object();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "falling-silent");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket in = entrance.accept();
                var out = new Socket("localhost", exit);
                sockets.addAll(List.of(in, out));
                Object born = silence;
                start(() -> carry(in, out, born));
                start(() -> carry(out, in, born));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void carry(Socket from, Socket to, Object born) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (born == silence) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // One of the two was closed.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
