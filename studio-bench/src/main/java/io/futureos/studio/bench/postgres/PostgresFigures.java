package io.futureos.studio.bench.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

/**
 * Measures the storage in PostgreSQL beside plain JDBC on the contract's tables, and prints the tables of {@code
 * docs/benchmarks.md}. A program and no benchmark of JMH, because two ways are compared turn by turn.
 */
public final class PostgresFigures {

    private final String server;
    private final Report report = new Report();
    private int databases;

    private PostgresFigures(String server) {
        this.server = server;
    }

    /** Takes the JDBC URL of a server's database, where it makes databases of its own. */
    public static void main(String[] arguments) throws SQLException, InterruptedException, ExecutionException {
        new PostgresFigures(arguments[0]).run();
    }

    private void run() throws SQLException, InterruptedException, ExecutionException {
        try (BenchDatabase database = newDatabase()) {
            for (Size size : Size.values()) {
                try (var projects = new SizedProjects(database, size, report)) {
                    projects.save();
                    projects.load();
                    projects.act();
                    projects.count();
                }
            }
            Creating.measure(database, report);
            Crowd.measure(database, report);
        }
        try (BenchDatabase database = newDatabase()) {
            Listing.measure(database, report);
        }
        try (BenchDatabase database = newDatabase()) {
            JobStart.measure(database, report);
        }
        report.print();
    }

    private BenchDatabase newDatabase() throws SQLException {
        String name = "bench_" + ProcessHandle.current().pid() + "_" + ++databases;
        try (Connection connection = DriverManager.getConnection(server);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new BenchDatabase(server.replaceFirst("(//[^/]+/)[^?]*", "$1" + name));
    }
}
