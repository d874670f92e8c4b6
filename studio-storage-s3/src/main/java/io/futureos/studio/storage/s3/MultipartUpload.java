package io.futureos.studio.storage.s3;

import io.futureos.studio.model.BlobKey;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Puts one large blob in parts. It is there when the last request ends, and not before. */
final class MultipartUpload {

    private static final int PART = 8 << 20;

    private final S3Client client;
    private final Place place;
    private final String object;
    private final String id;

    MultipartUpload(S3Client client, Place place, BlobKey key) {
        this.client = client;
        this.place = place;
        this.object = place.objectOf(key);
        this.id = client.createMultipartUpload(
                        upload -> upload.bucket(place.bucket()).key(object).contentType(Piece.TYPE))
                .uploadId();
    }

    void send(byte[] content) {
        try {
            var parts = new ArrayList<CompletedPart>();
            for (int offset = 0; offset < content.length; offset += PART) {
                parts.add(send(parts.size() + 1, new Piece(content, offset, Math.min(PART, content.length - offset))));
            }
            complete(parts);
        } catch (SdkException e) {
            abort(e);
            throw e;
        }
    }

    private CompletedPart send(int number, Piece piece) {
        String etag = client.uploadPart(
                        part -> part.bucket(place.bucket())
                                .key(object)
                                .uploadId(id)
                                .partNumber(number)
                                .contentMD5(piece.md5()),
                        piece.body())
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private void complete(List<CompletedPart> parts) {
        client.completeMultipartUpload(upload ->
                upload.bucket(place.bucket()).key(object).uploadId(id).multipartUpload(all -> all.parts(parts)));
    }

    // What can't be aborted now is cleared by the bucket's own rule.
    private void abort(SdkException failure) {
        try {
            client.abortMultipartUpload(
                    upload -> upload.bucket(place.bucket()).key(object).uploadId(id));
        } catch (SdkException e) {
            failure.addSuppressed(e);
        }
    }
}
