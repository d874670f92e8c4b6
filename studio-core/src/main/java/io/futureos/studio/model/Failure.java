package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/**
 * Why the last job of a lane failed.
 *
 * @param basedOn the project's revision when the job read its inputs
 */
public record Failure(JobId job, String code, String message, long basedOn) {

    public Failure {
        requireNonNull(job, "job");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }
}
