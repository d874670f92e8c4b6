package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Versions.Cut;
import org.jspecify.annotations.Nullable;

/**
 * What is written together: a revision, what lists and rights need to know after it, the receipt for whoever asked for one,
 * and the version that the revision cuts. All of it or nothing is durable.
 *
 * @param summary the project after the revision
 * @param receipt null if the user gave no command id
 * @param version null if the revision cuts none
 */
public record Commit(
        Revision revision,
        ProjectSummary summary,
        @Nullable Receipt receipt,
        @Nullable Cut version) {

    public Commit {
        requireNonNull(revision, "revision");
        requireNonNull(summary, "summary");
    }
}
