package io.futureos.studio.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.storage.Receipt;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.Receipts} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ReceiptsContract {

    private static final Instant MORNING = MovableClock.START;

    private final UUID command = UUID.randomUUID();
    private JournalStore store;
    private GrowingProject norway;

    /** No receipts, and the journal that writes them. */
    protected abstract JournalStore newEmptyStore();

    @BeforeEach
    final void start() {
        store = newEmptyStore();
        norway = GrowingProject.of(People.somebody());
    }

    private @Nullable Receipt done(UUID id, @Nullable Map<String, Object> answer) {
        var commit = norway.byCommand(norway.owner(), id, answer).created();
        store.journal().append(norway.id(), commit);
        return commit.receipt();
    }

    private Optional<Receipt> found(UUID id) {
        return store.receipts().find(norway.owner(), id);
    }

    @Test
    void a_receipt_is_found_as_it_was_written() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("text", "Ærlig \ud83d\ude97 \"øl\"");
        answer.put("numbers", List.of(1, 0.1, 9007199254740991L));
        answer.put("nothing", null);

        Receipt receipt = done(command, answer);

        assertThat(found(command)).isEqualTo(Optional.ofNullable(receipt));
    }

    @Test
    void a_receipt_whose_answer_was_too_large_to_keep_has_none() {
        Receipt receipt = done(command, null);

        assertThat(found(command)).isEqualTo(Optional.ofNullable(receipt));
        assertThat(found(command).orElseThrow().answer()).isNull();
    }

    @Test
    void an_answer_of_64_kilobytes_is_kept() {
        done(command, Map.of("text", "x".repeat(64 * 1024)));

        assertThat(found(command).orElseThrow().answer()).isEqualTo(Map.of("text", "x".repeat(64 * 1024)));
    }

    @Test
    void nobody_has_a_receipt_for_what_was_not_asked() {
        done(command, Map.of());

        assertThat(found(UUID.randomUUID())).isEmpty();
        assertThat(store.receipts().find(People.somebody(), command)).isEmpty();
    }

    @Test
    void receipts_from_before_an_instant_are_forgotten_and_those_from_then_on_are_kept() {
        UUID later = UUID.randomUUID();
        done(command, Map.of());
        store.journal()
                .append(
                        norway.id(),
                        norway.at(MORNING.plusSeconds(60)).byCommand(later).renamed("Norway"));

        store.receipts().forgetBefore(MORNING);
        assertThat(found(command)).isPresent();
        store.receipts().forgetBefore(MORNING.plusSeconds(60));

        assertThat(found(command)).isEmpty();
        assertThat(found(later)).isPresent();
    }

    @Test
    void a_command_id_may_be_used_again_when_its_receipt_is_forgotten() {
        done(command, Map.of());
        store.receipts().forgetBefore(MORNING.plusSeconds(60));

        store.journal().append(norway.id(), norway.byCommand(command).renamed("Norway"));

        assertThat(found(command)).map(Receipt::revision).contains(2L);
    }

    @Test
    void forgetting_receipts_leaves_the_journal_as_it_was() {
        done(command, Map.of());

        store.receipts().forgetBefore(MORNING.plusSeconds(60));

        assertThat(store.journal().head(norway.id())).isEqualTo(1);
    }
}
