package io.futureos.studio.runtime;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.RefusedException;
import io.futureos.studio.change.FoldedForm;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.decide.Refusal;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Versions;
import io.futureos.studio.storage.Versions.Stored;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stores the content of versions and finds it again. A version is the fold at the revision that set the cell
 * {@code version}, so any node can store it at any later time.
 */
final class Versioning {

    /** What a version's content has beyond the contract's state. */
    private static final String FOLDED = "folded";

    private final Versions versions;
    private final BlobStore blobs;
    private final Limits limits;

    Versioning(Versions versions, BlobStore blobs, Limits limits) {
        this.versions = versions;
        this.blobs = blobs;
        this.limits = limits;
    }

    /** @throws RefusedException if the content of this copy is larger than a version may be */
    void requireFits(WorkingCopy copy) {
        long size = bytes(content(copy));
        if (size > limits.snapshotBytes()) {
            throw new RefusedException(new Refusal.VersionTooLarge(size, limits.snapshotBytes()));
        }
    }

    /** Stores the version that {@code revision} cut. */
    VersionInfo store(WorkingCopy copy, Revision revision, String reason) {
        String content = content(copy);
        var info = new VersionInfo(
                copy.summary().version(),
                revision.number(),
                revision.actor(),
                revision.at(),
                reason,
                bytes(content),
                false);
        versions.put(copy.project().id(), info, content);
        archiveSurplus(copy.project().id());
        return info;
    }

    private static String content(WorkingCopy copy) {
        return StudioJson.writeWith(copy.state(), FOLDED, FoldedForm.write(copy.folded()));
    }

    private static long bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8).length;
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

    /** Whether the version's content is stored. */
    boolean has(ProjectId project, int number) {
        return versions.list(project, number + 1, 1).stream().anyMatch(version -> version.number() == number);
    }

    List<VersionInfo> list(ProjectId project, int before, int size) {
        return versions.list(project, before, size);
    }

    /** The contract's state at the version. */
    ProjectState state(ProjectId project, int number) {
        var content = new LinkedHashMap<>(content(project, number));
        content.remove(FOLDED);
        return StudioJson.fromOpen(content, ProjectState.class);
    }

    /** The folded project at the version. */
    @SuppressWarnings("unchecked") // the keys of an open object are text
    Project project(ProjectId project, int number) {
        var folded = (Map<String, Object>) content(project, number).get(FOLDED);
        return FoldedForm.read(Objects.requireNonNull(folded, "a version's content has the folded project"))
                .project();
    }

    private Map<String, Object> content(ProjectId project, int number) {
        Stored stored = versions.find(project, number)
                .orElseThrow(() -> new NotFoundException(
                        "version_not_found",
                        "Project " + project + " has no version " + number + ". List them with versions."));
        String text = stored.content().orElseGet(() -> archived(stored.blob().orElseThrow()));
        return StudioJson.readOwn(text);
    }

    private String archived(BlobKey key) {
        return blobs.get(key)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("The archived version in blob " + key + " is missing"));
    }
}
