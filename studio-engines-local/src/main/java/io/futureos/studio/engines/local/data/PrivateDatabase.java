package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB in memory that sees one directory of its own and nothing else: no other file, no network, no extensions, and
 * no way to change that. It lives for one piece of work; closing it deletes the directory. One thread computes, so that
 * equal work writes equal bytes.
 */
final class PrivateDatabase implements AutoCloseable {

    private static final String MEMORY_LIMIT = "512MB";
    private static final String DISK_LIMIT = "2GB";

    private final Path directory;
    private final DuckDBConnection connection;

    private PrivateDatabase(Path directory, DuckDBConnection connection) {
        this.directory = directory;
        this.connection = connection;
    }

    static PrivateDatabase open() {
        return open(MEMORY_LIMIT);
    }

    /** @param memory how much the database may take beside the heap before it writes to its directory */
    static PrivateDatabase open(String memory) {
        try {
            Path directory = Files.createTempDirectory("studio-data").toRealPath();
            try {
                return new PrivateDatabase(directory, connect(directory, memory));
            } catch (SQLException | RuntimeException e) {
                delete(directory);
                throw e;
            }
        } catch (IOException e) {
            throw new EngineException(
                    "no_workspace",
                    "The data engine needs a temporary directory, but none could be made in "
                            + System.getProperty("java.io.tmpdir") + "; make room or set java.io.tmpdir.",
                    e);
        } catch (SQLException e) {
            throw new EngineException("no_workspace", "The embedded database does not start: " + firstLine(e), e);
        }
    }

    /** A file in the directory, as text for SQL. Its name is this class's caller's own, never a user's. */
    String quoted(String file) {
        return "'" + path(file).toString().replace("'", "''") + "'";
    }

    Path path(String file) {
        return directory.resolve(file);
    }

    DuckDBConnection connection() {
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An identifier as SQL takes it, whatever is in it. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** DuckDB's messages go on with hints for people who type SQL; the first line says what is wrong. */
    static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database does not close", e);
        } finally {
            delete(directory);
        }
    }

    private static DuckDBConnection connect(Path directory, String memory) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            String own = directory.toString().replace("'", "''");
            // The order matters: each of the last two forbids what comes before it.
            statement.execute("SET allowed_directories=['" + own + "']");
            statement.execute("SET memory_limit='" + memory + "'");
            statement.execute("SET threads=1");
            statement.execute("SET temp_directory='" + own + "/spill'");
            statement.execute("SET max_temp_directory_size='" + DISK_LIMIT + "'");
            statement.execute("SET autoinstall_known_extensions=false");
            statement.execute("SET autoload_known_extensions=false");
            statement.execute("SET enable_external_access=false");
            statement.execute("SET lock_configuration=true");
            return connection.unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Somebody cleaned the temporary directory first; nothing is left to do.
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary directory " + directory + " can't be deleted", e);
        }
    }
}
