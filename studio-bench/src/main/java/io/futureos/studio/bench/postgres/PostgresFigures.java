package io.futureos.studio.bench.postgres;

import io.futureos.studio.testkit.server.PostgresServer;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

/**
 * Measures the storage in PostgreSQL beside plain JDBC on the contract's tables, on a server of its own with every setting at
 * its default, and prints the tables of {@code docs/benchmarks.md}. A program and no benchmark of JMH, because two ways are
 * compared turn by turn.
 */
public final class PostgresFigures {

    /** After so many the figures stay as they are; after one, a creation takes a quarter longer. */
    private static final int ROUNDS_OF_WARM_UP = 4;

    private final PostgresServer server;
    private final Report report = new Report(System.err);

    private PostgresFigures(PostgresServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws SQLException, InterruptedException, ExecutionException {
        try (PostgresServer server = PostgresServer.start()) {
            new PostgresFigures(server).warmUp();
        }
        try (PostgresServer server = PostgresServer.start()) {
            new PostgresFigures(server).run();
        }
    }

    private void run() throws SQLException, InterruptedException, ExecutionException {
        try (BenchDatabase database = newDatabase()) {
            for (Size size : Size.values()) {
                measureProjects(database, size, report);
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

    /**
     * Else the first figures would be those of Java's interpreter, and the next those of what it compiles in a hurry. What this
     * leaves behind keeps its server busy for a while, so it gets one of its own.
     */
    private void warmUp() throws SQLException, InterruptedException, ExecutionException {
        Report unread = Report.unread();
        try (BenchDatabase database = newDatabase()) {
            Crowd.measure(database, unread);
            for (int round = 0; round < ROUNDS_OF_WARM_UP; round++) {
                Creating.measure(database, unread);
                measureProjects(database, Size.KB_10, unread);
            }
        }
    }

    private static void measureProjects(BenchDatabase database, Size size, Report report) throws SQLException {
        try (var projects = new SizedProjects(database, size, report)) {
            projects.save();
            projects.load();
            projects.act();
            projects.count();
            projects.append();
        }
    }

    private BenchDatabase newDatabase() throws SQLException {
        return new BenchDatabase(server.newDatabase());
    }
}
