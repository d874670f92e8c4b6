package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.VersionInfo;
import java.util.List;
import java.util.Optional;

/**
 * The versions of every project, for good; {@link Journal#append} writes each with the revision that cuts it. Implementations are safe for use by several threads; each passes {@code
 * VersionsContract}.
 */
public interface Versions {

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
     * A version as it is cut.
     *
     * @param content JSON text; spaces and the order of members may change in the store
     */
    record Cut(VersionInfo info, String content) {
        public Cut {
            requireNonNull(info, "info");
            requireNonNull(content, "content");
        }
    }

    /**
     * A version and its content.
     *
     * @param content JSON text; empty if it is in the blob store
     * @param blob where it is then
     */
    record Stored(VersionInfo info, Optional<String> content, Optional<BlobKey> blob) {}
}
