package io.futureos.studio.storage.redis;

import io.futureos.studio.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * How far a node has heard a watched project's events. Puts together what is called out and what the log remembers: each logged
 * event is told once and in order, or it is said that some are missing. Used by one thread at a time.
 */
final class Place {

    private final ProjectId project;
    private final EventLog log;
    private final Audience audience;
    private @Nullable Position position;

    /** Whom it tells. */
    interface Audience {

        /** An event of the project. */
        void accept(ProjectId project, Call call);

        /** Some events of the project are missing. */
        void missed(ProjectId project);
    }

    Place(ProjectId project, EventLog log, Audience audience) {
        this.project = project;
        this.log = log;
        this.audience = audience;
    }

    /** From now on this node hears the project's calls. Whether it is for the first time. */
    boolean hears() {
        if (position != null) {
            catchUp(position);
            return false;
        }
        position = log.now(project);
        return true;
    }

    /** Somebody counted on the calls before they were heard. */
    void missed() {
        audience.missed(project);
    }

    /** Something was called out. */
    void called(Call call) {
        Position here = position;
        if (here == null) {
            return; // nobody counts on it yet
        }
        if (call.at() == null) {
            audience.accept(project, call);
        } else if (call.at().isRightAfter(here)) {
            position = call.at();
            audience.accept(project, call);
        } else {
            catchUp(here);
        }
    }

    /**
     * What was called out twice, or before the log was read, is passed over here: the log has nothing that is newer. A log
     * that is behind this place lost its end when another Redis took over.
     */
    private void catchUp(Position here) {
        EventLog.Excerpt excerpt = log.since(project, here.offset());
        position = excerpt.now();
        if (excerpt.isEverythingSince(here)) {
            excerpt.calls().forEach(call -> audience.accept(project, call));
        } else {
            audience.missed(project);
        }
    }
}
