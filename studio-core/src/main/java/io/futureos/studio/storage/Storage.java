package io.futureos.studio.storage;

/** Where a Studio keeps what must not be lost. */
public interface Storage {

    Journal journal();

    BlobStore blobs();

    ProjectIndex projects();

    Receipts receipts();

    Checkpoints checkpoints();

    Versions versions();

    Templates templates();

    JobQueue jobs();

    JobStatuses jobStatuses();
}
