package io.futureos.studio.examples.quickstart;

import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.s3.S3BlobStore;
import io.futureos.studio.storage.s3.S3BlobStoreBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a bucket is and how to get in. Shows no secret. */
final class S3Address {

    private static final String SHAPE = "; write s3://bucket?region=eu-north-1 for Amazon's, or"
            + " https://key:secret@host:port/bucket for another server, with special characters as %XX";

    private static final String BUCKET =
            "(?<bucket>[\\w.-]+)(?:/(?<prefix>[^?#@]*))?(?:\\?region=(?<region>[a-z0-9-]+))?";
    private static final Pattern AMAZONS = Pattern.compile("s3://" + BUCKET);
    private static final Pattern OTHER = Pattern.compile("(?<server>https?://)"
            + "(?:(?<key>[^:@/?]+):(?<secret>[^:@/?]+)@)?(?<host>[\\w.-]+(?::\\d{1,5})?)/" + BUCKET);

    private static final String USUAL_REGION = "us-east-1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final S3BlobStoreBuilder store;

    private S3Address(S3BlobStoreBuilder store) {
        this.store = store;
    }

    static S3Address read(String url) throws InputProblem {
        Matcher amazons = AMAZONS.matcher(url);
        Matcher other = OTHER.matcher(url);
        try {
            if (amazons.matches()) {
                return tried(in(amazons, regionOfAmazons(amazons.group("region"))));
            }
            if (other.matches()) {
                return tried(at(other));
            }
        } catch (IllegalArgumentException e) {
            throw new InputProblem("--s3: " + e.getMessage() + SHAPE + ".");
        }
        throw new InputProblem("--s3 is not the address of a bucket" + SHAPE + ".");
    }

    private static S3Address tried(S3BlobStoreBuilder store) {
        store.build().close();
        return new S3Address(store);
    }

    private static S3BlobStoreBuilder in(Matcher url, String region) throws InputProblem {
        String prefix = PercentCoded.decoded(url.group("prefix"), wrongPercent());
        S3BlobStoreBuilder store =
                S3BlobStore.builder(url.group("bucket"), region).timeout(PATIENCE);
        return prefix == null || prefix.isEmpty()
                ? store
                : store.keyPrefix(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    private static S3BlobStoreBuilder at(Matcher url) throws InputProblem {
        String region = url.group("region");
        S3BlobStoreBuilder store = in(url, region == null ? USUAL_REGION : region)
                .endpoint(URI.create(url.group("server") + url.group("host")))
                .pathStyle(true);
        String key = PercentCoded.decoded(url.group("key"), wrongPercent());
        String secret = PercentCoded.decoded(url.group("secret"), wrongPercent());
        return key == null || secret == null ? store : store.credentials(key, secret);
    }

    private static String regionOfAmazons(@Nullable String given) throws InputProblem {
        return Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(System.getenv("AWS_REGION")))
                .orElseThrow(() -> new InputProblem(
                        "--s3 names no region; write s3://bucket?region=eu-north-1, or set AWS_REGION."));
    }

    private static String wrongPercent() {
        return "--s3 has a % that no two hexadecimal digits follow" + SHAPE + ".";
    }

    /** The bucket, which is there and lets us look into it. */
    S3BlobStore open() throws ServerProblem {
        S3BlobStore blobs = store.build();
        try {
            blobs.list("", Optional.empty(), 1);
            return blobs;
        } catch (StorageException e) {
            blobs.close();
            throw new ServerProblem(
                    String.valueOf(e.getMessage()).replace("the cause says which", said(e.getCause())) + ".");
        }
    }

    /** Amazon's client lists every place in which it looked for credentials. */
    private static String said(@Nullable Throwable cause) {
        return cause == null ? "" : String.valueOf(cause.getMessage()).replaceAll(" from any of the providers.*", "");
    }
}
