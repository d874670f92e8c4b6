package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobStatuses;
import java.time.Instant;
import java.util.Optional;

/** How far jobs are, a row each. */
final class PostgresJobStatuses implements JobStatuses {

    private final Database database;

    PostgresJobStatuses(Database database) {
        this.database = database;
    }

    @Override
    public void put(ProjectId project, JobStatus status, Instant at) {
        database.write(
                "how far job " + status.id() + " is",
                handle -> handle.createUpdate("""
                                INSERT INTO studio_job_statuses AS known (job_id, project_id, ended, heard_at, content)
                                VALUES (:job, :project, :ended, :at, :content)
                                ON CONFLICT (job_id) DO UPDATE SET
                                  project_id = excluded.project_id, ended = excluded.ended,
                                  heard_at = excluded.heard_at, content = excluded.content
                                WHERE NOT known.ended""")
                        .bind("job", status.id().value())
                        .bind("project", project.value())
                        .bind("ended", status.state().isEnd())
                        .bind("at", Utc.column(at))
                        .bind("content", StudioJson.writeBytes(status))
                        .execute());
    }

    @Override
    public Optional<JobStatus> find(ProjectId project, JobId job) {
        return database.read(
                "how far job " + job + " is",
                handle -> handle.createQuery(
                                "SELECT content FROM studio_job_statuses WHERE job_id = :job AND project_id = :project")
                        .bind("job", job.value())
                        .bind("project", project.value())
                        .mapTo(byte[].class)
                        .map(content -> StudioJson.read(content, JobStatus.class))
                        .findOne());
    }

    @Override
    public void forgetBefore(Instant instant) {
        database.write(
                "that jobs not heard of since " + instant + " are forgotten",
                handle -> handle.createUpdate("DELETE FROM studio_job_statuses WHERE heard_at < :instant")
                        .bind("instant", Utc.column(instant))
                        .execute());
    }
}
