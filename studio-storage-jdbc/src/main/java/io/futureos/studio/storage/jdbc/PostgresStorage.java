package io.futureos.studio.storage.jdbc;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.JobStatuses;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.Receipts;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.Templates;
import io.futureos.studio.storage.Versions;
import javax.sql.DataSource;

/**
 * Keeps everything in PostgreSQL, for any number of nodes; large blobs are better off {@linkplain #with elsewhere}. Safe for
 * use by several threads.
 */
public final class PostgresStorage implements Storage {

    private final Database database;
    private final Journal journal;
    private final ProjectIndex projects;
    private final Receipts receipts;
    private final Checkpoints checkpoints;
    private final Versions versions;
    private final Templates templates;
    private final JobQueue jobs;
    private final JobStatuses jobStatuses;
    private final BlobStore blobs;
    private final Forgetting forgetting;

    private PostgresStorage(Database database, BlobStore blobs) {
        this.database = database;
        this.journal = new PostgresJournal(database);
        this.projects = new PostgresProjectIndex(database);
        this.receipts = new PostgresReceipts(database);
        this.checkpoints = new PostgresCheckpoints(database, blobs);
        this.versions = new PostgresVersions(database);
        this.templates = new PostgresTemplates(database);
        this.jobs = new PostgresJobQueue(database);
        this.jobStatuses = new PostgresJobStatuses(database);
        this.blobs = blobs;
        this.forgetting = new Forgetting(database);
    }

    /**
     * A storage over this database, which stays the caller's to close. Give it a pool: every call takes a connection of its
     * own. Blobs lie in the database too.
     *
     * @throws io.futureos.studio.storage.StorageException if the database does not have the schema that this version needs
     */
    public static PostgresStorage over(DataSource dataSource) {
        StudioSchema.verify(dataSource);
        var database = new Database(dataSource);
        return new PostgresStorage(database, new PostgresBlobStore(database));
    }

    /** The same storage, but for blobs, which lie in that store. */
    public PostgresStorage with(BlobStore otherBlobs) {
        return new PostgresStorage(database, requireNonNull(otherBlobs, "otherBlobs"));
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    @Override
    public ProjectIndex projects() {
        return projects;
    }

    @Override
    public Receipts receipts() {
        return receipts;
    }

    @Override
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    @Override
    public Versions versions() {
        return versions;
    }

    @Override
    public Templates templates() {
        return templates;
    }

    @Override
    public JobQueue jobs() {
        return jobs;
    }

    @Override
    public JobStatuses jobStatuses() {
        return jobStatuses;
    }

    @Override
    public void forget(ProjectId project, long head) {
        forgetting.forget(project, head);
    }
}
