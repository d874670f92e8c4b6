package io.futureos.studio.storage.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.testkit.contract.BlobStoreContract;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Blob stores that are wrong on purpose, to show that the contract catches them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongBlobStoresTest {

    /** Does something to the bytes on their way in, and something on their way out. */
    private record Meddling(Map<BlobKey, byte[]> blobs, UnaryOperator<byte[]> in, UnaryOperator<byte[]> out)
            implements BlobStore {

        Meddling(UnaryOperator<byte[]> in, UnaryOperator<byte[]> out) {
            this(new ConcurrentHashMap<>(), in, out);
        }

        @Override
        public BlobKey put(byte[] content) {
            BlobKey key = BlobKey.of(content);
            blobs.put(key, in.apply(content));
            return key;
        }

        @Override
        public Optional<byte[]> get(BlobKey key) {
            return Optional.ofNullable(blobs.get(key)).map(out);
        }
    }

    static class KeepsTheCallersArray extends BlobStoreContract {
        @Override
        protected BlobStore newEmptyBlobStore() {
            return new Meddling(bytes -> bytes, byte[]::clone);
        }
    }

    static class GivesItsOwnArray extends BlobStoreContract {
        @Override
        protected BlobStore newEmptyBlobStore() {
            return new Meddling(byte[]::clone, bytes -> bytes);
        }
    }

    static class Truncates extends BlobStoreContract {
        @Override
        protected BlobStore newEmptyBlobStore() {
            return new Meddling(bytes -> Arrays.copyOf(bytes, Math.min(bytes.length, 65_536)), byte[]::clone);
        }
    }

    static class KeepsText extends BlobStoreContract {
        @Override
        protected BlobStore newEmptyBlobStore() {
            return new Meddling(bytes -> new String(bytes, UTF_8).getBytes(UTF_8), byte[]::clone);
        }
    }

    @Test
    void a_store_that_keeps_the_caller_s_array_is_caught() {
        assertThat(Caught.by(KeepsTheCallersArray.class))
                .containsExactly("who_writes_into_the_array_that_was_put_does_not_change_the_blob");
    }

    @Test
    void a_store_that_gives_its_own_array_away_is_caught() {
        assertThat(Caught.by(GivesItsOwnArray.class))
                .containsExactly("who_writes_into_the_array_that_was_read_does_not_change_the_blob");
    }

    @Test
    void a_store_that_truncates_is_caught() {
        assertThat(Caught.by(Truncates.class)).contains("sizes_from_nothing_to_megabytes_come_back_whole");
    }

    @Test
    void a_store_that_takes_bytes_for_text_is_caught() {
        assertThat(Caught.by(KeepsText.class)).contains("every_byte_comes_back_whatever_its_value");
    }
}
