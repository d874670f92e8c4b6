package io.futureos.studio.testkit.fault;

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

/** Another storage, of which a test replaces a part. */
public class ForwardingStorage implements Storage {

    /** The other storage. */
    protected final Storage real;

    public ForwardingStorage(Storage real) {
        this.real = real;
    }

    @Override
    public Journal journal() {
        return real.journal();
    }

    @Override
    public BlobStore blobs() {
        return real.blobs();
    }

    @Override
    public ProjectIndex projects() {
        return real.projects();
    }

    @Override
    public Receipts receipts() {
        return real.receipts();
    }

    @Override
    public Checkpoints checkpoints() {
        return real.checkpoints();
    }

    @Override
    public Versions versions() {
        return real.versions();
    }

    @Override
    public Templates templates() {
        return real.templates();
    }

    @Override
    public JobQueue jobs() {
        return real.jobs();
    }

    @Override
    public JobStatuses jobStatuses() {
        return real.jobStatuses();
    }

    @Override
    public void forget(ProjectId project, long head) {
        real.forget(project, head);
    }
}
