package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A version of a project, without its content.
 *
 * @param number counts from 1
 * @param revision whose fold the version is
 * @param reason one sentence for people
 * @param size of the content as JSON, in bytes
 * @param archived whether the content lies in the blob store; it still loads by its number
 */
public record VersionInfo(
        int number, long revision, UserId createdBy, Instant createdAt, String reason, long size, boolean archived) {

    public VersionInfo {
        requireNonNull(createdBy, "createdBy");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(reason, "reason");
    }
}
