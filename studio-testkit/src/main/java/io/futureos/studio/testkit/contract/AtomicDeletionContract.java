package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.BlobStore.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link BlobStore#deleteUnlessPutSince} promises where a store looks and deletes in one step. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class AtomicDeletionContract {

    private static final int ROUNDS = 200;

    /** A store without blobs. */
    protected abstract BlobStore newEmptyBlobStore();

    /** Lets this time go by on the store's own clock, or makes what is in the store older by so much. */
    protected abstract void pass(Duration time);

    @Test
    void a_put_that_returned_is_never_undone_by_who_deletes_what_is_old() throws Exception {
        BlobStore blobs = newEmptyBlobStore();
        for (int round = 0; round < ROUNDS; round++) {
            blobs.put(content(round));
        }
        pass(Duration.ofSeconds(10));
        Instant since = lastPut(blobs, blobs.put("now".getBytes(UTF_8))).minusSeconds(5);

        for (int round = 0; round < ROUNDS; round++) {
            byte[] content = content(round);
            BlobKey key = BlobKey.of(content);
            inParallel(3, thread -> {
                if (thread == 0) {
                    blobs.put(content);
                } else {
                    blobs.deleteUnlessPutSince(key, since);
                }
            });

            assertThat(blobs.get(key)).contains(content);
        }
    }

    private static byte[] content(int round) {
        return ("report " + round).getBytes(UTF_8);
    }

    private static Instant lastPut(BlobStore blobs, BlobKey key) {
        return blobs.list(key.toString(), Optional.empty(), 1).stream()
                .map(Stored::lastPut)
                .findFirst()
                .orElseThrow();
    }
}
