package io.futureos.studio;

import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.StorageException;
import java.util.Map;

/**
 * Everything that people do in the five workbenches. Long work returns a job id at once. Safe for use by several threads.
 *
 * <p>Each method throws {@link ProjectNotFoundException} if there is no such project that the user may see,
 * {@link AccessDeniedException} if the user's role does not reach, and {@link RefusedException} if a rule says no. In all
 * three cases nothing was changed. {@link StorageException} says that the storage failed, and that it is unknown whether the
 * change was made; the same request under the same command id makes it once. An action that only looks may throw an
 * {@link EngineException}, with a code like a {@link StudioException}, if the engine that is asked can't answer.
 */
public interface WorkbenchOperations {

    /** Does one action. What changes something takes an editor; looking takes a viewer. */
    WorkbenchResponse execute(ProjectId project, UserId user, WorkbenchAction action);

    /**
     * Does one action, on the terms of the request: once for each command id, and on top of what the user was looking at.
     *
     * @throws RefusedException also if the command id was used for something else, the base revision is not one of the
     *     project's, or somebody else has set the same cell since
     */
    WorkbenchResponse execute(WorkbenchRequest request);

    /**
     * Does the action of the contract's {@code WorkbenchAction}, given as maps, lists, text, numbers, booleans and null.
     *
     * @throws InvalidRequestException naming everything that is wrong with the request
     */
    WorkbenchResponse execute(Map<String, Object> request);

    /**
     * The recorded frames of a scenario's run as a file: what {@code export_data} announced. Takes an editor.
     *
     * @throws RefusedException if there is no such scenario, or no run of it was recorded
     */
    byte[] exportedFrames(ProjectId project, UserId user, ScenarioId scenario, DataFormat format);

    /**
     * Takes back the user's own last change that can be undone, below later ones of others. Takes an editor.
     *
     * @throws RefusedException if there is none, or somebody has set the same cells since
     */
    WorkbenchResponse undo(ProjectId project, UserId user);

    /**
     * Takes back the user's last undo. Takes an editor.
     *
     * @throws RefusedException if there is none, or somebody has set the same cells since
     */
    WorkbenchResponse redo(ProjectId project, UserId user);
}
