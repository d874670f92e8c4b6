package io.futureos.studio;

import io.futureos.studio.model.ProjectId;

/** There is no such project, or none that the user may know of. */
public final class ProjectNotFoundException extends StudioException {
    private static final long serialVersionUID = 1L;

    public ProjectNotFoundException(ProjectId project) {
        super("project_not_found", "There is no project " + project + " that you may see.");
    }
}
