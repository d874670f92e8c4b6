package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectSummary;
import org.jspecify.annotations.Nullable;

/**
 * What is written together: a revision, what lists and rights need to know after it, and the receipt for whoever asked for
 * one. All of it or nothing is durable.
 *
 * @param summary the project after the revision
 * @param receipt null if the user gave no command id
 */
public record Commit(
        Revision revision, ProjectSummary summary, @Nullable Receipt receipt) {

    public Commit {
        requireNonNull(revision, "revision");
        requireNonNull(summary, "summary");
    }
}
