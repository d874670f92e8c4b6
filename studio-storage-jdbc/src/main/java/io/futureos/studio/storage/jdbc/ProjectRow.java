package io.futureos.studio.storage.jdbc;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Agenda;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A summary as a row of the projects table and rows of the collaborators table. */
final class ProjectRow {

    /** What {@link #read} reads, of the projects {@code p}. */
    static final String COLUMNS = """
            p.project_id, p.user_id, p.team_id, p.project_name, p.description, p.status, p.version, p.version_revision,
            p.revision, p.created_at, p.updated_at, p.deleted_at, p.has_jobs, p.next_delivery,
            (SELECT jsonb_object_agg(c.user_id, c.role) FROM studio_collaborators c WHERE c.project_id = p.project_id)
              AS collaborators
            """;

    /** Touches only the rows of those who came, went or got another role: mostly none. */
    private static final String SET_COLLABORATORS = """
            WITH gone AS (
              DELETE FROM studio_collaborators WHERE project_id = :project AND user_id <> ALL (:users))
            INSERT INTO studio_collaborators (project_id, user_id, role)
            SELECT :project, differing.* FROM (
              SELECT * FROM unnest(:users, :roles)
              EXCEPT SELECT user_id, role FROM studio_collaborators WHERE project_id = :project) AS differing
            ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role""";

    private ProjectRow() {}

    /** Has the table of collaborators tell what the summary tells. */
    static void setCollaborators(Handle handle, ProjectSummary summary) {
        Map<UserId, Role> roles = summary.collaborators();
        handle.createUpdate(SET_COLLABORATORS)
                .bind("project", summary.id().value())
                .bindArray(
                        "users",
                        UUID.class,
                        roles.keySet().stream().map(UserId::value).toList())
                .bindArray(
                        "roles",
                        String.class,
                        roles.values().stream().map(Role::wireName).toList())
                .execute();
    }

    /** The summary in the row with the {@link #COLUMNS}. */
    static ProjectSummary read(ResultSet row) throws SQLException {
        UUID team = row.getObject("team_id", UUID.class);
        return new ProjectSummary(
                new ProjectId(row.getObject("project_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                team == null ? null : new TeamId(team),
                row.getString("project_name"),
                row.getString("description"),
                ProjectStatus.valueOf(constant(row.getString("status"))),
                row.getInt("version"),
                row.getLong("version_revision"),
                row.getLong("revision"),
                requireNonNull(instant(row, "created_at")),
                requireNonNull(instant(row, "updated_at")),
                instant(row, "deleted_at"),
                collaborators(row.getString("collaborators")),
                new Agenda(row.getBoolean("has_jobs"), instant(row, "next_delivery")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instantOrNull(row.getObject(column, LocalDateTime.class));
    }

    private static Map<UserId, Role> collaborators(@Nullable String json) {
        var roles = new LinkedHashMap<UserId, Role>();
        if (json != null) {
            StudioJson.readOwn(json)
                    .forEach((user, role) -> roles.put(UserId.of(user), Role.valueOf(constant((String) role))));
        }
        return roles;
    }

    private static String constant(String wireName) {
        return wireName.toUpperCase(Locale.ROOT);
    }
}
