package io.futureos.studio.live;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that has happened in a project. */
public sealed interface StudioEvent {

    ProjectId project();

    /** A revision was committed. */
    record RevisionCommitted(ProjectId project, Revision revision) implements StudioEvent {}

    /** A job got on, ended or failed. */
    record JobProgressed(ProjectId project, JobStatus job) implements StudioEvent {}

    /**
     * A simulation computed its next tick.
     *
     * @param tick counted from 1
     * @param totalTicks how many the run will have
     * @param frame what the tick looked like, as an open object: what {@code replay} answers for it
     */
    record FrameComputed(ProjectId project, ScenarioId scenario, int tick, int totalTicks, Map<String, Object> frame)
            implements StudioEvent {

        public FrameComputed {
            requireNonNull(project, "project");
            requireNonNull(scenario, "scenario");
            frame = OpenValue.map(frame);
        }
    }

    /** Somebody opened the project. */
    record SessionJoined(ProjectId project, Session session) implements StudioEvent {}

    /** Somebody is somewhere else in the project. */
    record CursorMoved(ProjectId project, Session session) implements StudioEvent {}

    /** Somebody closed the project. */
    record SessionLeft(ProjectId project, Session session) implements StudioEvent {}

    /**
     * Events did not arrive, or may not have, and which ones can't be said. A watcher is told every revision all the same;
     * who is there, where they are and how far jobs are must be asked for anew.
     */
    record EventsMissed(ProjectId project) implements StudioEvent {

        public EventsMissed {
            requireNonNull(project, "project");
        }
    }

    /**
     * What all revisions between two views did, told at once to a watcher that was away or too slow. No channel carries it;
     * it is made for the one who needs it.
     *
     * @param from the revision of the view that the watcher has
     * @param to the revision of the view that it has afterwards; the next revision that it is told of follows this one
     * @param patch a JSON Patch (RFC 6902) of the state's JSON: operations in the order in which they are to be applied
     */
    record CaughtUp(ProjectId project, long from, long to, List<Map<String, @Nullable Object>> patch)
            implements StudioEvent {

        public CaughtUp {
            requireNonNull(project, "project");
            patch = List.copyOf(patch);
        }
    }

    /**
     * The watcher may not see the project any more, or it was deleted: nothing comes after this. No channel carries it.
     */
    record WatchEnded(ProjectId project) implements StudioEvent {}
}
