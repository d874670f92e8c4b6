package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.RevisionConflictException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Removes every row of a project in one transaction. */
final class Forgetting {

    /** In an order that the references between them allow. */
    private static final List<String> TABLES = List.of(
            "studio_receipts",
            "studio_jobs",
            "studio_job_statuses",
            "studio_scenarios",
            "studio_reports",
            "studio_project_versions",
            "studio_archived_versions",
            "studio_collaborators",
            "studio_checkpoints",
            "studio_journal",
            "studio_projects");

    private final Database database;

    Forgetting(Database database) {
        this.database = database;
    }

    void forget(ProjectId project, long head) {
        database.write("that project " + project + " is gone", handle -> {
            Optional<Long> last = lockedHead(handle, project);
            if (last.isPresent() && last.get() != head) {
                throw new RevisionConflictException(project, last.get(), head + 1);
            }
            TABLES.forEach(table -> delete(handle, table, project));
        });
    }

    /** Who appends, or writes a checkpoint, at the same time waits for this row, and then does not find it. */
    private static Optional<Long> lockedHead(Handle handle, ProjectId project) {
        return handle.createQuery("SELECT revision FROM studio_projects WHERE project_id = :project FOR UPDATE")
                .bind("project", project.value())
                .mapTo(Long.class)
                .findOne();
    }

    private static void delete(Handle handle, String table, ProjectId project) {
        handle.createUpdate("DELETE FROM " + table + " WHERE project_id = :project")
                .bind("project", project.value())
                .execute();
    }
}
