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

/**
 * A storage as one node reaches it over a line that fails. Each node of a test has one of its own around the storage that
 * they share, so that one can be killed and the others go on.
 *
 * <p>Operations are named {@code journal}, {@code blobs}, {@code projects}, {@code receipts}, {@code checkpoints}, {@code
 * versions}, {@code templates}, {@code jobs} or {@code jobStatuses}, a full stop, and the method; or {@code forget}. {@code jobs.work} is a job
 * handed to the worker: where it fails before, the worker is not asked; where it fails after, the worker has done its work and
 * its verdict is lost; either way the queue hands the job out again. It never happens twice, because nothing promises that a
 * worker can bear it. {@code jobs.close} does not fail unless the node is dead.
 *
 * <p>Has no thread, no clock and no chance of its own. Safe for use by several threads if the plan and the delay are.
 */
public final class FaultyStorage implements Storage {

    private final Line line;
    private final Journal journal;
    private final BlobStore blobs;
    private final ProjectIndex projects;
    private final Receipts receipts;
    private final Checkpoints checkpoints;
    private final Versions versions;
    private final Templates templates;
    private final JobQueue jobs;
    private final JobStatuses jobStatuses;
    private final Storage real;

    /** A way to {@code real} on which calls fail as planned, and delays take no time. */
    public FaultyStorage(Storage real, FaultPlan<StorageFault> plan) {
        this(real, plan, () -> {});
    }

    /**
     * A way to {@code real} on which calls fail as planned.
     *
     * @param delay is run while a request is under way that arrives later; it may move the clock, let others go first, or kill
     *     this node
     */
    public FaultyStorage(Storage real, FaultPlan<StorageFault> plan, Runnable delay) {
        this.real = real;
        this.line = new Line(plan, delay);
        this.journal = new FaultyJournal(real.journal(), line);
        this.blobs = new FaultyBlobStore(real.blobs(), line);
        this.projects = new FaultyProjectIndex(real.projects(), line);
        this.receipts = new FaultyReceipts(real.receipts(), line);
        this.checkpoints = new FaultyCheckpoints(real.checkpoints(), line);
        this.versions = new FaultyVersions(real.versions(), line);
        this.templates = new FaultyTemplates(real.templates(), line);
        this.jobs = new FaultyJobQueue(real.jobs(), line);
        this.jobStatuses = new FaultyJobStatuses(real.jobStatuses(), line);
    }

    /**
     * The node dies: from now on every call throws and does nothing, and the jobs that it holds and has not begun are not
     * begun, so that they go to others after the lease. A job that it is working on comes back as if its worker had thrown.
     */
    public void kill() {
        line.cut();
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
        line.run("forget", () -> real.forget(project, head));
    }
}
