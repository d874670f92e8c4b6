package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.BlobStore} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class BlobStoreContract {

    private static final int MEGABYTE = 1 << 20;

    private BlobStore blobs;

    /** A store without blobs. */
    protected abstract BlobStore newEmptyBlobStore();

    @BeforeEach
    final void start() {
        blobs = newEmptyBlobStore();
    }

    private byte[] stored(BlobKey key) {
        return blobs.get(key).orElseThrow();
    }

    private static byte[] anything(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
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
            var seen = Collections.synchronizedList(new ArrayList<BlobKey>());

            inParallel(4, thread -> {
                if (thread < 2) {
                    seen.add(blobs.put(content));
                } else {
                    blobs.get(BlobKey.of(content)).ifPresent(bytes -> seen.add(BlobKey.of(bytes)));
                }
            });

            assertThat(seen).containsOnly(BlobKey.of(content));
        }
    }
}
