package io.futureos.studio;

import io.futureos.studio.model.ProjectSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of projects, the last changed first.
 *
 * @param next asks for the part after this one; null if there is none
 */
public record ProjectPage(
        List<ProjectSummary> projects, @Nullable String next) {

    public ProjectPage {
        projects = List.copyOf(projects);
    }
}
