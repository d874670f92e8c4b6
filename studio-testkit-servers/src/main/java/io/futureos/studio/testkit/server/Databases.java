package io.futureos.studio.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The databases of one PostgreSQL. */
record Databases(String host, int port) {

    static final String USER = "postgres";

    private static final String EMPTY = "template1";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    String create() {
        return url(newDatabase(EMPTY));
    }

    String copyOf(String url) {
        String server = url("");
        String start = server.substring(0, server.indexOf('?'));
        if (!url.startsWith(start)) {
            throw new IllegalArgumentException(
                    url + " is not a database of this server. Its addresses start with " + start);
        }
        return url(newDatabase(url.substring(start.length()).replaceFirst("\\?.*", "")));
    }

    private String newDatabase(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + statement.enquoteIdentifier(template, true));
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("No database could be made from " + template + " at port " + port, e);
        }
    }

    /** Returns when the server answers. */
    void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL at port " + port + " does not answer", e);
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(USER));
    }

    private String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?user=" + USER;
    }
}
