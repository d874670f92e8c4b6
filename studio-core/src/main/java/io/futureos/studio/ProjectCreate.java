package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new project.
 *
 * @param projectName up to 255 characters
 * @param initialQuery the prediction question, if there is one already
 */
public record ProjectCreate(
        UserId userId,
        @Nullable TeamId teamId,
        String projectName,
        @Nullable String description,
        @Nullable String initialQuery) {

    public ProjectCreate {
        requireNonNull(userId, "userId");
        requireNonNull(projectName, "projectName");
    }

    public ProjectCreate(UserId userId, String projectName, @Nullable String initialQuery) {
        this(userId, null, projectName, null, initialQuery);
    }
}
