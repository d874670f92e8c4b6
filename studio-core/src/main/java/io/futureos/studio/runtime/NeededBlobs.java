package io.futureos.studio.runtime;

import io.futureos.studio.Retention;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.Templates.StoredTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Marks the blobs that projects and templates need, as they are looked at one after the other. For use by one thread. */
final class NeededBlobs {

    private static final int REVISIONS_AT_ONCE = 1_000;

    private final Storage storage;
    private final BlobParts parts;
    private final Retention retention;
    private final Instant now;
    private final Marks marks;

    NeededBlobs(Storage storage, BlobParts parts, Retention retention, Instant now) {
        this.storage = storage;
        this.parts = parts;
        this.retention = retention;
        this.now = now;
        this.marks = new Marks(now.getEpochSecond());
    }

    /** Marks what the project needs, and tells what it holds. */
    Holdings mark(ProjectSummary project) {
        Holdings holdings = holdings(project);
        if (retention.unusedBlobs() != null) {
            parts.forEach(holdings.blobs(), marks::add);
            storage.versions().archived(project.id()).forEach(marks::add);
        }
        return holdings;
    }

    /** Marks what the template needs: what a source is read from may be a blob, and a template says which sources there are. */
    void mark(StoredTemplate template) {
        parts.forEach(NamedBlobs.in(template.content()), marks::add);
    }

    /** A job may have been asked for long ago, and work on the project as it was then. */
    private Holdings holdings(ProjectSummary project) {
        Duration unused = retention.unusedBlobs();
        boolean everything = unused == null || project.agenda().jobs();
        var holdings = new Holdings(everything ? Instant.MIN : now.minus(unused));
        long last = 0;
        List<Revision> next;
        do {
            next = storage.journal().after(project.id(), last, REVISIONS_AT_ONCE);
            next.forEach(holdings::add);
            last += next.size();
        } while (next.size() == REVISIONS_AT_ONCE);
        return holdings;
    }

    /** Whether somebody needs it, or it looks like that. */
    boolean has(BlobKey blob) {
        return marks.has(blob);
    }
}
