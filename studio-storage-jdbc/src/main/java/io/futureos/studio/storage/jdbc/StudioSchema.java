package io.futureos.studio.storage.jdbc;

import static java.util.stream.Collectors.joining;

import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.StorageProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables that this version of the library needs, as SQL files in order. They lie on the class path under
 * {@code io/futureos/studio/storage/jdbc/schema}, named as Flyway and Liquibase want them. Run them with the tool that
 * your database is migrated with, or with {@link #migrate}; the library never does so unasked.
 */
public final class StudioSchema {

    private static final Logger LOG = LoggerFactory.getLogger(StudioSchema.class);

    private static final List<String> FILES = List.of(
            "V001__journal.sql",
            "V002__projects.sql",
            "V003__checkpoints.sql",
            "V004__versions.sql",
            "V005__templates.sql",
            "V006__jobs.sql",
            "V007__blobs.sql",
            "V008__scenarios_and_reports.sql");

    /** Any number that nothing else in the database locks with; this one spells "studio". */
    private static final long LOCK = 0x73747564696fL;

    private StudioSchema() {}

    /** All files, one after the other. */
    public static String sql() {
        return FILES.stream().map(file -> "-- " + file + "\n" + content(file)).collect(joining("\n"));
    }

    /** Runs the files that the database does not have yet, all or none; several nodes may do so at once. */
    public static void migrate(DataSource dataSource) {
        new Database(dataSource).write("the tables of the Studio", StudioSchema::migrate);
    }

    static void migrate(Handle handle) throws SQLException {
        handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
        for (String file : missing(applied(handle))) {
            run(handle, file);
        }
    }

    /**
     * Looks whether the database has every file. It may have later ones too: a file only adds what the version of the library
     * before it can do without, so nodes of both work on one database while they are replaced one by one.
     *
     * @throws StorageException if not; it names the first that is missing
     */
    public static void verify(DataSource dataSource) {
        var database = new Database(dataSource);
        Set<Integer> applied = database.read("its tables of the Studio", StudioSchema::applied);
        List<String> missing = missing(applied);
        if (!missing.isEmpty()) {
            throw new StorageException(
                    applied.isEmpty() ? StorageProblem.SCHEMA_MISSING : StorageProblem.SCHEMA_OUTDATED,
                    true,
                    database.read("its name", StudioSchema::name) + " is not ready for this version of the library: "
                            + missing.get(0) + " was not run"
                            + (missing.size() == 1 ? "" : ", nor what comes after it")
                            + ". Run it with your migration tool, or call StudioSchema.migrate(dataSource).",
                    null);
        }
        applied.stream()
                .filter(version -> version > FILES.size())
                .findFirst()
                .ifPresent(later -> LOG.info(
                        "The database has file {} of the Studio, and this version of the library knows {}",
                        later,
                        FILES.size()));
    }

    private static Set<Integer> applied(Handle handle) {
        boolean any = handle.createQuery("SELECT to_regclass('studio_schema') IS NOT NULL")
                .mapTo(boolean.class)
                .one();
        return any
                ? handle.createQuery("SELECT version FROM studio_schema")
                        .mapTo(Integer.class)
                        .set()
                : Set.of();
    }

    private static String name(Handle handle) {
        return handle.createQuery(
                        "SELECT format('Database %s (schema %s)', current_database(), coalesce(current_schema(), '?'))")
                .mapTo(String.class)
                .one();
    }

    private static List<String> missing(Set<Integer> applied) {
        return FILES.stream()
                .filter(file -> !applied.contains(FILES.indexOf(file) + 1))
                .toList();
    }

    // Not through Jdbi, which would look for parameters in it.
    private static void run(Handle handle, String file) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(content(file));
        }
    }

    private static String content(String file) {
        try (InputStream in = Objects.requireNonNull(StudioSchema.class.getResourceAsStream("schema/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The library's own file " + file + " can't be read", e);
        }
    }
}
