package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a command of a user was done, kept for a day, so that the user can send it again without it being done again.
 *
 * @param command chosen by the user, and unique among the user's commands
 * @param request the fingerprint of what was asked
 * @param answer what was answered, as an open object; null if it was too large to keep
 */
public record Receipt(
        UserId user,
        UUID command,
        Fingerprint request,
        ProjectId project,
        long revision,
        Instant at,
        @Nullable Map<String, Object> answer) {

    public Receipt {
        requireNonNull(user, "user");
        requireNonNull(command, "command");
        requireNonNull(request, "request");
        requireNonNull(project, "project");
        requireNonNull(at, "at");
        answer = answer == null ? null : OpenValue.map(answer);
    }
}
