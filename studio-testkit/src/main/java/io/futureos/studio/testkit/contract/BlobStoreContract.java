package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.BlobStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link io.futureos.studio.storage.BlobStore} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class BlobStoreContract {

    private static final int MEGABYTE = 1 << 20;

    private BlobStore blobs;

    /** A store without blobs. */
    protected abstract BlobStore newEmptyBlobStore();

    /** Lets this time go by on the store's own clock, or makes what is in the store older by so much. */
    protected abstract void pass(Duration time);

    @BeforeEach
    final void start() {
        blobs = newEmptyBlobStore();
    }

    private byte[] stored(BlobKey key) {
        return blobs.get(key).orElseThrow();
    }

    private BlobKey put(String content) {
        return blobs.put(content.getBytes(UTF_8));
    }

    private List<BlobKey> putMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> put("report " + i))
                .sorted(Comparator.comparing(BlobKey::value))
                .toList();
    }

    private String part(BlobKey key, long offset, int length) {
        return new String(blobs.get(key, offset, length).orElseThrow(), UTF_8);
    }

    private List<BlobKey> listed(String prefix) {
        return keys(blobs.list(prefix, Optional.empty(), 1_000));
    }

    private static List<BlobKey> keys(List<Stored> blobs) {
        return blobs.stream().map(Stored::key).toList();
    }

    private Stored listed(BlobKey key) {
        List<Stored> found = blobs.list(key.toString(), Optional.empty(), 10);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** From the last put of one to that of the other; some stores tell whole seconds only. */
    private Duration between(BlobKey one, BlobKey other) {
        return Duration.between(listed(one).lastPut(), listed(other).lastPut());
    }

    private static byte[] anything(int size) {
        var bytes = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void bytes_come_back_as_they_were_put() {
        BlobKey key = blobs.put("a report".getBytes(UTF_8));

        assertThat(stored(key)).isEqualTo("a report".getBytes(UTF_8));
    }

    @Test
    void the_key_is_the_fingerprint_of_the_content() {
        assertThat(blobs.put("a report".getBytes(UTF_8))).isEqualTo(BlobKey.of("a report".getBytes(UTF_8)));
    }

    @Test
    void every_byte_comes_back_whatever_its_value() {
        var bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(stored(blobs.put(bytes))).isEqualTo(bytes);
    }

    @Test
    void sizes_from_nothing_to_megabytes_come_back_whole() {
        for (int size : List.of(0, 1, 4_095, 4_096, 4_097, 65_536, MEGABYTE + 1, 10 * MEGABYTE)) {
            assertThat(stored(blobs.put(anything(size)))).isEqualTo(anything(size));
        }
    }

    @Test
    void a_file_is_put_like_its_bytes_and_stays(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("report");
        for (int size : List.of(0, 1, MEGABYTE + 1, 20 * MEGABYTE)) {
            byte[] content = anything(size);
            Files.write(file, content);

            BlobKey key = blobs.put(file);

            assertThat(key).isEqualTo(BlobKey.of(content));
            assertThat(stored(key)).isEqualTo(content);
            assertThat(Files.readAllBytes(file)).isEqualTo(content);
        }
    }

    @Test
    void of_a_file_that_is_not_there_nothing_is_stored(@TempDir Path directory) {
        assertThatThrownBy(() -> blobs.put(directory.resolve("report"))).isInstanceOf(IOException.class);

        assertThat(listed("")).isEmpty();
    }

    @Test
    void what_nobody_put_is_not_there() {
        blobs.put("a report".getBytes(UTF_8));

        assertThat(blobs.get(BlobKey.of("another report".getBytes(UTF_8)))).isEmpty();
    }

    @Test
    void putting_equal_bytes_again_changes_nothing() {
        BlobKey first = blobs.put("a report".getBytes(UTF_8));

        BlobKey again = blobs.put("a report".getBytes(UTF_8));

        assertThat(again).isEqualTo(first);
        assertThat(stored(first)).isEqualTo("a report".getBytes(UTF_8));
    }

    @Test
    void who_writes_into_the_array_that_was_put_does_not_change_the_blob() {
        byte[] bytes = "a report".getBytes(UTF_8);
        BlobKey key = blobs.put(bytes);

        bytes[0] = 'X';

        assertThat(stored(key)).isEqualTo("a report".getBytes(UTF_8));
    }

    @Test
    void who_writes_into_the_array_that_was_read_does_not_change_the_blob() {
        BlobKey key = blobs.put("a report".getBytes(UTF_8));

        stored(key)[0] = 'X';

        assertThat(stored(key)).isEqualTo("a report".getBytes(UTF_8));
    }

    @Test
    void a_part_is_the_bytes_from_its_offset_on() {
        BlobKey key = put("a report");

        assertThat(part(key, 0, 1)).isEqualTo("a");
        assertThat(part(key, 2, 3)).isEqualTo("rep");
        assertThat(part(key, 2, 6)).isEqualTo("report");
        assertThat(part(key, 7, 1)).isEqualTo("t");
    }

    @Test
    void a_part_ends_where_the_blob_ends() {
        BlobKey key = put("a report");

        assertThat(part(key, 2, 1_000)).isEqualTo("report");
        assertThat(part(key, 8, 1)).isEmpty();
        assertThat(part(key, 1L << 40, Integer.MAX_VALUE)).isEmpty();
        assertThat(part(put(""), 0, 1)).isEmpty();
    }

    @Test
    void a_part_of_what_nobody_put_is_not_there() {
        assertThat(blobs.get(BlobKey.of("a report".getBytes(UTF_8)), 0, 1)).isEmpty();
    }

    @Test
    void what_no_part_can_be_is_refused() {
        BlobKey key = put("a report");

        assertThatThrownBy(() -> blobs.get(key, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.get(key, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_deleted_is_not_there_and_can_be_put_again() {
        BlobKey key = put("a report");
        BlobKey other = put("another report");

        blobs.delete(key);
        assertThat(blobs.get(key)).isEmpty();
        assertThat(listed("")).containsExactly(other);

        put("a report");
        assertThat(stored(key)).isEqualTo("a report".getBytes(UTF_8));
    }

    @Test
    void deleting_what_is_not_there_changes_nothing() {
        BlobKey key = put("a report");

        blobs.delete(BlobKey.of("another report".getBytes(UTF_8)));

        assertThat(listed("")).containsExactly(key);
    }

    @Test
    void an_empty_store_lists_nothing() {
        assertThat(listed("")).isEmpty();
    }

    @Test
    void every_blob_is_listed_once_in_the_order_of_keys() {
        List<BlobKey> all = putMany(40);
        putMany(40);

        assertThat(listed("")).isEqualTo(all);
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        List<BlobKey> all = putMany(10);
        var seen = new ArrayList<BlobKey>();

        for (int page = 0; page < 5; page++) {
            Optional<BlobKey> last = seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
            seen.addAll(keys(blobs.list("", last, 3)));
        }

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void a_page_may_begin_after_a_blob_that_is_gone() {
        List<BlobKey> all = putMany(3);
        blobs.delete(all.get(1));

        assertThat(keys(blobs.list("", Optional.of(all.get(1)), 10))).containsExactly(all.get(2));
    }

    @Test
    void a_prefix_lists_the_keys_that_begin_with_it() {
        List<BlobKey> all = putMany(40);

        for (int digits : List.of(1, 2, 3, 64)) {
            String prefix = all.get(17).toString().substring(0, digits);
            assertThat(listed(prefix))
                    .isEqualTo(all.stream()
                            .filter(key -> key.toString().startsWith(prefix))
                            .toList());
        }
    }

    @Test
    void pages_of_a_prefix_stay_within_it() {
        List<BlobKey> all = putMany(40);
        BlobKey first = all.get(0);
        BlobKey last = all.get(39);
        String lowest = first.toString().substring(0, 1);
        String highest = last.toString().substring(0, 1);

        assertThat(keys(blobs.list(lowest, Optional.of(last), 10))).isEmpty();
        assertThat(keys(blobs.list(highest, Optional.of(first), 40))).isEqualTo(listed(highest));
        assertThat(keys(blobs.list(lowest, Optional.of(first), 40)))
                .isEqualTo(listed(lowest).subList(1, listed(lowest).size()));
    }

    @Test
    void a_prefix_that_no_key_can_have_lists_nothing() {
        BlobKey key = put("a report");

        for (String prefix : List.of("x", ".", "..", "../", "/", "*", "ü", key + "0", "ABCDEF", "\u0000")) {
            assertThat(listed(prefix)).isEmpty();
        }
    }

    @Test
    void a_listed_blob_tells_its_size() {
        assertThat(listed(put("a report")).size()).isEqualTo(8);
        assertThat(listed(put("")).size()).isZero();
    }

    @Test
    void putting_equal_bytes_again_moves_the_time_of_the_last_put() {
        BlobKey other = put("another report");
        BlobKey key = put("a report");
        pass(Duration.ofSeconds(2));

        put("a report");

        assertThat(between(other, key)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void reading_does_not_move_the_time_of_the_last_put() {
        BlobKey key = put("a report");
        pass(Duration.ofSeconds(2));

        assertThat(stored(key)).isEqualTo("a report".getBytes(UTF_8));

        assertThat(between(key, put("another report"))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_nobody_put_since_is_deleted_and_what_somebody_did_is_not() {
        BlobKey old = put("a report");
        BlobKey again = put("another report");
        pass(Duration.ofSeconds(4));
        put("another report");
        Instant since = listed(again).lastPut().minusSeconds(2);

        blobs.deleteUnlessPutSince(old, since);
        blobs.deleteUnlessPutSince(again, since);
        blobs.deleteUnlessPutSince(BlobKey.of("no report".getBytes(UTF_8)), since);

        assertThat(listed("")).containsExactly(again);
    }

    @Test
    void what_was_put_at_the_moment_itself_is_not_deleted() {
        BlobKey key = put("a report");

        blobs.deleteUnlessPutSince(key, listed(key).lastPut());

        assertThat(listed("")).containsExactly(key);
    }

    @Test
    void many_who_put_at_once_lose_nothing() throws Exception {
        Set<String> contents = Collections.synchronizedSet(new TreeSet<>());
        String own = UUID.randomUUID().toString();

        inParallel(8, thread -> {
            for (int i = 0; i < 25; i++) {
                contents.add(own + "/" + thread + "/" + i);
                blobs.put((own + "/" + thread + "/" + i).getBytes(UTF_8));
                contents.add(own + "/shared/" + i);
                blobs.put((own + "/shared/" + i).getBytes(UTF_8));
            }
        });

        assertThat(contents)
                .hasSize(9 * 25)
                .allSatisfy(content ->
                        assertThat(stored(BlobKey.of(content.getBytes(UTF_8)))).isEqualTo(content.getBytes(UTF_8)));
    }

    @Test
    void a_blob_is_there_whole_or_not_at_all_while_it_is_put() throws Exception {
        for (int round = 0; round < 25; round++) {
            byte[] content = anything(MEGABYTE / 4 + round);
            BlobKey key = BlobKey.of(content);
            var seen = Collections.synchronizedList(new ArrayList<BlobKey>());

            inParallel(4, thread -> {
                if (thread < 2) {
                    seen.add(blobs.put(content));
                } else {
                    blobs.get(key).ifPresent(bytes -> seen.add(BlobKey.of(bytes)));
                }
            });

            assertThat(seen).containsOnly(key);
        }
    }
}
