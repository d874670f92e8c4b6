package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lists show and rights rest on: a project without its content.
 *
 * @param owner who created it
 * @param version the number of the last version that was cut
 * @param versionRevision the revision that cut it
 * @param deletedAt when it was deleted; null unless it was
 * @param collaborators the role of each
 * @param agenda what is to be done in it
 */
public record ProjectSummary(
        ProjectId id,
        UserId owner,
        @Nullable TeamId team,
        String name,
        String description,
        ProjectStatus status,
        int version,
        long versionRevision,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        Map<UserId, Role> collaborators,
        Agenda agenda) {

    public ProjectSummary {
        requireNonNull(id, "id");
        requireNonNull(owner, "owner");
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        requireNonNull(agenda, "agenda");
        collaborators = Collections.unmodifiableMap(collaborators);
    }

    /** This summary after a revision that changed nothing else of it. */
    public ProjectSummary at(long laterRevision, Instant at, ProjectStatus nowStatus) {
        return new ProjectSummary(
                id,
                owner,
                team,
                name,
                description,
                nowStatus,
                version,
                versionRevision,
                laterRevision,
                createdAt,
                at,
                deletedAt,
                collaborators,
                agenda);
    }

    /** Whether something has changed since the last version was cut. */
    public boolean isBeyondItsVersion() {
        return revision > versionRevision;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }
}
