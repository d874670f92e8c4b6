package io.futureos.studio;

import io.futureos.studio.action.Template;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Projects from their creation on. None of these methods waits for an engine. Safe for use by several threads.
 *
 * <p>Each throws {@link ProjectNotFoundException} if there is no such project that the user may see, and
 * {@link AccessDeniedException} if the user's role does not reach.
 */
public interface ProjectOperations {

    /**
     * Creates an empty project, owned by the user.
     *
     * @throws InvalidRequestException naming everything that is wrong with what is said about it
     */
    ProjectState create(ProjectCreate create);

    /** Creates a project with everything that the template sets; what {@code create} says itself comes first. */
    ProjectState create(ProjectCreate create, Template template);

    /** The project as it is now. */
    ProjectState load(ProjectId project, UserId user);

    /** Changes what is said about the project; what the update leaves out stays. Takes an editor. */
    ProjectState update(ProjectId project, UserId user, ProjectUpdate update);

    /** From now on, {@code listener} gets what happens in the project, on the thread on which it happens. */
    Subscription watch(ProjectId project, UserId user, Consumer<StudioEvent> listener);

    /**
     * Reads a template from the text of a JSON document.
     *
     * @throws io.futureos.studio.json.InvalidJsonException if it is not JSON, naming line and column
     * @throws InvalidRequestException naming everything that is wrong with the template
     */
    Template readTemplate(String json);

    /**
     * Reads a template from JSON, given as maps, lists, text, numbers, booleans and null.
     *
     * @throws InvalidRequestException naming everything that is wrong with it
     */
    Template readTemplate(Map<String, Object> json);
}
