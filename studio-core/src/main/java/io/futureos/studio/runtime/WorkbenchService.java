package io.futureos.studio.runtime;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.RefusedException;
import io.futureos.studio.WorkbenchOperations;
import io.futureos.studio.access.Operation;
import io.futureos.studio.action.ActionReader;
import io.futureos.studio.action.ActionWriter;
import io.futureos.studio.action.SimulationAction;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.DecideContext;
import io.futureos.studio.decide.Decider;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.Refusal;
import io.futureos.studio.decide.UndoDecider;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.workflow.CanonicalJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do in the five workbenches. */
final class WorkbenchService implements WorkbenchOperations {

    private final OneWay oneWay;
    private final BlobStore blobs;
    private final Responses responses;

    WorkbenchService(OneWay oneWay, BlobStore blobs, Responses responses) {
        this.oneWay = oneWay;
        this.blobs = blobs;
        this.responses = responses;
    }

    @Override
    public WorkbenchResponse execute(ProjectId project, UserId user, WorkbenchAction action) {
        return execute(new WorkbenchRequest(project, user, action));
    }

    @Override
    public WorkbenchResponse execute(WorkbenchRequest request) {
        return responses.response(
                request.action().workbench().wireName(),
                request.action().name(),
                oneWay.take(request.project(), new Action(request)));
    }

    @Override
    public WorkbenchResponse execute(Map<String, Object> request) {
        WorkbenchRequest read = ActionReader.readRequest(request).match(good -> good, problems -> {
            throw new InvalidRequestException(problems);
        });
        return execute(read);
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
        return responses.response(made == null ? "project" : made.workbench(), request.action(), outcome);
    }

    /** A workbench action. */
    private final class Action implements Request {
        private final WorkbenchRequest request;

        Action(WorkbenchRequest request) {
            this.request = request;
        }

        @Override
        public String room(WorkingCopy copy) {
            return request.action().workbench().wireName();
        }

        @Override
        public String action() {
            return request.action().name();
        }

        @Override
        public UserId actor() {
            return request.user();
        }

        @Override
        public Operation operation() {
            return Operation.ofAction(action());
        }

        @Override
        public Decision decide(WorkingCopy copy, DecideContext context) {
            return Decider.decide(request.action(), context);
        }

        @Override
        public Terms terms() {
            return request.commandId() == null
                    ? new Terms(null, Terms.NONE.fingerprint(), request.baseRevision())
                    : new Terms(request.commandId(), fingerprint(), request.baseRevision());
        }

        private Fingerprint fingerprint() {
            return CanonicalJson.fingerprint(Map.of(
                    "project", request.project().toString(),
                    "workbench", request.action().workbench().wireName(),
                    "payload", ActionWriter.payload(request.action())));
        }

        @Override
        public Map<String, Object> answer(Outcome outcome) {
            return StudioJson.toOpen(responses.answer(
                    request.action().workbench().wireName(), request.action().name(), outcome));
        }
    }

    /** Takes back the actor's last change, or the actor's last undo. */
    private final class TakeBack implements Request {
        private final ProjectId project;
        private final UserId actor;
        private final boolean undo;

        TakeBack(ProjectId project, UserId actor, boolean undo) {
            this.project = project;
            this.actor = actor;
            this.undo = undo;
        }

        @Override
        public String room(WorkingCopy copy) {
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
        public Operation operation() {
            return undo ? Operation.UNDO : Operation.REDO;
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
