package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.ProjectIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds projects by what the journal's appends wrote into the projects table. */
final class PostgresProjectIndex implements ProjectIndex {

    private static final String SELECT = "SELECT " + ProjectRow.COLUMNS + " FROM studio_projects p ";

    private static final String NEWEST_FIRST = " ORDER BY p.updated_at DESC, p.project_id ";

    private static final String BEHIND =
            " AND (p.updated_at < :afterTime OR (p.updated_at = :afterTime AND p.project_id > :afterId))";

    private static final String LONGEST_AGO_FIRST = " ORDER BY p.updated_at, p.project_id DESC LIMIT :most";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    PostgresProjectIndex(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ProjectSummary> find(ProjectId project) {
        return list(
                        "project " + project,
                        SELECT + "WHERE p.project_id = :project",
                        query -> query.bind("project", project.value()))
                .stream()
                .findFirst();
    }

    @Override
    public List<ProjectSummary> all(@Nullable ProjectId after, int size) {
        return list(
                "all projects",
                SELECT + """
                        WHERE p.project_id > :after
                        ORDER BY p.project_id
                        LIMIT :most""",
                query -> query.bind("after", after == null ? BEFORE_ALL : after.value())
                        .bind("most", size));
    }

    @Override
    public List<ProjectSummary> ofUser(UserId user, Slice slice) {
        return newest(slice, "the projects of user " + user, """
                JOIN studio_collaborators mine ON mine.project_id = p.project_id AND mine.user_id = :user
                WHERE p.deleted_at IS NULL""", query -> query.bind("user", user.value()));
    }

    @Override
    public List<ProjectSummary> ofTeam(TeamId team, Slice slice) {
        return newest(
                slice,
                "the projects of team " + team,
                "WHERE p.team_id = :team AND p.deleted_at IS NULL",
                query -> query.bind("team", team.value()));
    }

    @Override
    public List<ProjectSummary> unversioned(int most) {
        return list(
                "projects beyond their last version",
                SELECT + "WHERE p.is_unversioned AND p.deleted_at IS NULL" + LONGEST_AGO_FIRST,
                query -> query.bind("most", most));
    }

    @Override
    public List<ProjectSummary> unsaved(int most) {
        return list(
                "projects beyond their newest checkpoint",
                SELECT + "WHERE p.is_unsaved" + LONGEST_AGO_FIRST,
                query -> query.bind("most", most));
    }

    @Override
    public List<ProjectSummary> withJobs(Slice slice) {
        return newest(slice, "projects with jobs", "WHERE p.has_jobs", query -> query);
    }

    @Override
    public List<ProjectSummary> withDeliveryDue(Instant now, int most) {
        return list(
                "projects with a delivery due",
                SELECT + """
                        WHERE p.next_delivery <= :now AND p.deleted_at IS NULL
                        ORDER BY p.next_delivery, p.project_id
                        LIMIT :most""",
                query -> query.bind("now", Utc.column(now)).bind("most", most));
    }

    /** The server sorts keys and looks up those few rows: sorted as a whole, ten thousand rows would be copied about. */
    private List<ProjectSummary> newest(Slice slice, String what, String which, UnaryOperator<Query> bind) {
        Position after = slice.after();
        String keys = "SELECT p.project_id FROM studio_projects p " + which + (after == null ? "" : BEHIND)
                + NEWEST_FIRST + "LIMIT :most";
        return list(
                what, SELECT + "JOIN (" + keys + ") slice ON slice.project_id = p.project_id" + NEWEST_FIRST, query -> {
                    Query bound = bind.apply(query).bind("most", slice.size());
                    return after == null
                            ? bound
                            : bound.bind("afterTime", Utc.column(after.updatedAt()))
                                    .bind("afterId", after.id().value());
                });
    }

    private List<ProjectSummary> list(String what, String sql, UnaryOperator<Query> bind) {
        return database.read(
                what,
                handle -> bind.apply(handle.createQuery(sql))
                        .map((row, context) -> ProjectRow.read(row))
                        .list());
    }
}
