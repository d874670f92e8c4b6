package io.futureos.studio.live;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;

/** Something that has happened in a project. */
public sealed interface StudioEvent {

    ProjectId project();

    /** A revision was committed. */
    record RevisionCommitted(ProjectId project, Revision revision) implements StudioEvent {}

    /** A job got on, ended or failed. */
    record JobProgressed(ProjectId project, JobStatus job) implements StudioEvent {}

    /** Somebody opened the project. */
    record SessionJoined(ProjectId project, Session session) implements StudioEvent {}

    /** Somebody is somewhere else in the project. */
    record CursorMoved(ProjectId project, Session session) implements StudioEvent {}

    /** Somebody closed the project. */
    record SessionLeft(ProjectId project, Session session) implements StudioEvent {}
}
