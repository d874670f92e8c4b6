package io.futureos.studio.runtime;

import io.futureos.studio.Retention;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.BlobStore.Stored;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.Templates.StoredTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look through everything, piece by piece: first through all projects, letting go of what has expired and marking the blobs
 * that are needed; then through all blobs, deleting those that are not. Nothing of it is kept anywhere: a node that dies in
 * the middle has deleted what could be deleted, and another round does the rest. Several nodes may be at it at once.
 *
 * <p>Why no blob is deleted that somebody needs, w being how long unused blobs are kept and s when the round started, both by
 * the clock of the blob store:
 *
 * <ol>
 *   <li>Only blobs are deleted that were put last before s - w. So whoever refers to a blob after the round has looked at the
 *       project has either put it less than w ago, or found it where something referred to it.
 *   <li>Who has put it put it after s - w, since no job takes as long as w. Putting it again at any time makes it young, and
 *       the store looks at its age and deletes it in one step.
 *   <li>Who found it, for example to duplicate a project or to restore a version, found it in a project that needed it at that
 *       time; and what a project drops it needs for w longer. So it is marked whenever in the round that project is looked
 *       at, unless it is forgotten before. It was deleted after the blob was found in it, and is forgotten no earlier than the
 *       time after that for which deleted projects are kept: by then the round has seen all projects, or gives up.
 * </ol>
 */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int PROJECTS_AT_ONCE = 20;
    private static final int OTHERS_AT_ONCE = 100;
    private static final int TRIES = 10;

    private final Instant start;
    private final Storage storage;
    private final Expiry expiry;
    private final NeededBlobs needed;
    private final Clock clock;
    private final Instant started;

    /** What there is to do, each step as often as it says that there is more. */
    private final Deque<BooleanSupplier> steps = new ArrayDeque<>();

    private final List<ProjectSummary> unread = new ArrayList<>();
    private @Nullable ProjectId lastProject;
    private @Nullable UUID lastTemplate;
    private @Nullable BlobKey lastBlob;
    private int tries;
    private int deleted;

    /**
     * A round before its beginning.
     *
     * @param start what the clock of the blob store says now
     * @param clock that of this node, which tells how long the round takes
     */
    Round(Instant start, Retention retention, Storage storage, Expiry expiry, BlobParts parts, Clock clock) {
        this.start = start;
        this.storage = storage;
        this.expiry = expiry;
        this.needed = new NeededBlobs(storage, parts, retention, start);
        this.clock = clock;
        this.started = clock.instant();
        steps.add(this::looksAtProjects);
        steps.add(this::looksAgainAtProjects);
        Duration unused = retention.unusedBlobs();
        if (unused != null) {
            Duration longest = shorter(unused, retention.deletedProjects()).dividedBy(2);
            steps.add(this::looksAtTemplates);
            steps.add(() -> givesUpUnlessAllIsSeen(longest));
            steps.add(() -> looksAtBlobs(start.minus(unused)));
        }
    }

    private static Duration shorter(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) < 0 ? one : other;
    }

    /** Does the next piece; false if that was the last. */
    boolean goesOn() {
        boolean more = steps.element().getAsBoolean();
        if (!more) {
            steps.remove();
        }
        return !steps.isEmpty();
    }

    private boolean looksAtProjects() {
        List<ProjectSummary> next = storage.projects().all(lastProject, PROJECTS_AT_ONCE);
        for (ProjectSummary project : next) {
            lookAt(project);
            lastProject = project.id();
        }
        return next.size() == PROJECTS_AT_ONCE;
    }

    private boolean looksAgainAtProjects() {
        List<ProjectSummary> again = List.copyOf(unread);
        unread.clear();
        again.forEach(this::lookAt);
        return !unread.isEmpty() && ++tries < TRIES;
    }

    /** A project that makes trouble does not keep the others waiting. */
    private void lookAt(ProjectSummary project) {
        try {
            if (!expiry.forgets(project, start)) {
                expiry.dropExports(project, needed.mark(project), start);
            }
        } catch (RuntimeException e) {
            LOG.warn("Project {} could not be looked through; it is tried again", project.id(), e);
            unread.add(project);
        }
    }

    private boolean looksAtTemplates() {
        List<StoredTemplate> next = storage.templates().all(lastTemplate, OTHERS_AT_ONCE);
        for (StoredTemplate template : next) {
            needed.mark(template);
            lastTemplate = template.id();
        }
        return next.size() == OTHERS_AT_ONCE;
    }

    private boolean givesUpUnlessAllIsSeen(Duration longest) {
        boolean inTime = Duration.between(started, clock.instant()).compareTo(longest) < 0;
        if (!unread.isEmpty() || !inTime) {
            LOG.warn(
                    "The round that started at {} deletes no blobs, as {}: so it is not known which of them are needed",
                    start,
                    inTime ? unread.size() + " projects can't be read" : "it took longer than " + longest);
            steps.clear();
            steps.add(() -> false);
        }
        return false;
    }

    private boolean looksAtBlobs(Instant oldest) {
        List<Stored> next = storage.blobs().list("", Optional.ofNullable(lastBlob), OTHERS_AT_ONCE);
        for (Stored blob : next) {
            if (blob.lastPut().isBefore(oldest) && !needed.has(blob.key())) {
                storage.blobs().deleteUnlessPutSince(blob.key(), oldest);
                deleted++;
            }
            lastBlob = blob.key();
        }
        boolean more = next.size() == OTHERS_AT_ONCE;
        if (!more && deleted > 0) {
            LOG.info("The round that started at {} deleted {} blobs that nothing refers to", start, deleted);
        }
        return more;
    }
}
