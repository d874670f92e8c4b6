package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** The versions of every project: the newest with their snapshots, the archived ones with the key of their blob. */
final class PostgresVersions implements Versions {

    private static final String INFO = "version_number, revision, created_by, created_at, reason, size";

    private static final String FIND = """
            SELECT %1$s, state_snapshot, NULL AS snapshot_blob FROM studio_project_versions
            WHERE project_id = :project AND version_number = :number
            UNION ALL
            SELECT %1$s, NULL, snapshot_blob FROM studio_archived_versions
            WHERE project_id = :project AND version_number = :number""".formatted(INFO);

    private static final String LIST = """
            SELECT %1$s, FALSE AS archived FROM studio_project_versions
            WHERE project_id = :project AND version_number < :before
            UNION ALL
            SELECT %1$s, TRUE FROM studio_archived_versions
            WHERE project_id = :project AND version_number < :before
            ORDER BY version_number DESC LIMIT :most""".formatted(INFO);

    private final Database database;

    PostgresVersions(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Stored> find(ProjectId project, int number) {
        return database.read(
                called(project, number),
                handle -> of(handle.createQuery(FIND), project, number)
                        .map((row, context) -> stored(row))
                        .findFirst());
    }

    @Override
    public List<VersionInfo> list(ProjectId project, int before, int size) {
        return database.read(
                "the versions of project " + project,
                handle -> handle.createQuery(LIST)
                        .bind("project", project.value())
                        .bind("before", before)
                        .bind("most", size)
                        .map((row, context) -> info(row, row.getBoolean("archived")))
                        .list());
    }

    @Override
    public void archive(ProjectId project, int number, BlobKey content) {
        database.write(
                called(project, number),
                handle -> of(handle.createUpdate("""
                                        WITH moved AS (
                                          DELETE FROM studio_project_versions
                                          WHERE project_id = :project AND version_number = :number
                                          RETURNING *)
                                        INSERT INTO studio_archived_versions (
                                          project_id, version_number, version_id, snapshot_blob, created_by, created_at,
                                          revision, reason, size)
                                        SELECT project_id, version_number, version_id, :blob, created_by, created_at,
                                          revision, reason, size FROM moved"""), project, number)
                        .bind("blob", content.toString())
                        .execute());
    }

    @Override
    public List<BlobKey> archived(ProjectId project) {
        return database.read(
                "where the archived versions of project " + project + " are",
                handle -> handle.createQuery(
                                "SELECT snapshot_blob FROM studio_archived_versions WHERE project_id = :project")
                        .bind("project", project.value())
                        .mapTo(String.class)
                        .map(key -> new BlobKey(new Fingerprint(key)))
                        .list());
    }

    private static String called(ProjectId project, int number) {
        return "version " + number + " of project " + project;
    }

    private static <S extends SqlStatement<S>> S of(S statement, ProjectId project, int number) {
        return statement.bind("project", project.value()).bind("number", number);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Optional<BlobKey> blob =
                Optional.ofNullable(row.getString("snapshot_blob")).map(key -> new BlobKey(new Fingerprint(key)));
        return new Stored(info(row, blob.isPresent()), Optional.ofNullable(row.getString("state_snapshot")), blob);
    }

    private static VersionInfo info(ResultSet row, boolean archived) throws SQLException {
        return new VersionInfo(
                row.getInt("version_number"),
                row.getLong("revision"),
                new UserId(row.getObject("created_by", UUID.class)),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)),
                row.getString("reason"),
                row.getLong("size"),
                archived);
    }
}
