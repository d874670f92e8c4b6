package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.storage.Checkpoints;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The newest checkpoint of each project, which the projects table shows too. */
final class PostgresCheckpoints implements Checkpoints {

    private final Database database;

    PostgresCheckpoints(Database database) {
        this.database = database;
    }

    @Override
    public void put(ProjectId project, Checkpoint checkpoint) {
        database.write("the checkpoint of project " + project + " at revision " + checkpoint.revision(), handle -> {
            if (isNewest(handle, project, checkpoint)) {
                show(handle, project, checkpoint);
            }
        });
    }

    private static boolean isNewest(Handle handle, ProjectId project, Checkpoint checkpoint) {
        return handle.createUpdate("""
                        INSERT INTO studio_checkpoints AS known (project_id, revision, folded, state)
                        VALUES (:project, :revision, :folded, :state)
                        ON CONFLICT (project_id) DO UPDATE SET
                          revision = excluded.revision, folded = excluded.folded, state = excluded.state
                        WHERE known.revision < excluded.revision""")
                        .bind("project", project.value())
                        .bind("revision", checkpoint.revision())
                        .bind("folded", checkpoint.folded().getBytes(StandardCharsets.UTF_8))
                        .bind("state", StudioJson.writeBytes(checkpoint.state()))
                        .execute()
                == 1;
    }

    private static void show(Handle handle, ProjectId project, Checkpoint checkpoint) {
        ProjectState state = checkpoint.state();
        handle.createUpdate("""
                        UPDATE studio_projects SET
                          prediction_task_id = :task, data_package_id = :data, population_id = :population,
                          workbench_states = CAST(:workbenches AS JSONB), modification_log = CAST(:log AS JSONB),
                          saved_revision = :revision
                        WHERE project_id = :project AND saved_revision < :revision""")
                .bind("project", project.value())
                .bind("revision", checkpoint.revision())
                .bind("task", state.predictionTaskId())
                .bind("data", state.dataPackageId())
                .bind("population", state.populationId())
                .bind("workbenches", StudioJson.write(state.workbenchStates()))
                .bind("log", StudioJson.write(state.modificationLog()))
                .execute();
    }

    @Override
    public Optional<Checkpoint> newest(ProjectId project) {
        return database.read(
                "the checkpoint of project " + project,
                handle -> handle.createQuery(
                                "SELECT revision, folded, state FROM studio_checkpoints WHERE project_id = :project")
                        .bind("project", project.value())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong("revision"),
                new String(row.getBytes("folded"), StandardCharsets.UTF_8),
                StudioJson.read(row.getBytes("state"), ProjectState.class));
    }
}
