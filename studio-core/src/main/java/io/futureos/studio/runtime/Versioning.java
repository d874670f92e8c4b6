package io.futureos.studio.runtime;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.RefusedException;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.decide.Refusal;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Versions;
import io.futureos.studio.storage.Versions.Cut;
import io.futureos.studio.storage.Versions.Stored;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts versions and finds them again. A version is what the project was after the revision that set the cell {@code version};
 * it is written with that revision, or not at all.
 */
final class Versioning {

    private final Versions versions;
    private final BlobStore blobs;
    private final Limits limits;

    Versioning(Versions versions, BlobStore blobs, Limits limits) {
        this.versions = versions;
        this.blobs = blobs;
        this.limits = limits;
    }

    /**
     * The version that the revision cuts: the state after it.
     *
     * @return null if it cuts none
     * @throws RefusedException if the state is larger than a version may be
     */
    static @Nullable Cut cutBy(Revision revision, WorkingCopy after, String reason, Limits limits) {
        if (!revision.paths().contains(Cells.version().path())) {
            return null;
        }
        String content = StudioJson.write(after.state());
        long size = content.getBytes(StandardCharsets.UTF_8).length;
        if (size > limits.snapshotBytes()) {
            throw new RefusedException(new Refusal.VersionTooLarge(size, limits.snapshotBytes()));
        }
        return new Cut(
                new VersionInfo(
                        after.summary().version(),
                        revision.number(),
                        revision.actor(),
                        revision.at(),
                        reason,
                        size,
                        false),
                content);
    }

    /** Moves the oldest versions to the blob store: blob, check, then row. Doing it twice does no harm. */
    void archiveSurplus(ProjectId project) {
        int newest = versions.list(project, Integer.MAX_VALUE, 1).stream()
                .mapToInt(VersionInfo::number)
                .findFirst()
                .orElse(0);
        for (VersionInfo info : versions.list(project, newest - limits.versions() + 1, limits.versions())) {
            if (info.archived()) {
                return;
            }
            versions.find(project, info.number()).flatMap(Stored::content).ifPresent(content -> {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                BlobKey key = blobs.put(bytes);
                boolean isThere = blobs.get(key)
                        .filter(stored -> BlobKey.of(stored).equals(key))
                        .isPresent();
                if (isThere) {
                    versions.archive(project, info.number(), key);
                }
            });
        }
    }

    List<VersionInfo> list(ProjectId project, int before, int size) {
        return versions.list(project, before, size);
    }

    /** The contract's state at the version. */
    ProjectState state(ProjectId project, int number) {
        Stored stored = stored(project, number);
        String content = stored.content().orElseGet(() -> archived(stored.blob().orElseThrow()));
        return StudioJson.fromOpen(StudioJson.readOwn(content), ProjectState.class);
    }

    /** The revision that cut the version, whose fold it is. */
    long revision(ProjectId project, int number) {
        return stored(project, number).info().revision();
    }

    private Stored stored(ProjectId project, int number) {
        return versions.find(project, number)
                .orElseThrow(() -> new NotFoundException(
                        "version_not_found",
                        "Project " + project + " has no version " + number + ". List them with versions."));
    }

    private String archived(BlobKey key) {
        return blobs.get(key)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("The archived version in blob " + key + " is missing"));
    }
}
