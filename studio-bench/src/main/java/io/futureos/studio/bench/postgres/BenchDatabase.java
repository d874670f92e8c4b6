package io.futureos.studio.bench.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.storage.jdbc.PostgresStorage;
import io.futureos.studio.storage.jdbc.StudioSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database with the Studio's tables and those of the floor beside them, and a pool of connections as a host has one. */
final class BenchDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final HikariDataSource pool;
    private final PostgresStorage storage;

    /** @param url of a new database */
    BenchDatabase(String url) throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        this.pool = new HikariDataSource(config);
        StudioSchema.migrate(pool);
        try (Connection connection = connection()) {
            Floor.create(connection);
        }
        this.storage = PostgresStorage.over(pool);
    }

    PostgresStorage storage() {
        return storage;
    }

    Floor floor() throws SQLException {
        return new Floor(connection());
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl());
    }

    /** The only number that the query answers with. */
    long number(String query) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Has the server count what this pool's connections did so far: each tells it when it ends. */
    void countEverything() throws SQLException {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        pool.close();
    }
}
