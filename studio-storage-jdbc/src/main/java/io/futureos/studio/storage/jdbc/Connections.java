package io.futureos.studio.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections that commit by themselves, whatever the pool thinks is right. On others Jdbi takes a transaction to be begun by
 * somebody else, leaves it to them to commit it, and what was written would be gone without a word.
 */
final class Connections implements ConnectionFactory {

    private final DataSource dataSource;
    private volatile boolean givenBackOtherwise;

    /** The SQLSTATE with which no connection was to be had, since one was. */
    private volatile String lastSeenReason = "";

    Connections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = taken();
        try {
            if (!connection.getAutoCommit()) {
                givenBackOtherwise = true;
                connection.setAutoCommit(true);
            }
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private Connection taken() throws SQLException {
        try {
            Connection connection = asked();
            lastSeenReason = "";
            return connection;
        } catch (SQLException e) {
            throw withReason(e);
        }
    }

    /** A pool that connects when it is first asked may say that it can't in an exception of its own. */
    private Connection asked() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (RuntimeException e) {
            throw new SQLException(
                    e.getMessage(), e.getCause() instanceof SQLException sql ? sql.getSQLState() : null, e);
        }
    }

    /** A pool that can't connect tells one of those who wait why, and the others only that they waited in vain. */
    private SQLException withReason(SQLException e) {
        String state = e.getSQLState();
        if (state != null && !state.isEmpty()) {
            lastSeenReason = state;
            return e;
        }
        return lastSeenReason.isEmpty() ? e : new SQLException(e.getMessage(), lastSeenReason, e);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try (connection) {
            if (givenBackOtherwise) {
                connection.setAutoCommit(false);
            }
        }
    }
}
