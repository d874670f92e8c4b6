package io.futureos.studio.storage.s3;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;

/** Bytes that one request sends. The server checks them against their MD5, which is the checksum that every server knows. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Piece(byte[] content, int offset, int length) {

    static final String TYPE = "application/octet-stream";

    RequestBody body() {
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(content, offset, length), length, TYPE);
    }

    String md5() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(content, offset, length);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
