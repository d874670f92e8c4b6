package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new project.
 *
 * @param projectName up to 255 characters
 * @param initialQuery the prediction question, if there is one already
 * @param templateId a saved template to start from
 * @param commandId chosen by the user: the same request sent again within a day answers with the project that it created
 */
public record ProjectCreate(
        UserId userId,
        @Nullable TeamId teamId,
        String projectName,
        @Nullable String description,
        @Nullable String initialQuery,
        @Nullable UUID templateId,
        @Nullable UUID commandId) {

    public ProjectCreate {
        requireNonNull(userId, "userId");
        requireNonNull(projectName, "projectName");
    }

    public ProjectCreate(UserId userId, String projectName, @Nullable String initialQuery) {
        this(userId, null, projectName, null, initialQuery, null, null);
    }

    /** This request for a project of a team. */
    public ProjectCreate in(TeamId team) {
        return new ProjectCreate(userId, team, projectName, description, initialQuery, templateId, commandId);
    }

    /** This request for a project that starts from a saved template. */
    public ProjectCreate from(UUID template) {
        return new ProjectCreate(userId, teamId, projectName, description, initialQuery, template, commandId);
    }

    /** This request under a command id. */
    public ProjectCreate as(UUID command) {
        return new ProjectCreate(userId, teamId, projectName, description, initialQuery, templateId, command);
    }
}
