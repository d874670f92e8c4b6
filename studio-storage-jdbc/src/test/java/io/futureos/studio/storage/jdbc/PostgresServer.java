package io.futureos.studio.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of this JVM's own, started when it is first asked for and gone with the JVM. It needs no Docker, and runs for
 * root as well as for an ordinary user. It keeps nothing over a crash of the machine: tests don't need that.
 */
final class PostgresServer implements AutoCloseable {

    private static final String TEMPLATE = "studio_template";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final ServerUser user;
    private final Path home;
    private final Path data;
    private final int port;
    private final Process process;

    private PostgresServer(ServerUser user, Path home, Path data, int port, Process process) {
        this.user = user;
        this.home = home;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** The server of this JVM. */
    static PostgresServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final PostgresServer SERVER = startedBy(ServerUser.possible().get(0));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
            SERVER.newDatabase(TEMPLATE, "template1");
            StudioSchema.migrate(SERVER.connectionsTo(TEMPLATE));
        }
    }

    static PostgresServer startedBy(ServerUser user) {
        try {
            Path home = user.newHome();
            Path programs = PostgresPrograms.extractedInto(home);
            Path data = Files.createTempDirectory(home, "data");
            user.own(home);
            initialise(data, user, programs);
            int port = freePort();
            Process process = user.start(
                    programs.resolve("postgres"),
                    ("-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -D")
                            .split(" "),
                    data);
            var server = new PostgresServer(user, home, data, port, process);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started", e);
        }
    }

    private static void initialise(Path data, ServerUser user, Path programs) throws IOException {
        Process initdb = user.start(
                programs.resolve("initdb"), "-U postgres -A trust -E UTF8 --no-locale --no-sync -D".split(" "), data);
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.onExit().join().exitValue() != 0) {
            throw new IOException("initdb failed: " + output);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        var said = new ArrayList<String>();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains("ready to accept connections")) {
                keepReading(output);
                return;
            }
        }
        throw new IOException("PostgreSQL did not start: " + String.join("\n", said));
    }

    /** A server whose output nobody reads would wait for a reader some day. */
    private static void keepReading(BufferedReader output) {
        var reader = new Thread(() -> output.lines().forEach(line -> {}), "output of PostgreSQL");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        user.clear(home, data);
    }

    /** A pool of connections to a new database that has the Studio's tables. */
    HikariDataSource newStudioDatabase() {
        return pool(url(newDatabase("test" + DATABASES.incrementAndGet(), TEMPLATE)));
    }

    /** A pool of connections to a new database without any tables. */
    HikariDataSource newBareDatabase() {
        return pool(url(newDatabase("test" + DATABASES.incrementAndGet(), "template1")));
    }

    private String newDatabase(String name, String template) {
        try (var connection = connectionsTo("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " could not be made", e);
        }
    }

    private PGSimpleDataSource connectionsTo(String database) {
        var connections = new PGSimpleDataSource();
        connections.setUrl(url(database));
        return connections;
    }

    static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }
}
