package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Projection;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The newest checkpoint of each project, and what the contract's tables show of it. */
final class PostgresCheckpoints implements Checkpoints {

    private final Database database;
    private final ReportRows reports;

    PostgresCheckpoints(Database database, BlobStore blobs) {
        this.database = database;
        this.reports = new ReportRows(blobs);
    }

    @Override
    public void put(ProjectId project, Checkpoint checkpoint, String view, Projection projection) {
        database.write("the checkpoint of project " + project + " at revision " + checkpoint.revision(), handle -> {
            if (isNewest(handle, project, checkpoint, view)) {
                show(handle, project, checkpoint.revision(), projection.state());
                ScenarioRows.write(handle, project, projection.scenarios());
                reports.write(handle, project, projection.reports());
            }
        });
    }

    private static boolean isNewest(Handle handle, ProjectId project, Checkpoint checkpoint, String view) {
        return handle.createUpdate("""
                        INSERT INTO studio_checkpoints AS known (project_id, revision, folded, view)
                        SELECT :project, :revision, :folded, :view
                        FROM studio_projects WHERE project_id = :project FOR KEY SHARE
                        ON CONFLICT (project_id) DO UPDATE SET
                          revision = excluded.revision, folded = excluded.folded, view = excluded.view
                        WHERE known.revision < excluded.revision""")
                        .bind("project", project.value())
                        .bind("revision", checkpoint.revision())
                        .bind("folded", checkpoint.folded().getBytes(StandardCharsets.UTF_8))
                        .bind("view", view.getBytes(StandardCharsets.UTF_8))
                        .execute()
                == 1;
    }

    private static void show(Handle handle, ProjectId project, long revision, ProjectState state) {
        handle.createUpdate("""
                        UPDATE studio_projects SET
                          prediction_task_id = :task, data_package_id = :data, population_id = :population,
                          workbench_states = CAST(:workbenches AS JSONB), modification_log = CAST(:log AS JSONB),
                          saved_revision = :revision
                        WHERE project_id = :project AND saved_revision < :revision""")
                .bind("project", project.value())
                .bind("revision", revision)
                .bind("task", state.predictionTaskId())
                .bind("data", state.dataPackageId())
                .bind("population", state.populationId())
                .bind("workbenches", new Jsonb(StudioJson.write(state.workbenchStates())))
                .bind("log", new Jsonb(StudioJson.write(state.modificationLog())))
                .execute();
    }

    @Override
    public Optional<Checkpoint> newest(ProjectId project) {
        return database.read(
                "the checkpoint of project " + project,
                handle -> handle.createQuery(
                                "SELECT revision, folded FROM studio_checkpoints WHERE project_id = :project")
                        .bind("project", project.value())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public Optional<View> newestView(ProjectId project) {
        return database.read(
                "the view of project " + project,
                handle -> handle.createQuery("""
                                SELECT revision, view FROM studio_checkpoints
                                WHERE project_id = :project AND view IS NOT NULL""")
                        .bind("project", project.value())
                        .map((row, context) -> new View(row.getLong("revision"), text(row, "view")))
                        .findOne());
    }

    @Override
    public long newestRevision(ProjectId project) {
        return database.read(
                "how far project " + project + " is saved",
                handle -> handle.createQuery("SELECT revision FROM studio_checkpoints WHERE project_id = :project")
                        .bind("project", project.value())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    private static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(row.getLong("revision"), text(row, "folded"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }
}
