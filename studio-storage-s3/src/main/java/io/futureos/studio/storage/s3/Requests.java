package io.futureos.studio.storage.s3;

import io.futureos.studio.storage.StorageException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Asks the server, and tells every failure as a {@link StorageException} that says what was asked and the way out. */
record Requests(Place place, Duration timeout) {

    /** The answer to a question, which changes nothing. */
    <R> R read(String what, Supplier<R> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new StorageException("Could not " + what + " in " + place + ": " + told(e), e);
        }
    }

    /** Does what may be done again. */
    void write(String what, Runnable work) {
        try {
            work.run();
        } catch (SdkException e) {
            throw new StorageException(
                    "It is unknown whether this was done: " + what + " in " + place + ". " + told(e)
                            + ". Doing it again does no harm",
                    e);
        }
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
