package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Versions.Cut;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** A version as a row. */
final class VersionRow {

    private VersionRow() {}

    /** Writes what {@link #bind} bound, if a CTE {@code appended} has a row. */
    static final String INSERT_FROM_APPENDED = """
            INSERT INTO studio_project_versions (
              version_id, project_id, version_number, state_snapshot, created_by, created_at, revision, reason, size)
            SELECT
              :versionId, :project, :version, CAST(:snapshot AS JSONB), :cutBy, CAST(:cutAt AS TIMESTAMP), :revision,
              :reason, :size
            FROM appended""";

    /** Binds what {@link #INSERT_FROM_APPENDED} writes beside the project, its revision and the version's number. */
    static void bind(Query query, Cut version) {
        VersionInfo info = version.info();
        query.bind("versionId", UUID.randomUUID())
                .bind("snapshot", version.content())
                .bind("cutBy", info.createdBy().value())
                .bind("cutAt", Utc.column(info.createdAt()))
                .bind("reason", info.reason())
                .bind("size", info.size());
    }
}
