package io.futureos.studio.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.storage.s3.S3BlobStore;
import io.futureos.studio.storage.s3.S3BlobStoreBuilder;
import io.futureos.studio.testkit.server.S3Server;
import java.net.URLEncoder;

/** Buckets of the server that all tests share. */
final class Buckets {

    private static final S3Server S3 = S3Server.shared();

    private Buckets() {}

    /** The address that a user of the program would write. */
    static String url(String bucket) {
        String login = coded(S3.accessKey()) + ":" + coded(S3.secretKey()) + "@";
        return S3.endpoint().toString().replace("://", "://" + login) + "/" + bucket;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    static S3BlobStoreBuilder store(String bucket) {
        return S3BlobStore.builder(bucket, S3.region())
                .endpoint(S3.endpoint())
                .pathStyle(true)
                .credentials(S3.accessKey(), S3.secretKey());
    }
}
