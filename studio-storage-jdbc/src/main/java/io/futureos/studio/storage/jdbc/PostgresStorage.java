package io.futureos.studio.storage.jdbc;

import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.Receipts;
import javax.sql.DataSource;

/**
 * Keeps projects in PostgreSQL, for any number of nodes. So far it has the journal and what is written together with it.
 * Safe for use by several threads.
 */
public final class PostgresStorage {

    private final Journal journal;
    private final ProjectIndex projects;
    private final Receipts receipts;
    private final Checkpoints checkpoints;

    private PostgresStorage(Database database) {
        this.journal = new PostgresJournal(database);
        this.projects = new PostgresProjectIndex(database);
        this.receipts = new PostgresReceipts(database);
        this.checkpoints = new PostgresCheckpoints(database);
    }

    /**
     * A storage over this database, which stays the caller's to close. Give it a pool: every call takes a connection of its
     * own.
     *
     * @throws io.futureos.studio.storage.StorageException if the database does not have the schema that this version needs
     */
    public static PostgresStorage over(DataSource dataSource) {
        StudioSchema.verify(dataSource);
        return new PostgresStorage(new Database(dataSource));
    }

    public Journal journal() {
        return journal;
    }

    public ProjectIndex projects() {
        return projects;
    }

    public Receipts receipts() {
        return receipts;
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }
}
