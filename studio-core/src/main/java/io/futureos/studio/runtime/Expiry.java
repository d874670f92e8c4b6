package io.futureos.studio.runtime;

import io.futureos.studio.Retention;
import io.futureos.studio.decide.ProjectDecider;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go of deleted projects and exported files that were kept long enough. */
final class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Retention retention;
    private final Storage storage;
    private final OneWay oneWay;

    Expiry(Retention retention, Storage storage, OneWay oneWay) {
        this.retention = retention;
        this.storage = storage;
        this.oneWay = oneWay;
    }

    /** Forgets the project for good if it was deleted long enough ago; not if somebody restored it meanwhile. */
    boolean forgets(ProjectSummary project, Instant now) {
        if (!isOver(project.deletedAt(), retention.deletedProjects(), now)) {
            return false;
        }
        try {
            storage.forget(project.id(), project.revision());
            LOG.info("Project {}, deleted at {}, is gone for good", project.id(), project.deletedAt());
            return true;
        } catch (RevisionConflictException e) {
            return false;
        }
    }

    /** Removes the project's exported files that are too old, by a revision like any other. */
    void dropExports(ProjectSummary project, Holdings holdings, Instant now) {
        Duration kept = retention.exports();
        if (kept != null && !project.isDeleted() && holdings.hasExportFromBefore(now.minus(kept))) {
            oneWay.take(
                    project.id(),
                    Request.ofTheStudio(
                            "report",
                            "expire_exports",
                            project.owner(),
                            context -> new ProjectDecider(context).dropExports(now.minus(kept))));
        }
    }

    private static boolean isOver(@Nullable Instant since, @Nullable Duration kept, Instant now) {
        return since != null && kept != null && !now.isBefore(since.plus(kept));
    }
}
