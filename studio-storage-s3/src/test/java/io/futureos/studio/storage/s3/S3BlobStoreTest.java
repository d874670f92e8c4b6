package io.futureos.studio.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore.Stored;
import io.futureos.studio.testkit.server.S3Server;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayNameGeneration(ReplaceUnderscores.class)
class S3BlobStoreTest {

    private static final byte[] REPORT = "a report".getBytes(UTF_8);
    private static final BlobKey KEY = BlobKey.of(REPORT);

    private final S3Server server = S3Server.shared();
    private final String bucket = server.newBucket();
    private final S3Client client = Stores.client(server);
    private final S3BlobStore blobs =
            Stores.at(server, bucket).keyPrefix("studio/").build();

    @AfterEach
    void close() {
        blobs.close();
        client.close();
    }

    @Test
    void twenty_megabytes_go_in_parts_and_come_back_whole() {
        var content = new byte[(20 << 20) + 1];
        new Random(20).nextBytes(content);

        BlobKey key = blobs.put(content);

        assertThat(blobs.get(key)).contains(content);
        assertThat(client.headObject(head -> head.bucket(bucket).key("studio/" + key))
                        .eTag())
                .as("the ETag of what came in three parts")
                .endsWith("-3\"");
        assertThat(client.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .isEmpty();
    }

    @Test
    void a_large_blob_that_is_there_is_made_young_and_not_sent_again() {
        var content = new byte[17 << 20];
        BlobKey key = blobs.put(content);
        String inParts = client.headObject(head -> head.bucket(bucket).key("studio/" + key))
                .eTag();

        blobs.put(content);

        assertThat(inParts).endsWith("-3\"");
        assertThat(client.headObject(head -> head.bucket(bucket).key("studio/" + key))
                        .eTag())
                .as("the ETag of a copy, which is one piece")
                .doesNotContain("-");
        assertThat(blobs.get(key)).contains(content);
    }

    @Test
    void what_others_keep_in_the_bucket_is_not_listed() {
        blobs.put(REPORT);
        for (String object :
                new String[] {"studio/0", "studio/a/b", "studio/" + "A".repeat(64), "other/" + KEY, KEY.toString()}) {
            client.putObject(put -> put.bucket(bucket).key(object), RequestBody.fromString(object));
        }

        assertThat(blobs.list("", Optional.empty(), 1)).extracting(Stored::key).containsExactly(KEY);
        assertThat(blobs.list("", Optional.empty(), 10)).extracting(Stored::key).containsExactly(KEY);
    }

    @Test
    void stores_with_other_prefixes_keep_apart() {
        try (S3BlobStore other = Stores.at(server, bucket).keyPrefix("other/").build()) {
            blobs.put(REPORT);

            assertThat(other.get(KEY)).isEmpty();
            assertThat(other.list("", Optional.empty(), 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "studio", "a/b/c/", "Fjære og øy/", "日本/", "a+b &?#%25/", "a..b/", ".a/"})
    void a_key_prefix_may_be_anything_that_is_no_path_elsewhere(String prefix) {
        try (S3BlobStore odd = Stores.at(server, bucket).keyPrefix(prefix).build()) {
            odd.put(REPORT);

            assertThat(odd.get(KEY)).contains(REPORT);
            assertThat(odd.list("", Optional.empty(), 10))
                    .extracting(Stored::key)
                    .containsExactly(KEY);
            assertThat(client.headObject(head -> head.bucket(bucket).key(prefix + KEY))
                            .contentLength())
                    .isEqualTo(REPORT.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../", "a/../b/", "a/..", "./", "/", "/a/", "a//b", "a\n/", "a\u0000/"})
    void a_key_prefix_that_leads_elsewhere_is_refused(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.at(server, bucket).keyPrefix(prefix).build())
                .withMessageContaining("A key prefix is like \"studio/blobs/\"");
    }

    @Test
    void a_key_prefix_may_be_as_long_as_s3_allows_and_no_longer() {
        String longest = "ø".repeat(480);

        assertThat(new Place("S3", bucket, longest).objectOf(KEY).getBytes(UTF_8))
                .hasSize(1_024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Place("S3", bucket, longest + "a"))
                .withMessageContaining("at most 960 bytes in UTF-8, but this has 961");
    }

    @Test
    void an_endpoint_with_a_password_in_it_is_refused_without_telling_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.at(server, bucket).endpoint(URI.create("http://user:hush@127.0.0.1:9000")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }

    @Test
    void a_time_out_that_nothing_can_meet_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.at(server, bucket).timeout(Duration.ZERO))
                .withMessageContaining("was PT0S");
    }
}
