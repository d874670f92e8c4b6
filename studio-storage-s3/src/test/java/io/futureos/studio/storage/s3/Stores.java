package io.futureos.studio.storage.s3;

import io.futureos.studio.testkit.server.S3Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** How a host would come to a server. */
final class Stores {

    private Stores() {}

    static S3BlobStoreBuilder at(S3Server server, String bucket) {
        return S3BlobStore.builder(bucket, server.region())
                .endpoint(server.endpoint())
                .pathStyle(true)
                .credentials(server.accessKey(), server.secretKey());
    }

    /** A client of the SDK, for what the store does not do itself. It tries as often as the store, for the same reason. */
    static S3Client client(S3Server server) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(server.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(S3BlobStoreBuilder.ATTEMPTS)
                        .build()))
                .build();
    }
}
