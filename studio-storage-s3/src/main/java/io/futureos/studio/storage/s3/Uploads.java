package io.futureos.studio.storage.s3;

import io.futureos.studio.model.BlobKey;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts blobs. What is there already is not sent again but copied onto itself, which makes it young; what is not there is put on
 * the condition that nobody else puts it meanwhile. All of them put the same bytes, so that whoever comes last is right too.
 */
final class Uploads {

    /** From this size on it is quicker to ask first whether the blob is there. */
    private static final int ASKS_FIRST_ABOVE = 1 << 20;

    private static final int MULTIPART_ABOVE = 16 << 20;

    private static final int PRECONDITION_FAILED = 412;

    /** Somebody puts it at this moment; the server does not know conditions. */
    private static final Set<Integer> CONDITION_UNDECIDED = Set.of(409, 501);

    /** It is not there; the server copies nothing onto itself. */
    private static final Set<Integer> NOT_COPIED = Set.of(400, 404, 501);

    private final S3Client client;
    private final Place place;

    Uploads(S3Client client, Place place) {
        this.client = client;
        this.place = place;
    }

    void put(BlobKey key, byte[] content) {
        if (content.length > ASKS_FIRST_ABOVE && renewed(key)) {
            return;
        }
        if (content.length > MULTIPART_ABOVE) {
            new MultipartUpload(client, place, key).send(content);
        } else if (!putIfAbsent(key, content) && !renewed(key)) {
            put(key, content, PutObjectRequest.builder());
        }
    }

    private boolean putIfAbsent(BlobKey key, byte[] content) {
        try {
            put(key, content, PutObjectRequest.builder().ifNoneMatch("*"));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || CONDITION_UNDECIDED.contains(e.statusCode())) {
                return false;
            }
            throw e;
        }
    }

    private void put(BlobKey key, byte[] content, PutObjectRequest.Builder request) {
        var whole = new Piece(content, 0, content.length);
        client.putObject(
                request.bucket(place.bucket())
                        .key(place.objectOf(key))
                        .contentType(Piece.TYPE)
                        .contentMD5(whole.md5())
                        .build(),
                whole.body());
    }

    private boolean renewed(BlobKey key) {
        try {
            client.copyObject(copy -> copy.sourceBucket(place.bucket())
                    .sourceKey(place.objectOf(key))
                    .destinationBucket(place.bucket())
                    .destinationKey(place.objectOf(key))
                    .metadataDirective(MetadataDirective.REPLACE)
                    .contentType(Piece.TYPE));
            return true;
        } catch (S3Exception e) {
            if (NOT_COPIED.contains(e.statusCode()) && !isMissingBucket(e)) {
                return false;
            }
            throw e;
        }
    }

    // Told here, since what is sent into no bucket is often cut off without an answer.
    private static boolean isMissingBucket(S3Exception e) {
        return Requests.code(e).equals("NoSuchBucket");
    }
}
