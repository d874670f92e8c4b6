package io.futureos.studio.storage.jdbc;

import io.futureos.studio.change.JournalForm;
import io.futureos.studio.change.Revision;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The revisions of every project, a row each. Who appends meets the others at the primary key: the second of two waits for
 * the first and is then told.
 */
final class PostgresJournal implements Journal {

    private static final String SERIALIZATION_FAILURE = "40001";

    private final Database database;
    private final JournalForm form = new JournalForm();

    PostgresJournal(Database database) {
        this.database = database;
    }

    @Override
    public void append(ProjectId project, Commit commit) {
        Revision revision = commit.revision();
        String what = "revision " + revision.number() + " of project " + project;
        try {
            database.write(what, handle -> append(handle, project, commit));
        } catch (StorageException e) {
            throw lostTheRace(e) ? new RevisionConflictException(project, head(project), revision.number()) : e;
        }
    }

    private void append(Handle handle, ProjectId project, Commit commit) {
        if (!appended(handle, project, commit.revision())) {
            throw new RevisionConflictException(
                    project, head(handle, project), commit.revision().number());
        }
        ProjectRow.write(handle, commit.summary());
        Receipt receipt = commit.receipt();
        if (receipt != null && !ReceiptRow.written(handle, receipt)) {
            throw new DuplicateCommandException(receipt);
        }
    }

    private boolean appended(Handle handle, ProjectId project, Revision revision) {
        return handle.createUpdate("""
                        INSERT INTO studio_journal (project_id, revision, content)
                        SELECT :project, :revision, :content
                        WHERE :revision = 1
                           OR EXISTS (SELECT FROM studio_journal WHERE project_id = :project AND revision = :revision - 1)
                        ON CONFLICT (project_id, revision) DO NOTHING""")
                        .bind("project", project.value())
                        .bind("revision", revision.number())
                        .bind("content", StudioJson.writeBytes(form.write(revision)))
                        .execute()
                == 1;
    }

    /** Under a stricter isolation than the default, this is how the second of two writers is told. It wrote nothing. */
    private static boolean lostTheRace(StorageException e) {
        return e.getCause() instanceof SQLException sql && SERIALIZATION_FAILURE.equals(sql.getSQLState());
    }

    @Override
    public List<Revision> after(ProjectId project, long after) {
        return database.read(
                "the revisions of project " + project + " after " + after,
                handle -> handle.createQuery("""
                        SELECT content FROM studio_journal
                        WHERE project_id = :project AND revision > :after
                        ORDER BY revision""")
                        .bind("project", project.value())
                        .bind("after", after)
                        .mapTo(byte[].class)
                        .map(this::read)
                        .list());
    }

    @Override
    public Optional<Revision> find(ProjectId project, long number) {
        return database.read(
                "revision " + number + " of project " + project,
                handle -> handle.createQuery(
                                "SELECT content FROM studio_journal WHERE project_id = :project AND revision = :number")
                        .bind("project", project.value())
                        .bind("number", number)
                        .mapTo(byte[].class)
                        .map(this::read)
                        .findOne());
    }

    @Override
    public long head(ProjectId project) {
        return database.read("the head of project " + project, handle -> head(handle, project));
    }

    private static long head(Handle handle, ProjectId project) {
        return handle.createQuery("SELECT coalesce(max(revision), 0) FROM studio_journal WHERE project_id = :project")
                .bind("project", project.value())
                .mapTo(long.class)
                .one();
    }

    private Revision read(byte[] content) {
        return form.read(StudioJson.readOwn(new String(content, StandardCharsets.UTF_8)));
    }
}
