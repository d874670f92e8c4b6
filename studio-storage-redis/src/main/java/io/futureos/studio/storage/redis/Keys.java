package io.futureos.studio.storage.redis;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.util.List;

/**
 * The names of everything in Redis. Those of one project share a hash tag, so a cluster keeps them together and a script may
 * use several of them.
 *
 * @param prefix comes before every name; keeps apart what shares a Redis
 */
record Keys(String prefix) {

    private String project(ProjectId project) {
        return prefix + "{studio:" + project + "}";
    }

    /** Epoch and offset of a project's log, then the log. */
    List<String> log(ProjectId project) {
        return List.of(project(project) + ":position", project(project) + ":log");
    }

    /** The channel on which a project's events are called out. */
    String channel(ProjectId project) {
        return project(project) + ":events";
    }

    /** The channel that every node listens to, whatever it watches; nothing is called out there. */
    String hallway() {
        return prefix + "{studio}:nodes";
    }

    /** A project's sessions, then until when each is kept. */
    List<String> sessions(ProjectId project) {
        return withTimes(project(project) + ":sessions");
    }

    /** The drafts of one user in a project, then until when each is kept. */
    List<String> drafts(ProjectId project, UserId user) {
        return withTimes(project(project) + ":drafts:" + user);
    }

    private static List<String> withTimes(String key) {
        return List.of(key, key + ":until");
    }
}
