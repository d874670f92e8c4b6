package io.futureos.studio.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A line to a server on which the next connections meet a fault; those after them are good. */
final class BadLine implements AutoCloseable {

    enum Fault {
        /** All of the request arrives; the connection breaks before the reply. */
        LOSES_THE_REPLY,
        /** The connection breaks in the middle of the reply. */
        BREAKS_THE_REPLY_OFF,
        /** Nothing comes back. */
        SILENT,
        /** A byte of the reply comes every 20 milliseconds. */
        TRICKLES
    }

    private static final int MIDDLE_OF_A_REPLY = 4_000;
    private static final long PAUSE = 20_000_000;

    private final URI server;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();
    private volatile Fault fault = Fault.SILENT;

    BadLine(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void next(int connections, Fault kind) {
        fault = kind;
        faults.set(connections);
    }

    /** How many connections met a fault. */
    int met() {
        return met.get();
    }

    /** Breaks all connections that are open; returns how many clients had one. */
    int hangUp() throws IOException {
        int clients = 0;
        for (Socket socket : open) {
            clients += socket.getLocalPort() == door.getLocalPort() && !socket.isClosed() ? 1 : 0;
            socket.close();
        }
        open.clear();
        return clients;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                open.add(near);
                Socket far = new Socket(server.getHost(), server.getPort());
                open.add(far);
                threads.execute(() -> carryRequests(near, far));
                threads.execute(() -> carryReplies(far, near));
            }
        } catch (IOException e) {
            // the door was closed
        }
    }

    private static void carryRequests(Socket near, Socket far) {
        try (far) {
            near.getInputStream().transferTo(far.getOutputStream());
        } catch (IOException e) {
            // one of them hung up
        }
    }

    private void carryReplies(Socket far, Socket near) {
        try (near;
                InputStream in = far.getInputStream();
                OutputStream out = near.getOutputStream()) {
            var bytes = new byte[8_192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    met.incrementAndGet();
                    meet(fault, bytes, read, in, out);
                    return;
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // one of them hung up
        }
    }

    private static void meet(Fault fault, byte[] bytes, int read, InputStream in, OutputStream out) throws IOException {
        switch (fault) {
            case LOSES_THE_REPLY -> {}
            case BREAKS_THE_REPLY_OFF -> out.write(bytes, 0, Math.min(read, MIDDLE_OF_A_REPLY));
            case SILENT -> in.transferTo(OutputStream.nullOutputStream());
            case TRICKLES -> {
                for (int i = 0; i < read; i++) {
                    out.write(bytes[i]);
                    out.flush();
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
