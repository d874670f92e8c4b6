package io.futureos.studio.storage;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds projects without reading their content. It says what {@link Journal#append} wrote last, deleted projects are left
 * out of its lists, and the newest come first: by {@link ProjectSummary#updatedAt}, kept to the microsecond, then by id, so
 * that parts of a list make up the whole. Implementations are safe for use by several threads; each passes {@code
 * ProjectIndexContract}.
 */
public interface ProjectIndex {

    /** The project, deleted or not. */
    Optional<ProjectSummary> find(ProjectId project);

    /**
     * The next {@code size} of all projects, deleted ones too, by their ids. A project that is created while somebody goes
     * through the list may or may not be in it; every other is, whatever happens to it.
     *
     * @param after where the part before this one ended; null for the first part
     */
    List<ProjectSummary> all(@Nullable ProjectId after, int size);

    /** The projects in which the user is a collaborator. */
    List<ProjectSummary> ofUser(UserId user, Slice slice);

    /** The projects of the team. */
    List<ProjectSummary> ofTeam(TeamId team, Slice slice);

    /** Projects that have changed since their last version was cut, the longest unchanged first; not deleted ones. */
    List<ProjectSummary> unversioned(int most);

    /** Projects whose last revision is not in their newest checkpoint, the longest unchanged first; deleted ones too. */
    List<ProjectSummary> unsaved(int most);

    /** Projects in which lanes belong to jobs, deleted ones too, newest first. */
    List<ProjectSummary> withJobs(Slice slice);

    /** Projects in which a report is due for delivery at {@code now}, the longest due first; deleted ones are left out. */
    List<ProjectSummary> withDeliveryDue(Instant now, int most);

    /**
     * A part of a list.
     *
     * @param after where the part before this one ended; null for the first part
     * @param size how many at most
     */
    record Slice(@Nullable Position after, int size) {

        public Slice {
            if (size < 1) {
                throw new IllegalArgumentException("A part of a list has one element or more, was " + size);
            }
        }
    }

    /** A place in a list: behind the project with this id that was last changed at this time. */
    record Position(Instant updatedAt, ProjectId id) {

        /** The place behind the project. */
        public static Position of(ProjectSummary summary) {
            return new Position(summary.updatedAt(), summary.id());
        }

        /** Whether the project comes later in the list. */
        public boolean isBefore(ProjectSummary summary) {
            int byTime = summary.updatedAt().compareTo(updatedAt);
            return byTime < 0 || (byTime == 0 && summary.id().compareTo(id) > 0);
        }
    }
}
