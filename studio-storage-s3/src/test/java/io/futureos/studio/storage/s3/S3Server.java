package io.futureos.studio.storage.s3;

import java.net.URI;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server that speaks S3, one for all tests of this JVM: S3Proxy with its store in memory. */
record S3Server(URI endpoint, String region, String accessKey, String secretKey) {

    private static final class Running {
        static final S3Server SERVER = inThisProcess();
    }

    static S3Server running() {
        return Running.SERVER;
    }

    private static S3Server inThisProcess() {
        String accessKey = "the-access-key";
        String secretKey = "the-secret-" + UUID.randomUUID();
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start in this process", e);
        }
        return new S3Server(URI.create("http://127.0.0.1:" + proxy.getPort()), "us-east-1", accessKey, secretKey);
    }

    /** A client of the SDK, for what the store does not do itself. */
    S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    /** The name of a bucket that nobody else uses. */
    String newBucket() {
        String bucket = "blobs-" + UUID.randomUUID();
        try (S3Client client = client()) {
            client.createBucket(create -> create.bucket(bucket));
        }
        return bucket;
    }

    /** How a host would come to this server. */
    S3BlobStoreBuilder store(String bucket) {
        return S3BlobStore.builder(bucket, region)
                .endpoint(endpoint)
                .pathStyle(true)
                .credentials(accessKey, secretKey);
    }
}
