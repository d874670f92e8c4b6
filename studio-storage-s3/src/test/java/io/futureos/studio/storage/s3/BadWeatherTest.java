package io.futureos.studio.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.util.Throwables.getStackTrace;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore.Stored;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.StorageProblem;
import io.futureos.studio.storage.s3.BadLine.Fault;
import io.futureos.studio.testkit.server.S3Server;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadWeatherTest {

    private static final byte[] REPORT = "a report".getBytes(UTF_8);
    private static final BlobKey KEY = BlobKey.of(REPORT);
    private static final int FOR_GOOD = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** The time-out, and what a busy machine takes for the rest. */
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    private final S3Server server = S3Server.shared();
    private final String bucket = server.newBucket();
    private final S3BlobStore onAGoodLine = Stores.at(server, bucket).build();
    private final BadLine line;
    private final S3BlobStore blobs;
    private final S3BlobStore patient;

    BadWeatherTest() throws IOException {
        line = new BadLine(server.endpoint());
        blobs = onTheLine(TIMEOUT);
        patient = onTheLine(S3BlobStoreBuilder.DEFAULT_TIMEOUT);
    }

    private S3BlobStore onTheLine(Duration timeout) {
        return Stores.at(server, bucket)
                .endpoint(line.endpoint())
                .timeout(timeout)
                .build();
    }

    @AfterEach
    void close() {
        blobs.close();
        patient.close();
        onAGoodLine.close();
        line.close();
    }

    private static byte[] anything(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void failsInTime(ThrowingCallable call, String... told) {
        assertTimeoutPreemptively(
                NO_HANG,
                () -> assertThatThrownBy(call)
                        .isInstanceOfSatisfying(StorageException.class, BadWeatherTest::assertPasses)
                        .message()
                        .contains(told)
                        .contains("within " + TIMEOUT, "See that it is there"));
    }

    private static void assertPasses(StorageException e) {
        assertThat(e.problem()).isIn(StorageProblem.UNREACHABLE, StorageProblem.TIMED_OUT);
        assertThat(e.problem().passes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 3 << 20, 20 << 20})
    void a_put_whose_reply_was_lost_is_done_once_more(int size) {
        byte[] content = anything(size);
        line.next(1, Fault.LOSES_THE_REPLY);

        BlobKey key = patient.put(content);

        assertThat(line.met()).isEqualTo(1);
        assertThat(onAGoodLine.get(key)).contains(content);
        assertThat(onAGoodLine.list("", Optional.empty(), 10))
                .extracting(Stored::key)
                .containsExactly(key);
    }

    @Test
    void a_read_that_broke_off_is_done_once_more() {
        byte[] content = anything(1 << 20);
        BlobKey key = onAGoodLine.put(content);
        line.next(1, Fault.BREAKS_THE_REPLY_OFF);

        assertThat(patient.get(key)).contains(content);

        assertThat(line.met()).isEqualTo(1);
    }

    @Test
    void a_part_that_broke_off_is_read_once_more() {
        byte[] content = anything(1 << 20);
        BlobKey key = onAGoodLine.put(content);
        line.next(1, Fault.BREAKS_THE_REPLY_OFF);

        assertThat(patient.get(key, 1, 1 << 19)).contains(Arrays.copyOfRange(content, 1, 1 + (1 << 19)));

        assertThat(line.met()).isEqualTo(1);
    }

    @Test
    void a_read_that_always_breaks_off_is_told_and_never_taken_for_the_whole() {
        BlobKey key = onAGoodLine.put(anything(1 << 20));
        line.next(FOR_GOOD, Fault.BREAKS_THE_REPLY_OFF);

        failsInTime(() -> blobs.get(key), "Could not get blob " + key, "no whole answer");
        failsInTime(() -> blobs.get(key, 0, 1 << 19), "Could not get a part of blob " + key);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SILENT", "TRICKLES"})
    void a_server_that_is_too_slow_is_told_within_the_time_out(Fault fault) {
        BlobKey key = onAGoodLine.put(anything(1 << 20));
        line.next(FOR_GOOD, fault);

        failsInTime(
                () -> blobs.get(key),
                "Could not get blob " + key,
                bucket,
                line.endpoint().toString());
        failsInTime(() -> blobs.put(REPORT), "unknown", "put blob " + KEY, "Doing it again does no harm");
        failsInTime(() -> blobs.list("", Optional.empty(), 1), "list blobs");
        failsInTime(() -> blobs.delete(key), "unknown", "delete blob " + key);
    }

    @Test
    void a_server_that_is_away_is_told() {
        line.close();

        failsInTime(() -> blobs.get(KEY), "Could not get blob " + KEY);
        failsInTime(() -> blobs.put(REPORT), "put blob " + KEY);
        failsInTime(() -> blobs.list("", Optional.empty(), 1), "list blobs");
    }

    @Test
    void a_store_goes_on_when_the_server_is_back() {
        try (S3BlobStore enduring = onTheLine(Duration.ofSeconds(3))) {
            line.next(FOR_GOOD, Fault.SILENT);
            assertThatThrownBy(() -> enduring.put(REPORT)).isInstanceOf(StorageException.class);
            line.next(0, Fault.SILENT);

            enduring.put(REPORT);

            assertThat(enduring.get(KEY)).contains(REPORT);
        }
    }

    /** A server closes what is idle, and a client notices that only when it takes such a connection for its next request. */
    @Test
    void idle_connections_that_were_closed_do_not_keep_a_store_from_its_server() throws Exception {
        patient.put(REPORT);
        ExecutorService readers = Executors.newFixedThreadPool(20);
        try {
            for (Future<?> read : readers.invokeAll(Collections.nCopies(60, () -> patient.get(KEY)))) {
                read.get();
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(line.hangUp()).isGreaterThan(3);

        byte[] next = anything(1);

        assertThat(patient.put(next)).isEqualTo(BlobKey.of(next));
    }

    @Test
    void a_wrong_secret_is_told_without_telling_it() {
        try (S3BlobStore wrong = Stores.at(server, bucket)
                .credentials(server.accessKey(), "wr0ng-s3cret")
                .build()) {

            for (ThrowingCallable call : everyRequest(wrong)) {
                assertThatThrownBy(call)
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                e -> assertThat(e.problem()).isEqualTo(StorageProblem.ACCESS_DENIED))
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                e -> assertThat(e.changedNothing()).isTrue())
                        .hasMessageContainingAll(
                                bucket, server.endpoint().toString(), "403", "access key and its secret")
                        .satisfies(e -> assertThat(e).hasStackTraceContaining("S3Exception"))
                        .satisfies(e -> assertThat(getStackTrace(e))
                                .doesNotContain("wr0ng-s3cret")
                                .doesNotContain(server.secretKey()));
            }
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_told() {
        try (S3BlobStore nowhere = Stores.at(server, "no-such-bucket").build()) {
            for (ThrowingCallable call : everyRequest(nowhere)) {
                assertThatThrownBy(call)
                        .isInstanceOf(StorageException.class)
                        .hasMessageContainingAll("\"no-such-bucket\"", "create it, or name another");
            }
        }
    }

    private static List<ThrowingCallable> everyRequest(S3BlobStore blobs) {
        return List.of(
                () -> blobs.put(REPORT),
                () -> blobs.put(anything(2 << 20)),
                () -> blobs.put(anything(17 << 20)),
                () -> blobs.get(KEY),
                () -> blobs.get(KEY, 0, 1),
                () -> blobs.list("", Optional.empty(), 1),
                () -> blobs.delete(KEY));
    }

    @Test
    void bytes_that_somebody_changed_are_told() {
        onAGoodLine.put(REPORT);
        try (S3Client client = Stores.client(server)) {
            client.putObject(put -> put.bucket(bucket).key(KEY.toString()), RequestBody.fromString("a rep0rt"));
        }

        assertThatThrownBy(() -> onAGoodLine.get(KEY))
                .isInstanceOf(StorageException.class)
                .hasMessageContainingAll("Blob " + KEY, bucket, "damaged");
    }
}
