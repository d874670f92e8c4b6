package io.futureos.studio.testkit.server;

import java.net.URI;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * A server for tests that speaks S3: S3Proxy with its store in memory, in this JVM also where there is a Docker. It checks
 * signatures, and knows no lifecycle rules and no tags. Clients address its buckets by path.
 */
public final class S3Server {

    private final BlobStore store;
    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;

    private S3Server(BlobStore store, URI endpoint, String accessKey, String secretKey) {
        this.store = store;
        this.endpoint = endpoint;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** The one of this JVM. */
    public static S3Server shared() {
        return SharedServers.S3.SERVER;
    }

    static S3Server start() {
        String accessKey = "the-access-key";
        String secretKey = "the-secret-" + UUID.randomUUID();
        var store = new TransientNio2BlobStore();
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start in this process", e);
        }
        return new S3Server(store, URI.create("http://127.0.0.1:" + proxy.getPort()), accessKey, secretKey);
    }

    public URI endpoint() {
        return endpoint;
    }

    public String region() {
        return "us-east-1";
    }

    public String accessKey() {
        return accessKey;
    }

    public String secretKey() {
        return secretKey;
    }

    /** The name of a new bucket that nobody else uses. */
    public String newBucket() {
        String bucket = "blobs-" + UUID.randomUUID();
        store.createContainer(bucket);
        return bucket;
    }
}
