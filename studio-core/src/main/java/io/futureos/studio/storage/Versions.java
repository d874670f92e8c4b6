package io.futureos.studio.storage;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.VersionInfo;
import java.util.List;
import java.util.Optional;

/**
 * The versions of every project, for good. Implementations are safe for use by several threads; each passes {@code
 * VersionsContract}.
 */
public interface Versions {

    /**
     * Stores a version with its content; one that is there already stays as it is.
     *
     * @param content JSON text; spaces and the order of members may change in the store
     */
    void put(ProjectId project, VersionInfo version, String content);

    /** Where the content of a version is; empty if there is no such version. */
    Optional<Stored> find(ProjectId project, int number);

    /**
     * The versions, newest first.
     *
     * @param before only those with a smaller number
     * @param size how many at most
     */
    List<VersionInfo> list(ProjectId project, int before, int size);

    /** From now on, the version's content is in the blob store; changes nothing if there is no such version. */
    void archive(ProjectId project, int number, BlobKey content);

    /** Where the contents of the project's versions are that were moved to the blob store. */
    List<BlobKey> archived(ProjectId project);

    /**
     * A version and its content.
     *
     * @param content JSON text; empty if it is in the blob store
     * @param blob where it is then
     */
    record Stored(VersionInfo info, Optional<String> content, Optional<BlobKey> blob) {}
}
