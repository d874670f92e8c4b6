package io.futureos.studio.storage.s3;

import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.StorageProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Asks the server, and tells every failure as a {@link StorageException} that says what was asked and the way out. */
record Requests(Place place, Duration timeout) {

    /** The answer to a question, which changes nothing. */
    <R> R read(String what, Supplier<R> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new StorageException(problem(e), true, "Could not " + what + " in " + place + ": " + told(e), e);
        }
    }

    /** Does what may be done again. */
    void write(String what, Runnable work) {
        try {
            work.run();
        } catch (SdkException e) {
            boolean refused = e instanceof S3Exception refusal && refusal.statusCode() < 500;
            throw new StorageException(
                    problem(e),
                    refused,
                    (refused ? "This was not done: " : "It is unknown whether this was done: ") + what + " in " + place
                            + ". " + told(e) + (refused ? "" : ". Doing it again does no harm"),
                    e);
        }
    }

    private static StorageProblem problem(SdkException e) {
        if (e instanceof S3Exception refusal) {
            return problem(refusal.statusCode());
        }
        if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
            return StorageProblem.TIMED_OUT;
        }
        return e instanceof RetryableException || hasIoFailure(e) ? StorageProblem.UNREACHABLE : StorageProblem.FAILED;
    }

    private static StorageProblem problem(int status) {
        return switch (status) {
            case 401, 403 -> StorageProblem.ACCESS_DENIED;
            case 429, 500, 502, 503, 504 -> StorageProblem.BUSY;
            case 507 -> StorageProblem.FULL;
            default -> StorageProblem.FAILED;
        };
    }

    private static boolean hasIoFailure(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return true;
            }
        }
        return false;
    }

    private String told(SdkException e) {
        if (e instanceof S3Exception refusal) {
            return told(refusal.statusCode(), code(refusal));
        }
        if (e instanceof AbortedException) {
            return "The thread was interrupted while it waited for the server";
        }
        return "The server gave no whole answer within " + timeout
                + ", or there are no credentials (the cause says which). See that it is there and that this machine reaches it";
    }

    static String code(S3Exception refusal) {
        @Nullable AwsErrorDetails details = refusal.awsErrorDetails();
        return details == null || details.errorCode() == null ? "no code" : details.errorCode();
    }

    private String told(int status, String code) {
        String answer = "The server answered " + status + " (" + code + "). ";
        if ("NoSuchBucket".equals(code)) {
            return answer + "There is no such bucket: create it, or name another";
        }
        return switch (status) {
            case 301, 307, 400 -> answer + "See that the region of the bucket and the path style are right";
            case 401, 403 ->
                answer + "See that the access key and its secret are right and may do this, and that the clocks "
                        + "agree; without the right to list, a blob that is not there looks forbidden";
            case 500, 502, 503, 504 -> answer + "It is busy or ill: try again later";
            default -> answer + "The cause says more";
        };
    }
}
