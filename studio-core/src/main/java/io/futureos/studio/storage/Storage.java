package io.futureos.studio.storage;

import io.futureos.studio.model.ProjectId;

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

    /**
     * Forgets the project for good, with everything that is kept of it: revisions, checkpoint, versions, receipts, what tables
     * show, jobs and how far they are. All of it or nothing. Blobs stay, since others may refer to them. Nothing happens if
     * there is no such project. Who appends to it at the same time comes before, and then nothing is forgotten, or after, and
     * then finds no project.
     *
     * @param head the number of its last revision
     * @throws RevisionConflictException if it is another one; nothing is changed
     * @throws StorageException if it is unknown whether the project is forgotten; forgetting it again does no harm
     */
    void forget(ProjectId project, long head);
}
