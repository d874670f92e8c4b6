package io.futureos.studio.live;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * What a user typed and has not sent.
 *
 * @param place where it was typed, in words of the client's; a user has one draft for each place
 * @param content an open object that only clients understand
 */
public record Draft(ProjectId project, UserId user, String place, Map<String, Object> content, Instant at) {

    public Draft {
        requireNonNull(project, "project");
        requireNonNull(user, "user");
        requireNonNull(place, "place");
        content = OpenValue.map(content);
        requireNonNull(at, "at");
    }
}
