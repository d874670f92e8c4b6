package io.futureos.studio.runtime;

import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.decide.Decision.Asked;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectState.WorkbenchStates;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.model.WorkbenchResponse.StateChanges;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.workflow.Workbench;
import io.futureos.studio.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what came of an action. */
final class Responses {

    private final Engines engines;
    private final BlobStore blobs;
    private final WorkflowGraph graph;
    private final Presence presence;

    Responses(Engines engines, BlobStore blobs, WorkflowGraph graph, Presence presence) {
        this.engines = engines;
        this.blobs = blobs;
        this.graph = graph;
        this.presence = presence;
    }

    /**
     * A response without the state, as receipts keep it.
     *
     * @param revision the number of the project's last change after the action
     */
    public record Answer(
            String workbench,
            String action,
            Map<String, Object> result,
            StateChanges stateChanges,
            @Nullable JobId jobId,
            long revision) {}

    /** The response, with the state as it is now. */
    WorkbenchResponse response(String workbench, String action, Outcome outcome) {
        Receipt receipt = outcome.receipt();
        Answer answer = receipt == null ? answer(workbench, action, outcome) : again(workbench, action, receipt);
        return new WorkbenchResponse(
                outcome.after().project().id(),
                answer.workbench(),
                answer.action(),
                true,
                answer.result(),
                answer.stateChanges(),
                presence.over(outcome.after()),
                answer.jobId(),
                answer.revision());
    }

    private static Answer again(String workbench, String action, Receipt receipt) {
        Map<String, Object> kept = receipt.answer();
        if (kept != null) {
            return StudioJson.fromOpen(kept, Answer.class);
        }
        String warning = "This was done before, at " + receipt.at() + "; its result was too large to be kept.";
        return new Answer(
                workbench,
                action,
                Map.of(),
                new StateChanges(false, List.of(), List.of(warning), List.of()),
                null,
                receipt.revision());
    }

    /** What is answered to something that was done now. */
    Answer answer(String workbench, String action, Outcome outcome) {
        return new Answer(
                workbench,
                action,
                result(outcome),
                stateChanges(workbench, outcome),
                jobId(outcome),
                outcome.after().revision());
    }

    private Map<String, Object> result(Outcome outcome) {
        if (outcome.decision() instanceof Asked asked) {
            return asked.inquiry().match(new Answers(engines, blobs, outcome.after()));
        }
        return outcome.decision() instanceof Accepted accepted ? accepted.result() : Map.of();
    }

    private static @Nullable JobId jobId(Outcome outcome) {
        return outcome.decision() instanceof Accepted accepted
                        && accepted.result().get("job_id") instanceof String id
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
}
