package io.futureos.studio.storage.s3;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.StorageException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Keeps blobs in a bucket of S3, each as an object whose name is the prefix of the store and the blob's key. Every request
 * ends within the time-out that the builder sets, well or with a {@link StorageException}. Safe for use by several threads,
 * and by any number of nodes on one bucket.
 *
 * <p>It needs {@code s3:GetObject}, {@code s3:PutObject}, {@code s3:DeleteObject} and {@code s3:AbortMultipartUpload} on the
 * objects and {@code s3:ListBucket} on the bucket. Uploads that a dying node left unfinished are best cleared by a rule of
 * the bucket ({@code AbortIncompleteMultipartUpload}).
 */
public final class S3BlobStore implements BlobStore, AutoCloseable {

    private static final Pattern BEGIN_OF_KEY = Pattern.compile("[0-9a-f]{0,64}");
    private static final int LONGEST_PAGE = 1_000;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Client client;
    private final S3Presigner presigner;
    private final Place place;
    private final Requests requests;
    private final Uploads uploads;

    S3BlobStore(S3Client client, S3Presigner presigner, Place place, Duration timeout) {
        this.client = client;
        this.presigner = presigner;
        this.place = place;
        this.requests = new Requests(place, timeout);
        this.uploads = new Uploads(client, place);
    }

    /** A store in this bucket, which has to be there, of this region; servers other than Amazon's mostly take any region. */
    public static S3BlobStoreBuilder builder(String bucket, String region) {
        return new S3BlobStoreBuilder(bucket, region);
    }

    @Override
    public BlobKey put(byte[] content) {
        BlobKey key = BlobKey.of(content);
        requests.write("put blob " + key, () -> uploads.put(key, content));
        return key;
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        Optional<byte[]> content = requests.read("get blob " + key, () -> whole(key));
        content.ifPresent(bytes -> requireUndamaged(key, bytes));
        return content;
    }

    private Optional<byte[]> whole(BlobKey key) {
        try {
            return Optional.of(object(GetObjectRequest.builder(), key).asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private ResponseBytes<GetObjectResponse> object(GetObjectRequest.Builder request, BlobKey key) {
        return client.getObject(
                request.bucket(place.bucket()).key(place.objectOf(key)).build(), S3BlobStore::received);
    }

    // The JDK's client takes a connection that breaks for the end of the answer; thrown from here, it is asked for
    // again.
    private static ResponseBytes<GetObjectResponse> received(GetObjectResponse answer, AbortableInputStream bytes)
            throws Exception {
        ResponseBytes<GetObjectResponse> received =
                ResponseTransformer.<GetObjectResponse>toBytes().transform(answer, bytes);
        int length = received.asByteArrayUnsafe().length;
        if (answer.contentLength() != length) {
            throw RetryableException.create(
                    "The answer broke off after " + length + " of " + answer.contentLength() + " bytes");
        }
        return received;
    }

    private void requireUndamaged(BlobKey key, byte[] content) {
        if (!BlobKey.of(content).equals(key)) {
            throw new StorageException(
                    "Blob " + key + " in " + place + " is damaged: its " + content.length
                            + " bytes have another fingerprint. Bring back an older version of the object, or put the blob again",
                    null);
        }
    }

    @Override
    public Optional<byte[]> get(BlobKey key, long offset, int length) {
        BlobStore.requirePart(offset, length);
        return requests.read("get a part of blob " + key, () -> part(key, offset, length));
    }

    private Optional<byte[]> part(BlobKey key, long offset, int length) {
        try {
            String range = "bytes=" + offset + "-" + (offset + length - 1);
            ResponseBytes<GetObjectResponse> answer =
                    object(GetObjectRequest.builder().range(range), key);
            requireRange(key, offset, answer.response());
            return Optional.of(answer.asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                return Optional.of(new byte[0]);
            }
            throw e;
        }
    }

    // A server or a proxy that does not know ranges sends everything.
    private void requireRange(BlobKey key, long offset, GetObjectResponse answer) {
        if (answer.contentRange() == null || !answer.contentRange().startsWith("bytes " + offset + "-")) {
            throw new StorageException(
                    "Asked for blob " + key + " from byte " + offset + " on, " + place + " sent the range "
                            + answer.contentRange() + ". See that what lies between knows the header Range",
                    null);
        }
    }

    @Override
    public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
        if (size < 1 || !BEGIN_OF_KEY.matcher(prefix).matches()) {
            return List.of();
        }
        return requests.read("list blobs that begin with \"" + prefix + "\"", () -> listed(prefix, after, size));
    }

    private List<Stored> listed(String prefix, Optional<BlobKey> after, int size) {
        var found = new ArrayList<Stored>();
        var page = ListObjectsV2Request.builder()
                .bucket(place.bucket())
                .prefix(place.prefix() + prefix)
                .startAfter(after.map(place::objectOf).orElse(null))
                .maxKeys(Math.min(size, LONGEST_PAGE));
        ListObjectsV2Response answer;
        do {
            answer = client.listObjectsV2(page.build());
            answer.contents().forEach(object -> stored(object).ifPresent(found::add));
            page.continuationToken(answer.nextContinuationToken());
        } while (found.size() < size && Boolean.TRUE.equals(answer.isTruncated()));
        return List.copyOf(found.subList(0, Math.min(size, found.size())));
    }

    private Optional<Stored> stored(S3Object object) {
        return place.blobOf(object.key()).map(key -> new Stored(key, object.size(), object.lastModified()));
    }

    @Override
    public void delete(BlobKey key) {
        requests.write(
                "delete blob " + key,
                () -> client.deleteObject(
                        request -> request.bucket(place.bucket()).key(place.objectOf(key))));
    }

    @Override
    public Optional<URI> link(BlobKey key, String fileName, Duration goodFor) {
        if (goodFor.compareTo(Duration.ofSeconds(1)) < 0 || goodFor.compareTo(LONGEST_LINK) > 0) {
            throw new IllegalArgumentException("A link is good for 1 second to " + LONGEST_LINK.toSeconds()
                    + " seconds, but " + goodFor + " was asked for. Make a new link when somebody asks again");
        }
        String attachment = Attachment.named(fileName);
        return Optional.of(requests.read(
                "sign a link to blob " + key,
                () -> URI.create(presigner
                        .presignGetObject(request -> request.signatureDuration(goodFor)
                                .getObjectRequest(object -> object.bucket(place.bucket())
                                        .key(place.objectOf(key))
                                        .responseContentDisposition(attachment)
                                        .responseContentType("application/octet-stream")))
                        .url()
                        .toString())));
    }

    /** Closes the connections. */
    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
