package io.futureos.studio;

import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import java.util.Map;

/**
 * Everything that people do in the five workbenches. Long work returns a job id at once. Safe for use by several threads.
 *
 * <p>Each method throws {@link ProjectNotFoundException} if there is no such project that the user may see,
 * {@link AccessDeniedException} if the user's role does not reach, and {@link RefusedException} if a rule says no. In all
 * three cases nothing was changed.
 */
public interface WorkbenchOperations {

    /** Does one action. What changes something takes an editor; looking takes a viewer. */
    WorkbenchResponse execute(ProjectId project, UserId user, WorkbenchAction action);

    /**
     * Does one action, on the terms of the request: once for each command id, and on top of what the user was looking at.
     */
    WorkbenchResponse execute(WorkbenchRequest request);

    /**
     * Does the action of the contract's {@code WorkbenchAction}, given as maps, lists, text, numbers, booleans and null.
     *
     * @throws InvalidRequestException naming everything that is wrong with the request
     */
    WorkbenchResponse execute(Map<String, Object> request);

    /**
     * The recorded frames of a scenario's run as a file: what {@code export_data} announced.
     *
     * @throws RefusedException if no run of the scenario was recorded
     */
    byte[] exportedFrames(ProjectId project, UserId user, ScenarioId scenario, DataFormat format);

    /** Takes back the user's own last change that can be undone, below later ones of others. Takes an editor. */
    WorkbenchResponse undo(ProjectId project, UserId user);

    /** Takes back the user's last undo. Takes an editor. */
    WorkbenchResponse redo(ProjectId project, UserId user);
}
