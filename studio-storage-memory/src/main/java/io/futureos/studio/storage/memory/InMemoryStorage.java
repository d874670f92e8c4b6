package io.futureos.studio.storage.memory;

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
import java.time.Clock;

/** Keeps everything in this process. Safe for use by several threads and by several Studios at once. */
public final class InMemoryStorage implements Storage {

    private final InMemoryJournal journal;
    private final BlobStore blobs;
    private final InMemoryTemplates templates;
    private final InMemoryJobQueue jobs;
    private final InMemoryJobStatuses jobStatuses;

    private InMemoryStorage(Clock clock) {
        this.journal = new InMemoryJournal();
        this.blobs = new InMemoryBlobStore(clock);
        this.templates = new InMemoryTemplates();
        this.jobs = new InMemoryJobQueue(clock);
        this.jobStatuses = new InMemoryJobStatuses();
    }

    private InMemoryStorage(InMemoryStorage same, BlobStore otherBlobs) {
        this.journal = same.journal;
        this.blobs = otherBlobs;
        this.templates = same.templates;
        this.jobs = same.jobs;
        this.jobStatuses = same.jobStatuses;
    }

    /** An empty storage of its own. */
    public static InMemoryStorage create() {
        return create(Clock.systemUTC());
    }

    /** An empty storage of its own whose leases, due times and ages of blobs go by this clock. */
    public static InMemoryStorage create(Clock clock) {
        return new InMemoryStorage(clock);
    }

    /** The same storage, but for blobs, which lie in that store. */
    public InMemoryStorage with(BlobStore otherBlobs) {
        return new InMemoryStorage(this, requireNonNull(otherBlobs, "otherBlobs"));
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
        return journal;
    }

    @Override
    public Receipts receipts() {
        return journal;
    }

    @Override
    public Checkpoints checkpoints() {
        return journal.checkpoints();
    }

    @Override
    public Versions versions() {
        return journal.versions();
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
        journal.forget(project, head);
        jobs.forget(project);
        jobStatuses.forget(project);
    }
}
