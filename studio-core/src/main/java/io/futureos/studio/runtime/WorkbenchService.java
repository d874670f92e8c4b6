package io.futureos.studio.runtime;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.RefusedException;
import io.futureos.studio.WorkbenchOperations;
import io.futureos.studio.action.ActionReader;
import io.futureos.studio.action.SimulationAction;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.DecideContext;
import io.futureos.studio.decide.Decider;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.decide.Decision.Asked;
import io.futureos.studio.decide.Refusal;
import io.futureos.studio.decide.UndoDecider;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.WorkbenchStates;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.model.WorkbenchResponse.StateChanges;
import io.futureos.studio.runtime.OneWay.Outcome;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.workflow.Workbench;
import io.futureos.studio.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people do in the five workbenches. */
final class WorkbenchService implements WorkbenchOperations {

    private final OneWay oneWay;
    private final Engines engines;
    private final BlobStore blobs;
    private final WorkflowGraph graph;

    WorkbenchService(OneWay oneWay, Engines engines, BlobStore blobs, WorkflowGraph graph) {
        this.oneWay = oneWay;
        this.engines = engines;
        this.blobs = blobs;
        this.graph = graph;
    }

    @Override
    public WorkbenchResponse execute(ProjectId project, UserId user, WorkbenchAction action) {
        String workbench = action.workbench().wireName();

        OneWay.Request request =
                OneWay.request(workbench, action.name(), user, Role.VIEWER, context -> Decider.decide(action, context));
        return response(workbench, action.name(), oneWay.take(project, request));
    }

    @Override
    public WorkbenchResponse execute(Map<String, Object> request) {
        WorkbenchRequest read = ActionReader.readRequest(request).match(good -> good, problems -> {
            throw new InvalidRequestException(problems);
        });
        return execute(read.project(), read.user(), read.action());
    }

    @Override
    public byte[] exportedFrames(ProjectId project, UserId user, ScenarioId scenario, DataFormat format) {
        Map<String, Object> announced = execute(project, user, new SimulationAction.ExportData(scenario, format))
                .result();
        var key = new BlobKey(new Fingerprint((String) requireNonNull(announced.get("blob"))));
        return blobs.get(key)
                .orElseThrow(
                        () -> new IllegalStateException("Blob " + key + " was stored a moment ago and is missing"));
    }

    @Override
    public WorkbenchResponse undo(ProjectId project, UserId user) {
        return takeBack(project, new TakeBack(project, user, true));
    }

    @Override
    public WorkbenchResponse redo(ProjectId project, UserId user) {
        return takeBack(project, new TakeBack(project, user, false));
    }

    private WorkbenchResponse takeBack(ProjectId project, TakeBack request) {
        Outcome outcome = oneWay.take(project, request);
        Revision made = outcome.revision();
        return response(made == null ? "project" : made.workbench(), request.action(), outcome);
    }

    private WorkbenchResponse response(String workbench, String action, Outcome outcome) {
        WorkingCopy after = outcome.after();
        return new WorkbenchResponse(
                after.project().id(),
                workbench,
                action,
                true,
                result(outcome),
                stateChanges(workbench, outcome),
                after.state(),
                jobId(outcome.decision()),
                after.revision());
    }

    private Map<String, Object> result(Outcome outcome) {
        return outcome.decision() instanceof Asked asked
                ? asked.inquiry().match(new Answers(engines, blobs, outcome.after()))
                : ((Accepted) outcome.decision()).result();
    }

    private static @Nullable JobId jobId(Decision decision) {
        return decision instanceof Accepted accepted && accepted.result().get("job_id") instanceof String id
                ? JobId.of(id)
                : null;
    }

    private StateChanges stateChanges(String workbench, Outcome outcome) {
        WorkingCopy before = outcome.before();
        WorkingCopy after = outcome.after();
        Optional<Workbench> edited = Workbench.ofWireName(workbench);
        Set<Workbench> lost = after.assessment().lostSince(before.assessment());
        var invalidated = new ArrayList<String>();
        for (Workbench stage : edited.map(graph::downstream).orElseGet(graph::stages)) {
            if (lost.contains(stage)) {
                invalidated.add(stage.wireName());
            }
        }
        var warnings = new ArrayList<String>();
        if (outcome.decision() instanceof Accepted accepted) {
            warnings.addAll(accepted.warnings());
        }
        edited.filter(lost::contains).ifPresent(stage -> warnings.add(outdated(stage)));
        return new StateChanges(
                before.assessment().status() != after.assessment().status(),
                invalidated,
                warnings,
                edited.map(stage -> needs(after.state().workbenchStates(), stage))
                        .orElse(List.of()));
    }

    private static List<String> needs(WorkbenchStates states, Workbench stage) {
        return switch (stage) {
            case DATA -> states.data().freshness().needs();
            case POPULATION -> states.population().freshness().needs();
            case SCENARIO -> states.scenario().freshness().needs();
            case SIMULATION -> states.simulation().freshness().needs();
            case REPORT -> states.report().freshness().needs();
        };
    }

    private static String outdated(Workbench stage) {
        return switch (stage) {
            case DATA -> "The data package no longer matches its inputs; rebuild it with refresh_data.";
            case POPULATION -> "The population no longer matches its inputs; make it again with regenerate.";
            case SCENARIO -> "The scenarios no longer fit the data and the population; edit them.";
            case SIMULATION -> "A run no longer matches its scenario; run it again with run_scenario.";
            case REPORT -> "The report no longer matches its inputs; make it again with generate.";
        };
    }

    /** Takes back the actor's last change, or the actor's last undo. */
    private final class TakeBack implements OneWay.Request {
        private final ProjectId project;
        private final UserId actor;
        private final boolean undo;

        TakeBack(ProjectId project, UserId actor, boolean undo) {
            this.project = project;
            this.actor = actor;
            this.undo = undo;
        }

        @Override
        public String workbench(WorkingCopy copy) {
            return next(copy)
                    .map(number -> oneWay.revision(project, number).workbench())
                    .orElse("project");
        }

        @Override
        public String action() {
            return undo ? "undo" : "redo";
        }

        @Override
        public UserId actor() {
            return actor;
        }

        @Override
        public Role needs() {
            return Role.EDITOR;
        }

        @Override
        public Decision decide(WorkingCopy copy, DecideContext context) {
            long number = next(copy).orElseThrow(() -> new RefusedException(new Refusal.NothingToUndo(action())));
            Revision revision = oneWay.revision(project, number);
            return undo ? UndoDecider.undo(revision, context) : UndoDecider.redo(revision, context);
        }

        private Optional<Long> next(WorkingCopy copy) {
            return undo ? copy.history().nextUndo(actor) : copy.history().nextRedo(actor);
        }

        @Override
        public @Nullable Long undoes(WorkingCopy copy) {
            return undo ? next(copy).orElse(null) : null;
        }

        @Override
        public @Nullable Long redoes(WorkingCopy copy) {
            return undo ? null : next(copy).orElse(null);
        }
    }
}
