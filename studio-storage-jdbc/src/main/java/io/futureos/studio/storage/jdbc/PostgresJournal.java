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
import org.postgresql.util.PSQLException;

/**
 * The revisions of every project, a row each. Who appends meets the others at the project's row: the second of two waits for
 * the first and is then told.
 */
final class PostgresJournal implements Journal {

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String ONE_RECEIPT_A_COMMAND = "studio_receipts_pkey";

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
            if (bearsOnCollaborators(revision)) {
                database.write(what, handle -> {
                    append(handle, project, commit);
                    ProjectRow.setCollaborators(handle, commit.summary());
                });
            } else {
                database.writeOnce(what, handle -> append(handle, project, commit));
            }
        } catch (StorageException e) {
            throw whatItMeans(e, project, commit);
        }
    }

    /** The first collaborators come with the first revision itself. */
    private static boolean bearsOnCollaborators(Revision revision) {
        return revision.number() > 1
                && revision.paths().stream().anyMatch(path -> path.segment(0).equals("collaborator"));
    }

    private void append(Handle handle, ProjectId project, Commit commit) throws SQLException {
        Revision revision = commit.revision();
        byte[] content = StudioJson.writeBytes(form.write(revision));
        if (!AppendStatement.appends(handle.getConnection(), commit, content)) {
            throw new RevisionConflictException(project, head(handle, project), revision.number());
        }
    }

    /**
     * Where the database says no, it has written nothing. Under a stricter isolation than the default, a serialization failure
     * is how the second of two writers is told.
     */
    private RuntimeException whatItMeans(StorageException e, ProjectId project, Commit commit) {
        Receipt receipt = commit.receipt();
        if (receipt != null && isThereAlready(e)) {
            return new DuplicateCommandException(receipt);
        }
        if (e.getCause() instanceof SQLException sql && SERIALIZATION_FAILURE.equals(sql.getSQLState())) {
            long number = commit.revision().number();
            return new RevisionConflictException(project, head(project), number);
        }
        return e;
    }

    private static boolean isThereAlready(StorageException e) {
        return e.getCause() instanceof PSQLException sql
                && UNIQUE_VIOLATION.equals(sql.getSQLState())
                && sql.getServerErrorMessage() != null
                && ONE_RECEIPT_A_COMMAND.equals(sql.getServerErrorMessage().getConstraint());
    }

    @Override
    public List<Revision> after(ProjectId project, long after) {
        return after(project, after, Integer.MAX_VALUE);
    }

    @Override
    public List<Revision> after(ProjectId project, long after, int most) {
        return database.read(
                "the revisions of project " + project + " after " + after,
                handle -> handle.createQuery("""
                        SELECT content FROM studio_journal
                        WHERE project_id = :project AND revision > :after
                        ORDER BY revision LIMIT :most""")
                        .bind("project", project.value())
                        .bind("after", after)
                        .bind("most", most)
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
