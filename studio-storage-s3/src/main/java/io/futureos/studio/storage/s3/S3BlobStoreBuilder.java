package io.futureos.studio.storage.s3;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Says where the bucket of an {@link S3BlobStore} is and how to get in. Building asks the server for nothing. */
public final class S3BlobStoreBuilder {

    /** How long a request to the server may take, with all repetitions, unless the host says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration CONNECT_AT_MOST = Duration.ofSeconds(3);

    /** The JDK keeps up to five idle connections to a server; when it has closed them all, the sixth attempt is a fresh one. */
    static final int ATTEMPTS = 7;

    private final String bucket;
    private final Region region;
    private @Nullable URI endpoint;
    private boolean pathStyle;
    private String keyPrefix = "";
    private @Nullable AwsCredentialsProvider credentials;
    private Duration timeout = DEFAULT_TIMEOUT;

    S3BlobStoreBuilder(String bucket, String region) {
        this.bucket = requireNonNull(bucket, "bucket");
        this.region = Region.of(region);
    }

    /** The server, if it is not Amazon's: {@code https://host:port}. */
    public S3BlobStoreBuilder endpoint(URI server) {
        if (server.getHost() == null || server.getRawUserInfo() != null || server.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "An endpoint is http or https, a host and perhaps a port, without a user or a query; credentials have a "
                            + "method of their own");
        }
        endpoint = server;
        return this;
    }

    /** Names the bucket in the path of the URL and not in its host, as most servers other than Amazon's want it. */
    public S3BlobStoreBuilder pathStyle(boolean inThePath) {
        pathStyle = inThePath;
        return this;
    }

    /** What the names of all objects begin with, for example {@code studio/blobs/}; nothing if it is not given. */
    public S3BlobStoreBuilder keyPrefix(String prefix) {
        keyPrefix = requireNonNull(prefix, "prefix");
        return this;
    }

    /** This key; without credentials those of the environment, the profile or the machine's role are taken. */
    public S3BlobStoreBuilder credentials(String accessKey, String secretKey) {
        return credentials(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
    }

    /** Whatever credentials this gives at the time of a request. */
    public S3BlobStoreBuilder credentials(AwsCredentialsProvider provider) {
        credentials = requireNonNull(provider, "provider");
        return this;
    }

    /** How long a request may take, with all repetitions; a large blob is put in several requests. */
    public S3BlobStoreBuilder timeout(Duration atMost) {
        if (atMost.compareTo(SHORTEST_TIMEOUT) < 0) {
            throw new IllegalArgumentException("The time-out must be " + SHORTEST_TIMEOUT + " or more, was " + atMost);
        }
        timeout = atMost;
        return this;
    }

    /** The store, whose connections are the caller's to close. */
    public S3BlobStore build() {
        var place = new Place(endpoint == null ? "S3 in " + region : endpoint.toString(), bucket, keyPrefix);
        AwsCredentialsProvider provider =
                credentials == null ? DefaultCredentialsProvider.builder().build() : credentials;
        return new S3BlobStore(client(provider), presigner(provider), place, timeout);
    }

    // Servers other than Amazon's know neither the SDK's own checksums nor always 100-continue; Content-MD5 they know.
    private S3Client client(AwsCredentialsProvider provider) {
        Duration oneTry = timeout.dividedBy(2);
        return S3Client.builder()
                .region(region)
                .endpointOverride(endpoint)
                .credentialsProvider(provider)
                .forcePathStyle(pathStyle)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().expectContinueEnabled(false).build())
                .overrideConfiguration(calls -> calls.apiCallTimeout(timeout)
                        .apiCallAttemptTimeout(oneTry)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(oneTry.compareTo(CONNECT_AT_MOST) < 0 ? oneTry : CONNECT_AT_MOST)
                        .socketTimeout(oneTry))
                .build();
    }

    private S3Presigner presigner(AwsCredentialsProvider provider) {
        S3Presigner.Builder presigner = S3Presigner.builder()
                .region(region)
                .credentialsProvider(provider)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        .build());
        return (endpoint == null ? presigner : presigner.endpointOverride(endpoint)).build();
    }
}
