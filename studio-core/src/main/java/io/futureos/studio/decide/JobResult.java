package io.futureos.studio.decide;

import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.PublishedForecast;
import io.futureos.studio.model.RawPin;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.RunControl;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.Shock;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.workflow.Pins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes in what a job brings home. A result counts once, and only while the lane still belongs to that job in that attempt; a
 * job that was cancelled, replaced or overtaken brings nothing.
 */
public final class JobResult {

    private final Project project;
    private final Lane lane;
    private final Limits limits;
    private final Edits edits;

    private JobResult(Project project, Lane lane, Limits limits) {
        this.project = project;
        this.lane = lane;
        this.limits = limits;
        this.edits = new Edits(project);
    }

    /**
     * The decision, or empty if the lane does not belong to the job any more.
     *
     * @param result says what the job made
     */
    public static Optional<Decision> of(
            DecideContext context, Lane lane, JobRef job, String summary, Consumer<JobResult> result) {
        return taken(context, lane, job, result).map(taken -> {
            taken.edits.clear(Cells.job(lane));
            return taken.decision(summary);
        });
    }

    /** The same for what a job has so far; the lane stays its own. */
    public static Optional<Decision> soFar(
            DecideContext context, Lane lane, JobRef job, String summary, Consumer<JobResult> result) {
        return taken(context, lane, job, result).map(taken -> taken.decision(summary));
    }

    private static Optional<JobResult> taken(DecideContext context, Lane lane, JobRef job, Consumer<JobResult> result) {
        Project project = context.project();
        Optional<JobRef> owner = project.get(Cells.job(lane)).filter(job::equals);
        boolean gone = lane.kind() == Lane.Kind.SCENARIO
                && project.get(Cells.scenarioName(lane.scenarioId())).isEmpty();
        if (owner.isEmpty() || gone) {
            return Optional.empty();
        }
        var taken = new JobResult(project, lane, context.limits());
        result.accept(taken);
        return Optional.of(taken);
    }

    private Decision decision(String summary) {
        return new Accepted(edits.changes(), Map.of(), List.of(), summary);
    }

    /** The job made something from these inputs. */
    public JobResult made(Lane made, Fingerprint inputs, Output output) {
        edits.set(Cells.made(made, inputs), output.filedAt(project.revision() + 1));
        edits.clear(Cells.failure(made));
        if (made.kind() == Lane.Kind.SCENARIO) {
            edits.clear(Cells.runControl(made.scenarioId()));
        }
        dropOldest(made, inputs);
        return this;
    }

    /** The job made a report, and this is what its headline forecasts. */
    public JobResult published(ReportId report, PublishedForecast forecast) {
        edits.set(Cells.publishedForecast(report), forecast);
        return this;
    }

    /** The bytes that the job fetched from a source. */
    public JobResult fetched(DataSource source, RawPin pin) {
        Cell<RawPin> cell = Pins.cell(source);
        edits.set(cell, pin);
        List<Cell<RawPin>> others = new ArrayList<>();
        Cells.raws(source.name())
                .in(project)
                .keySet()
                .forEach(configuration -> others.add(Cells.raw(source.name(), new Fingerprint(configuration))));
        others.remove(cell);
        others.sort(Comparator.comparingLong(this::lastSet));
        for (int i = 0; i < others.size() + 1 - limits.outputs(); i++) {
            edits.clear(others.get(i));
        }
        return this;
    }

    private long lastSet(Cell<?> cell) {
        Stamp stamp = project.stamps().get(cell.path());
        return stamp == null ? 0 : stamp.revision();
    }

    /** The schedule was handled up to this occurrence. */
    public JobResult delivered(UUID schedule, Instant occurrence) {
        edits.set(Cells.delivered(schedule), occurrence).clear(Cells.failure(Lane.delivery(schedule)));
        return this;
    }

    /** The schedule was handled up to this occurrence, although nobody got it. */
    public JobResult notDelivered(UUID schedule, Instant occurrence) {
        edits.set(Cells.delivered(schedule), occurrence);
        return this;
    }

    /** How far a run was recorded that goes on. */
    public JobResult recordedSoFar(RunRecord run) {
        edits.set(Cells.runRecord(lane.scenarioId()), run);
        return this;
    }

    /** When a shock hits that was asked for too late. */
    public JobResult dated(String injectedShock, Shock shock) {
        edits.set(Cells.injectedShocks(lane.scenarioId()).cell(injectedShock), shock);
        return this;
    }

    /** How far a run was recorded that ended or pauses. */
    public JobResult recorded(RunRecord run) {
        edits.set(Cells.runRecord(lane.scenarioId()), run);
        if (run.checkpoint() == null) {
            edits.clear(Cells.runControl(lane.scenarioId()));
        } else {
            edits.set(Cells.runControl(lane.scenarioId()), RunControl.PAUSED);
        }
        return this;
    }

    /** The job failed. */
    public JobResult failed(Failure failure) {
        failedWithoutWord();
        edits.set(Cells.failure(lane), failure);
        return this;
    }

    /** The job failed, and the project has no room for the reason. */
    public JobResult failedWithoutWord() {
        edits.clear(Cells.failure(lane));
        if (lane.kind() == Lane.Kind.SCENARIO) {
            edits.clear(Cells.runControl(lane.scenarioId()));
        }
        return this;
    }

    private void dropOldest(Lane made, Fingerprint added) {
        List<Map.Entry<String, Output>> others =
                new ArrayList<>(Cells.made(made).in(project).entrySet());
        others.removeIf(entry -> entry.getKey().equals(added.value()));
        others.sort(Comparator.comparingLong(entry -> entry.getValue().acceptedAt()));
        int surplus = others.size() + 1 - limits.outputs();
        for (int i = 0; i < surplus; i++) {
            Cell<Output> oldest = Cells.made(made, new Fingerprint(others.get(i).getKey()));
            edits.clear(oldest);
        }
    }
}
