package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workbench action led to.
 *
 * @param workbench as the contract names it, for example {@code data}
 * @param action as the contract names it, for example {@code refresh_data}
 * @param result what the action answers (open values)
 * @param jobId the job that goes on with the work; null if all is done
 * @param revision the number of the project's last change after the action
 */
public record WorkbenchResponse(
        ProjectId projectId,
        String workbench,
        String action,
        boolean success,
        Map<String, Object> result,
        StateChanges stateChanges,
        ProjectState updatedProjectState,
        @Nullable JobId jobId,
        long revision) {

    public WorkbenchResponse {
        requireNonNull(projectId, "projectId");
        requireNonNull(workbench, "workbench");
        requireNonNull(action, "action");
        result = OpenValue.map(result);
        requireNonNull(stateChanges, "stateChanges");
        requireNonNull(updatedProjectState, "updatedProjectState");
    }

    /**
     * The job that the action started.
     *
     * @throws IllegalStateException if it started none, because there was nothing to do
     */
    public JobId startedJob() {
        if (jobId == null) {
            throw new IllegalStateException("The action " + workbench + "." + action + " of project " + projectId
                    + " started no job: " + String.join(" ", stateChanges.warnings()));
        }
        return jobId;
    }

    /**
     * What an action changed beyond its own workbench.
     *
     * @param downstreamInvalidated the workbenches that were up to date before the action and are not any more
     * @param warnings what a person should know, one sentence each
     * @param needs what the edited workbench itself has to do to be complete again, one sentence each
     */
    public record StateChanges(
            boolean projectStatusChanged,
            List<String> downstreamInvalidated,
            List<String> warnings,
            List<String> needs) {

        public StateChanges {
            downstreamInvalidated = List.copyOf(downstreamInvalidated);
            warnings = List.copyOf(warnings);
            needs = List.copyOf(needs);
        }
    }
}
