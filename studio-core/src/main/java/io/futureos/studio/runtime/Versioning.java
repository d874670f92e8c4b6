package io.futureos.studio.runtime;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.change.FoldedForm;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.decide.Refusal;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ModificationEntry;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Versions;
import io.futureos.studio.storage.Versions.Stored;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Stores the content of versions and finds it again. A version is the fold at the revision that set the cell
 * {@code version}, so any node can store it at any later time.
 */
final class Versioning {

    /** What a version's content has beyond the contract's state. */
    private static final String FOLDED = "folded";

    /** A state tells each of the project's values once, and little else but the log. */
    private static final int SAFETY = 2;

    private static final int ENTRY = 300;
    private static final int LONGEST_ESCAPE = 6;

    private final Versions versions;
    private final BlobStore blobs;
    private final Limits limits;

    Versioning(Versions versions, BlobStore blobs, Limits limits) {
        this.versions = versions;
        this.blobs = blobs;
        this.limits = limits;
    }

    /** Refuses to cut a version of this copy if its state is larger than a version may be. */
    Optional<Refusal> refusal(WorkingCopy copy) {
        if (surelyFits(copy)) {
            return Optional.empty();
        }
        long size = bytes(StudioJson.write(copy.state()));
        return size > limits.snapshotBytes()
                ? Optional.of(new Refusal.VersionTooLarge(size, limits.snapshotBytes()))
                : Optional.empty();
    }

    /** Whether there is no need to write the state down to know. */
    private boolean surelyFits(WorkingCopy copy) {
        long log = 0;
        for (ModificationEntry entry : copy.history().log()) {
            log += ENTRY + (long) LONGEST_ESCAPE * entry.summary().length();
        }
        return SAFETY * copy.project().size() + log < limits.snapshotBytes();
    }

    /** Stores the version that {@code revision} cut: the state, which is what people look at. */
    VersionInfo store(WorkingCopy copy, Revision revision, String reason) {
        String content = StudioJson.write(copy.state());
        var info = new VersionInfo(
                copy.summary().version(),
                revision.number(),
                revision.actor(),
                revision.at(),
                reason,
                bytes(content),
                false);
        versions.put(copy.project().id(), info, content);
        return info;
    }

    /** Adds the folded project to the version that {@code cut} cut, so that going back to it folds no journal. */
    void complete(WorkingCopy copy, Revision cut) {
        ProjectId project = copy.project().id();
        int number = copy.summary().version();
        if (!has(project, number)) {
            store(copy, cut, cut.summary());
        }
        versions.complete(
                project, number, StudioJson.writeWith(copy.state(), FOLDED, FoldedForm.write(copy.folded())));
    }

    private static long bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Moves the oldest versions to the blob store: blob, check, then row. Doing it twice does no harm. */
    void archiveSurplus(ProjectId project) {
        surplus(project).descendingIterator().forEachRemaining(number -> archive(project, number));
    }

    /** Those that are not archived yet, newest first; below one that is, all are, since the oldest goes first. */
    private Deque<Integer> surplus(ProjectId project) {
        var surplus = new ArrayDeque<Integer>();
        int newest = versions.list(project, Integer.MAX_VALUE, 1).stream()
                .mapToInt(VersionInfo::number)
                .findFirst()
                .orElse(0);
        for (int before = newest - limits.versions() + 1; before > 1; before = surplus.getLast()) {
            List<VersionInfo> page = versions.list(project, before, limits.versions());
            for (VersionInfo info : page) {
                if (info.archived()) {
                    return surplus;
                }
                surplus.add(info.number());
            }
            if (page.isEmpty()) {
                return surplus;
            }
        }
        return surplus;
    }

    private void archive(ProjectId project, int number) {
        versions.find(project, number).flatMap(Stored::content).ifPresent(content -> {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            BlobKey key = blobs.put(bytes);
            boolean isThere = blobs.get(key)
                    .filter(stored -> BlobKey.of(stored).equals(key))
                    .isPresent();
            if (isThere) {
                versions.archive(project, number, key);
            }
        });
    }

    private boolean has(ProjectId project, int number) {
        return versions.list(project, number + 1, 1).stream().anyMatch(version -> version.number() == number);
    }

    List<VersionInfo> list(ProjectId project, int before, int size) {
        return versions.list(project, before, size);
    }

    /** The contract's state at the version. */
    ProjectState state(ProjectId project, int number) {
        var content = new LinkedHashMap<>(content(stored(project, number)));
        content.remove(FOLDED);
        return StudioJson.fromOpen(content, ProjectState.class);
    }

    /** The folded project at the version, from the journal if no sweep has added it yet. */
    @SuppressWarnings("unchecked") // the keys of an open object are text
    Project project(ProjectId project, int number, LongFunction<Project> journal) {
        Stored stored = stored(project, number);
        var folded = (Map<String, Object>) content(stored).get(FOLDED);
        return folded == null
                ? journal.apply(stored.info().revision())
                : FoldedForm.read(folded).project();
    }

    private Stored stored(ProjectId project, int number) {
        return versions.find(project, number)
                .orElseThrow(() -> new NotFoundException(
                        "version_not_found",
                        "Project " + project + " has no version " + number + ". List them with versions."));
    }

    private Map<String, Object> content(Stored stored) {
        String text = stored.content().orElseGet(() -> archived(stored.blob().orElseThrow()));
        return StudioJson.readOwn(text);
    }

    private String archived(BlobKey key) {
        return blobs.get(key)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("The archived version in blob " + key + " is missing"));
    }
}
