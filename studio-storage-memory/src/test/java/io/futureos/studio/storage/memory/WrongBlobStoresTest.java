package io.futureos.studio.storage.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.testkit.contract.AtomicDeletionContract;
import io.futureos.studio.testkit.contract.BlobStoreContract;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Blob stores that are wrong on purpose, to show that the contract catches them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongBlobStoresTest {

    /** A store that works, of which the others get a part wrong. */
    private abstract static class Right implements BlobStore {
        final MovableClock clock = MovableClock.standing();
        final BlobStore right = new InMemoryBlobStore(clock);

        @Override
        public BlobKey put(byte[] content) {
            return right.put(content);
        }

        @Override
        public Optional<byte[]> get(BlobKey key) {
            return right.get(key);
        }

        @Override
        public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
            return right.list(prefix, after, size);
        }

        @Override
        public void delete(BlobKey key) {
            right.delete(key);
        }
    }

    /** Does something to the bytes on their way in, and something on their way out. */
    private static final class Meddling extends Right {
        private final Map<BlobKey, byte[]> blobs = new ConcurrentHashMap<>();
        private final UnaryOperator<byte[]> in;
        private final UnaryOperator<byte[]> out;

        Meddling(UnaryOperator<byte[]> in, UnaryOperator<byte[]> out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public BlobKey put(byte[] content) {
            BlobKey key = super.put(content);
            blobs.put(key, in.apply(content));
            return key;
        }

        @Override
        public Optional<byte[]> get(BlobKey key) {
            return super.get(key).map(right -> out.apply(blobs.getOrDefault(key, right)));
        }
    }

    private abstract static class OfAWrongStore extends BlobStoreContract {
        private final Right store;

        OfAWrongStore(Right store) {
            this.store = store;
        }

        @Override
        protected BlobStore newEmptyBlobStore() {
            return store;
        }

        @Override
        protected void pass(Duration time) {
            store.clock.pass(time);
        }
    }

    static class KeepsTheCallersArray extends OfAWrongStore {
        KeepsTheCallersArray() {
            super(new Meddling(bytes -> bytes, byte[]::clone));
        }
    }

    static class GivesItsOwnArray extends OfAWrongStore {
        GivesItsOwnArray() {
            super(new Meddling(byte[]::clone, bytes -> bytes));
        }
    }

    static class Truncates extends OfAWrongStore {
        Truncates() {
            super(new Meddling(bytes -> Arrays.copyOf(bytes, Math.min(bytes.length, 65_536)), byte[]::clone));
        }
    }

    static class KeepsText extends OfAWrongStore {
        KeepsText() {
            super(new Meddling(bytes -> new String(bytes, UTF_8).getBytes(UTF_8), byte[]::clone));
        }
    }

    static class LeavesBlobsOld extends OfAWrongStore {
        LeavesBlobsOld() {
            super(new Right() {
                @Override
                public BlobKey put(byte[] content) {
                    BlobKey key = BlobKey.of(content);
                    return right.get(key).isPresent() ? key : right.put(content);
                }
            });
        }
    }

    static class DeletesNothing extends OfAWrongStore {
        DeletesNothing() {
            super(new Right() {
                @Override
                public void delete(BlobKey key) {}
            });
        }
    }

    static class ListsWithoutPages extends OfAWrongStore {
        ListsWithoutPages() {
            super(new Right() {
                @Override
                public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
                    return right.list(prefix, Optional.empty(), size);
                }
            });
        }
    }

    static class ListsOtherPrefixes extends OfAWrongStore {
        ListsOtherPrefixes() {
            super(new Right() {
                @Override
                public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
                    return right.list("", after, size);
                }
            });
        }
    }

    static class RunsOverTheEnd extends OfAWrongStore {
        RunsOverTheEnd() {
            super(new Right() {
                @Override
                public Optional<byte[]> get(BlobKey key, long offset, int length) {
                    BlobStore.requirePart(offset, length);
                    return right.get(key).map(bytes -> Arrays.copyOfRange(bytes, (int) offset, (int) offset + length));
                }
            });
        }
    }

    static class DeletesWhateverIsYoung extends OfAWrongStore {
        DeletesWhateverIsYoung() {
            super(new Right() {
                @Override
                public void deleteUnlessPutSince(BlobKey key, Instant since) {
                    right.delete(key);
                }
            });
        }
    }

    /** A store that looks first and deletes then, with some time in between. */
    static class LooksFirst extends AtomicDeletionContract {
        private final Right store = new Right() {
            @Override
            public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
                List<Stored> seen = right.list(prefix, after, size);
                LockSupport.parkNanos(500_000); // long enough for who puts to come between, on fast machines too
                return seen;
            }
        };

        @Override
        protected BlobStore newEmptyBlobStore() {
            return store;
        }

        @Override
        protected void pass(Duration time) {
            store.clock.pass(time);
        }
    }

    @Test
    void a_store_that_leaves_blobs_old_is_caught() {
        assertThat(Caught.by(LeavesBlobsOld.class))
                .containsExactly(
                        "putting_equal_bytes_again_moves_the_time_of_the_last_put",
                        "what_nobody_put_since_is_deleted_and_what_somebody_did_is_not");
    }

    @Test
    void a_store_that_deletes_whatever_is_young_is_caught() {
        assertThat(Caught.by(DeletesWhateverIsYoung.class))
                .containsExactly(
                        "what_nobody_put_since_is_deleted_and_what_somebody_did_is_not",
                        "what_was_put_at_the_moment_itself_is_not_deleted");
    }

    @Test
    void a_store_that_looks_first_and_deletes_then_is_caught() {
        assertThat(Caught.by(LooksFirst.class))
                .containsExactly("a_put_that_returned_is_never_undone_by_who_deletes_what_is_old");
    }

    @Test
    void a_store_that_deletes_nothing_is_caught() {
        assertThat(Caught.by(DeletesNothing.class)).contains("what_was_deleted_is_not_there_and_can_be_put_again");
    }

    @Test
    void a_store_without_pages_is_caught() {
        assertThat(Caught.by(ListsWithoutPages.class)).contains("pages_follow_each_other_without_a_gap");
    }

    @Test
    void a_store_that_lists_other_prefixes_is_caught() {
        assertThat(Caught.by(ListsOtherPrefixes.class)).contains("a_prefix_lists_the_keys_that_begin_with_it");
    }

    @Test
    void a_store_that_runs_over_the_end_of_a_blob_is_caught() {
        assertThat(Caught.by(RunsOverTheEnd.class)).containsExactly("a_part_ends_where_the_blob_ends");
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
