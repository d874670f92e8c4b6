package io.futureos.studio.runtime;

import io.futureos.studio.decide.JobResult;
import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Inputs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** One job at work: the project as it was when the job was asked for, and what the job may use. */
final class Job implements EngineContext {

    private static final Duration OTHERS_ASKED_EVERY = Duration.ofSeconds(1);

    private final ProjectId projectId;
    private final Lane lane;
    private final JobRef ref;
    private final WorkingCopy copy;
    private final Desk desk;
    private final JobTools tools;
    private final Keeper keeper;
    private Instant askedOthersAt;
    private double partFrom = 0;
    private double partTo = 1;
    private double from = 0;
    private double to = 1;

    Job(ProjectId projectId, Lane lane, JobRef ref, WorkingCopy copy, Desk desk, JobTools tools, Keeper keeper) {
        this.projectId = projectId;
        this.lane = lane;
        this.ref = ref;
        this.copy = copy;
        this.desk = desk;
        this.tools = tools;
        this.askedOthersAt = now();
        this.keeper = keeper;
    }

    /** Writes down what a job has so far. */
    interface Keeper {

        /**
         * Writes it down.
         *
         * @throws CancelledException if the lane belongs to another job, or to none
         */
        void keep(Job job, String summary, Consumer<JobResult> soFar);
    }

    ProjectId projectId() {
        return projectId;
    }

    Lane lane() {
        return lane;
    }

    QueuedJob queued() {
        return new QueuedJob(ref.id(), projectId, lane);
    }

    JobRef ref() {
        return ref;
    }

    /** The project when the job was asked for. */
    Project project() {
        return copy.project();
    }

    /** The project as it is now. */
    Project latest() {
        return desk.fresh().orElse(copy).project();
    }

    Assessment assessment() {
        return copy.assessment();
    }

    /** What the lane's output is made from. */
    Inputs inputs() {
        return Objects.requireNonNull(assessment().lane(lane).inputs());
    }

    Desk desk() {
        return desk;
    }

    UUID newId() {
        return tools.ids().get();
    }

    Instant now() {
        return tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** From now on, phases from 0 to 1 make up this part of the job. */
    void part(double start, double end) {
        partFrom = start;
        partTo = end;
        phase(0, 1);
    }

    /** From now on, an engine's progress from 0 to 1 counts as this part of the job's. */
    void phase(double start, double end) {
        from = partFrom + (partTo - partFrom) * start;
        to = partFrom + (partTo - partFrom) * end;
    }

    @Override
    public void progress(String phase, double fraction) {
        checkOwner();
        double within = Math.max(0, Math.min(1, fraction));
        tools.board().update(ref.id(), status -> status.running(phase, from + (to - from) * within, now()));
    }

    /**
     * Looks at what this node knows, and once a second at what others did.
     *
     * @throws CancelledException if the lane belongs to another job, or to none
     */
    void checkOwner() {
        Instant now = now();
        boolean askOthers = !now.isBefore(askedOthersAt.plus(OTHERS_ASKED_EVERY));
        askedOthersAt = askOthers ? now : askedOthersAt;
        boolean owned = (askOthers ? desk.fresh() : desk.known())
                .flatMap(known -> known.project().get(Cells.job(lane)))
                .filter(ref::equals)
                .isPresent();
        if (!owned) {
            throw new CancelledException();
        }
    }

    /**
     * Writes down what there is so far; the job goes on.
     *
     * @throws CancelledException if the lane belongs to another job, or to none
     */
    void keep(String summary, Consumer<JobResult> soFar) {
        keeper.keep(this, summary, soFar);
    }

    @Override
    public byte[] read(BlobKey key) {
        return tools.blobs()
                .get(key)
                .orElseThrow(() -> new IllegalStateException("Blob " + key
                        + " is missing from the blob store, although project " + projectId + " refers to it"));
    }

    @Override
    public BlobKey store(byte[] content) {
        return tools.blobs().put(content);
    }

    /**
     * Stores what is written. Nobody sees any of it before the last byte was written.
     *
     * @throws IOException if it can't be written; nothing is stored then
     */
    BlobKey store(Spool.Writing writing) throws IOException {
        return Spool.through(tools.blobs(), writing).key();
    }

    /** Stores a value as JSON. */
    BlobKey storeJson(Object value) {
        return store(StudioJson.writeBytes(value));
    }

    /** A result that an earlier job stored. */
    <T> T result(Output output, Class<T> type) {
        return StudioJson.read(read(output.result()), type);
    }

    /** What another lane holds that this job builds on. */
    <T> T current(Lane other, Class<T> type) {
        Output output = assessment().lane(other).current();
        if (output == null) {
            throw new IllegalStateException("The job needs " + other + " to be up to date, and it is not");
        }
        return result(output, type);
    }

    /** Something that this job made. */
    Output output(
            UUID id, Fingerprint content, BlobKey result, Map<String, Object> summary, Inputs inputs, Engine engine) {
        Engine.Provenance maker = engine.provenance();
        return output(id, content, result, summary, inputs, maker.name() + " " + maker.version());
    }

    Output output(
            UUID id, Fingerprint content, BlobKey result, Map<String, Object> summary, Inputs inputs, String engine) {
        return new Output(id, content, result, summary, inputs.groups(), copy.revision(), 0, engine);
    }
}
