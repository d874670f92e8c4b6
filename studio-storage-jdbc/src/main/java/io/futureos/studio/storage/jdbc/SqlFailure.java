package io.futureos.studio.storage.jdbc;

import io.futureos.studio.storage.StorageProblem;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What went wrong when SQL was run, as far as it can be told. */
final class SqlFailure {

    private final Throwable cause;
    private final String state;
    private final boolean connected;
    private final boolean waitedInVain;

    private SqlFailure(Exception e) {
        this.cause = firstSql(e).map(Throwable.class::cast).orElse(e);
        this.state = causes(e)
                .filter(SQLException.class::isInstance)
                .map(sql -> ((SQLException) sql).getSQLState())
                .filter(told -> told != null && !told.isEmpty())
                .findFirst()
                .orElse("");
        this.connected = causes(e).noneMatch(ConnectionException.class::isInstance);
        this.waitedInVain = causes(e).anyMatch(SocketTimeoutException.class::isInstance);
    }

    static SqlFailure of(Exception e) {
        return new SqlFailure(e);
    }

    /** What the pool or the driver threw. What Jdbi itself says quotes the values that were bound: they may be private. */
    Throwable cause() {
        return cause;
    }

    StorageProblem problem() {
        if (waitedInVain) {
            return StorageProblem.TIMED_OUT;
        }
        if (state.isEmpty()) {
            return connected ? StorageProblem.FAILED : StorageProblem.BUSY;
        }
        return switch (state) {
            case "57014", "55P03", "25P03", "25P04" -> StorageProblem.TIMED_OUT;
            case "57P01", "57P02", "57P03", "57P05" -> StorageProblem.UNREACHABLE;
            case "40001", "40P01" -> StorageProblem.CONTENDED;
            case "25006" -> StorageProblem.READ_ONLY;
            case "53100" -> StorageProblem.FULL;
            case "42501" -> StorageProblem.ACCESS_DENIED;
            case "3D000", "3F000", "42P01" -> StorageProblem.SCHEMA_MISSING;
            case "42703" -> StorageProblem.SCHEMA_OUTDATED;
            default ->
                switch (state.substring(0, 2)) {
                    case "08" -> StorageProblem.UNREACHABLE;
                    case "28" -> StorageProblem.ACCESS_DENIED;
                    case "53" -> StorageProblem.BUSY;
                    default -> StorageProblem.FAILED;
                };
        };
    }

    /**
     * Whether nothing was changed for certain: the statement never left, or the server itself said no and lives on. It is
     * uncertain where the line was lost, or the server broke off what it did.
     */
    boolean changedNothing() {
        boolean brokenOff = waitedInVain
                || state.isEmpty()
                || state.equals("40003")
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("XX");
        return !connected || !brokenOff;
    }

    /** What the server or the pool says, its SQLSTATE, and the way out, as the end of a sentence and a sentence. */
    String told() {
        StorageProblem problem = problem();
        String said = problem == StorageProblem.FAILED ? "" : ": " + said();
        return said + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")") + ". " + wayOut(problem);
    }

    /** Without what a server says in detail, which may quote what was to be written. */
    private String said() {
        var said = new ArrayList<String>();
        causes(cause).filter(SQLException.class::isInstance).forEach(sql -> {
            String words = words((SQLException) sql);
            if (said.stream().noneMatch(earlier -> earlier.contains(words))) {
                said.add(words);
            }
        });
        return String.join(": ", said);
    }

    private static String words(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
        String message = server == null ? e.getMessage() : server.getMessage();
        String line = message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static String wayOut(StorageProblem problem) {
        return switch (problem) {
            case UNREACHABLE -> "Try again when the server is back; this Studio need not be built anew.";
            case BUSY ->
                "Try again later. If that happens often, give the pool more connections, and the server room for them.";
            case TIMED_OUT ->
                "Try again later. If that happens often, look what keeps the server busy or locks its rows.";
            case CONTENDED -> "Try again.";
            case READ_ONLY ->
                "Point the pool at the primary server (targetServerType=primary), or wait until it takes changes.";
            case FULL -> "Make room on the server's disk, then try again.";
            case ACCESS_DENIED -> "See to the pool's user, its password, and its rights to the tables.";
            case SCHEMA_MISSING ->
                "See that the pool's address names the database and the schema with the Studio's tables; "
                        + "StudioSchema.migrate(dataSource) makes them.";
            case SCHEMA_OUTDATED -> "Run the SQL files that are missing; StudioSchema.verify(dataSource) names them.";
            case FAILED -> "The cause tells more.";
        };
    }

    private static Optional<SQLException> firstSql(Throwable e) {
        return causes(e)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(@Nullable Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }
}
