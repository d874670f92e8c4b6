package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static io.futureos.studio.testkit.contract.Parallel.inRounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.Journal} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class JournalContract {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 25;

    private JournalStore store;
    private GrowingProject norway;

    /** A journal without revisions, with what is written together with it. */
    protected abstract JournalStore newEmptyStore();

    @BeforeEach
    final void start() {
        store = newEmptyStore();
        norway = GrowingProject.of(People.somebody());
    }

    private Commit append(Commit commit) {
        store.journal().append(norway.id(), commit);
        return commit;
    }

    private List<Revision> all() {
        return store.journal().after(norway.id(), 0);
    }

    /** Everything that a reader can see of the project. */
    private List<Object> everything() {
        return List.of(
                all(), store.journal().head(norway.id()), store.projects().find(norway.id()));
    }

    @Test
    void a_project_that_does_not_exist_has_no_revisions() {
        assertThat(store.journal().head(norway.id())).isZero();
        assertThat(all()).isEmpty();
        assertThat(store.journal().after(norway.id(), 7)).isEmpty();
        assertThat(store.journal().find(norway.id(), 1)).isEmpty();
    }

    @Test
    void what_was_appended_is_read_back_as_it_was_and_in_order() {
        List<Revision> appended = List.of(
                append(norway.created()).revision(),
                append(norway.overrides("share[2024-01]", 0.25)).revision(),
                append(norway.undoes()).revision(),
                append(norway.startsJob()).revision(),
                append(norway.endsJob()).revision(),
                append(norway.deleted()).revision());

        assertThat(all()).isEqualTo(appended);
        assertThat(store.journal().head(norway.id())).isEqualTo(6);
    }

    @Test
    void the_revisions_after_a_number_begin_with_the_next_one() {
        append(norway.created());
        Revision second = append(norway.renamed("Norway")).revision();
        Revision third = append(norway.renamed("Sweden")).revision();

        assertThat(store.journal().after(norway.id(), 1)).containsExactly(second, third);
        assertThat(store.journal().after(norway.id(), 2)).containsExactly(third);
        assertThat(store.journal().after(norway.id(), 3)).isEmpty();
        assertThat(store.journal().after(norway.id(), 1_000_000)).isEmpty();
    }

    @Test
    void each_revision_is_found_by_its_number_and_no_other_is() {
        Revision first = append(norway.created()).revision();
        Revision second = append(norway.renamed("Norway")).revision();

        assertThat(store.journal().find(norway.id(), 1)).contains(first);
        assertThat(store.journal().find(norway.id(), 2)).contains(second);
        assertThat(store.journal().find(norway.id(), 0)).isEmpty();
        assertThat(store.journal().find(norway.id(), 3)).isEmpty();
        assertThat(store.journal().find(new ProjectId(UUID.randomUUID()), 1)).isEmpty();
    }

    @Test
    void a_journal_can_be_read_in_parts() {
        var all = new ArrayList<Revision>();
        for (int i = 1; i <= 7; i++) {
            all.add(append(i == 1 ? norway.created() : norway.renamed("Norway " + i))
                    .revision());
        }

        assertThat(store.journal().after(norway.id(), 0, 3)).isEqualTo(all.subList(0, 3));
        assertThat(store.journal().after(norway.id(), 3, 3)).isEqualTo(all.subList(3, 6));
        assertThat(store.journal().after(norway.id(), 6, 3)).isEqualTo(all.subList(6, 7));
        assertThat(store.journal().after(norway.id(), 7, 3)).isEmpty();
    }

    @Test
    void the_list_that_a_reader_has_does_not_grow_afterwards() {
        append(norway.created());
        List<Revision> seen = all();

        append(norway.renamed("Norway"));

        assertThat(seen).hasSize(1);
    }

    @Test
    void the_second_of_two_writers_is_told_and_changes_nothing() {
        append(norway.created());
        GrowingProject rival = norway.asSeenByAnother();
        UUID command = UUID.randomUUID();
        append(norway.renamed("Norway"));
        List<Object> before = everything();

        assertThatThrownBy(() -> append(rival.byCommand(command).renamed("Sweden")))
                .isInstanceOf(RevisionConflictException.class);

        assertThat(everything()).isEqualTo(before);
        assertThat(store.receipts().find(rival.owner(), command)).isEmpty();
    }

    @Test
    void a_revision_that_would_leave_a_gap_is_refused_and_changes_nothing() {
        norway.created();
        Commit second = norway.renamed("Norway");

        assertThatThrownBy(() -> append(second)).isInstanceOf(RevisionConflictException.class);

        assertThat(all()).isEmpty();
        assertThat(store.journal().head(norway.id())).isZero();
        assertThat(store.projects().find(norway.id())).isEmpty();
    }

    @Test
    void a_revision_that_would_leave_a_gap_behind_others_is_refused_and_changes_nothing() {
        append(norway.created());
        norway.renamed("Norway");
        Commit third = norway.renamed("Sweden");
        List<Object> before = everything();

        assertThatThrownBy(() -> append(third)).isInstanceOf(RevisionConflictException.class);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_commit_that_is_sent_again_is_refused_and_changes_nothing() {
        Commit commit = append(norway.created());
        List<Object> before = everything();

        assertThatThrownBy(() -> append(commit)).isInstanceOf(RevisionConflictException.class);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void after_a_lost_reply_the_revision_is_found_by_its_number_and_bears_its_id() {
        append(norway.created());
        Commit lost = append(norway.byCommand(UUID.randomUUID()).renamed("Norway"));

        Throwable answer = catchThrowable(() -> append(lost));

        assertThat(answer).isInstanceOfAny(RevisionConflictException.class, DuplicateCommandException.class);
        assertThat(store.journal().find(norway.id(), 2))
                .map(Revision::id)
                .contains(lost.revision().id());
    }

    @Test
    void a_commit_writes_revision_summary_and_receipt_together() {
        UUID command = UUID.randomUUID();

        Commit commit = append(norway.byCommand(command).created());

        assertThat(all()).containsExactly(commit.revision());
        assertThat(store.projects().find(norway.id())).contains(commit.summary());
        assertThat(store.receipts().find(norway.owner(), command)).isEqualTo(Optional.ofNullable(commit.receipt()));
    }

    @Test
    void a_command_that_was_done_already_is_refused_and_changes_nothing() {
        UUID command = UUID.randomUUID();
        Commit first = append(norway.byCommand(command).created());
        List<Object> before = everything();
        GrowingProject unaware = norway.asSeenByAnother();

        assertThatThrownBy(() -> append(norway.byCommand(command).renamed("Norway")))
                .isInstanceOf(DuplicateCommandException.class);

        assertThat(everything()).isEqualTo(before);
        assertThat(store.receipts().find(norway.owner(), command)).isEqualTo(Optional.ofNullable(first.receipt()));
        append(unaware.byCommand(UUID.randomUUID()).renamed("Sweden"));
        assertThat(store.journal().head(norway.id())).isEqualTo(2);
    }

    @Test
    void a_command_that_was_done_in_another_project_is_refused_and_creates_nothing() {
        UUID command = UUID.randomUUID();
        append(norway.byCommand(command).created());
        var other = GrowingProject.of(norway.owner());

        assertThatThrownBy(() -> store.journal()
                        .append(other.id(), other.byCommand(command).created()))
                .isInstanceOf(DuplicateCommandException.class);

        assertThat(store.journal().head(other.id())).isZero();
        assertThat(store.projects().find(other.id())).isEmpty();
    }

    @Test
    void two_users_may_choose_the_same_command_id() {
        UUID command = UUID.randomUUID();
        append(norway.byCommand(command).created());

        append(norway.byCommand(People.somebody(), command, null).renamed("Norway"));

        assertThat(store.journal().head(norway.id())).isEqualTo(2);
    }

    @Test
    void a_revision_of_megabytes_is_read_back_as_it_was() {
        append(norway.created());
        var rows = new ArrayList<Object>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(Map.of("month", "2024-" + i, "share", i / 7.0, "note", "as published in the yearbook"));
        }

        Revision large =
                append(norway.addsSource("large", Map.of("rows", rows))).revision();

        assertThat(store.journal().find(norway.id(), 2)).contains(large);
        assertThat(store.journal().after(norway.id(), 1)).containsExactly(large);
    }

    @Test
    void text_of_any_script_is_read_back_as_it_was() {
        append(norway.created());
        var texts = new LinkedHashMap<String, Object>();
        for (String text : List.of(
                "Ærlig øl å",
                "\ud83d\ude97\ufe0f \ufb33 e\u0301",
                "\u05e9\u05dc\u05d5\u05dd \u202e",
                "\"quoted\" 'single' \\ / %2F ? $1 :name {}",
                "tab\t line\n return\r bell\u0007 escape\u001b \u007f \u2028",
                "null",
                " ",
                "",
                "'); drop table journal; --")) {
            texts.put(text, text);
        }

        Revision revision =
                append(norway.addsSource("Ærlig/\ud83d\ude97", texts)).revision();
        Revision name =
                append(norway.renamed("\ud83d\ude97 \"Norway\" \\ \u0001")).revision();

        assertThat(store.journal().after(norway.id(), 1)).containsExactly(revision, name);
        assertThat(store.projects().find(norway.id()))
                .map(ProjectSummary::name)
                .contains("\ud83d\ude97 \"Norway\" \\ \u0001");
    }

    @Test
    void numbers_and_nothing_are_read_back_as_they_were() {
        append(norway.created());
        var values = new LinkedHashMap<String, Object>();
        values.put(
                "numbers",
                Arrays.<Object>asList(
                        0,
                        -1,
                        9007199254740991L,
                        -9007199254740991L,
                        0.1,
                        1e21,
                        1e300,
                        -1.7976931348623157e308,
                        4.9e-324));
        values.put("nothing", Arrays.<Object>asList(null, true, false, List.of(), Map.of(), List.of(Map.of())));
        values.put("none", null);

        Revision revision = append(norway.addsSource("numbers", values)).revision();

        assertThat(store.journal().find(norway.id(), 2)).contains(revision);
    }

    @Test
    void cells_that_this_version_of_the_library_does_not_know_are_carried_along_untouched() {
        append(norway.created());
        var cell = new CellPath("hologram/room%2F7/depth");

        append(norway.setByANewerLibrary(cell, Map.of("metres", 3L, "walls", List.of("north", 0.5))));

        var reader = GrowingProject.of(norway.owner());
        reader.fold(all());
        assertThat(reader.project().cells())
                .containsEntry(cell, Map.of("metres", 3L, "walls", List.of("north", 0.5)))
                .isEqualTo(norway.project().cells());
    }

    @Test
    void of_all_who_append_the_same_number_exactly_one_succeeds() throws Exception {
        var rounds = new ArrayList<List<Commit>>();
        var accepted = new ArrayList<List<Commit>>();
        append(norway.created());
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(Stream.generate(() -> norway.asSeenByAnother()
                            .overrides("share", UUID.randomUUID().toString()))
                    .limit(WRITERS)
                    .toList());
            accepted.add(Collections.synchronizedList(new ArrayList<>()));
            norway.overrides("share", round);
        }

        inRounds(ROUNDS, WRITERS, (round, thread) -> {
            Commit commit = rounds.get(round).get(thread);
            if (isAccepted(norway.id(), commit)) {
                accepted.get(round).add(commit);
            }
        });

        assertThat(accepted).allSatisfy(winners -> assertThat(winners).hasSize(1));
        List<Commit> winners = accepted.stream().flatMap(List::stream).toList();
        assertThat(store.journal().after(norway.id(), 1))
                .isEqualTo(winners.stream().map(Commit::revision).toList());
        assertThat(store.projects().find(norway.id()))
                .contains(winners.get(ROUNDS - 1).summary());
    }

    @Test
    void no_accepted_revision_is_ever_lost() throws Exception {
        append(norway.created());
        GrowingProject start = norway.asSeenByAnother();
        var accepted = new LongAdder();

        inParallel(WRITERS, thread -> {
            GrowingProject mine = start.asSeenByAnother();
            for (int i = 0; i < ROUNDS; i++) {
                appendInTheEnd(mine, "share[" + thread + "/" + i + "]");
                accepted.increment();
            }
        });

        norway.fold(store.journal().after(norway.id(), 1));
        assertThat(accepted.sum()).isEqualTo(WRITERS * ROUNDS);
        assertThat(store.journal().head(norway.id())).isEqualTo(1 + accepted.sum());
        assertThat(norway.revision()).isEqualTo(1 + accepted.sum());
        assertThat(norway.project().cells()).hasSize(start.project().cells().size() + WRITERS * ROUNDS);
        assertThat(store.projects().find(norway.id())).contains(norway.summary());
    }

    /** Decides again on what others left, as often as they are first. */
    private void appendInTheEnd(GrowingProject mine, String field) {
        while (true) {
            GrowingProject next = mine.asSeenByAnother();
            Commit commit = next.overrides(field, 1);
            if (isAccepted(mine.id(), commit)) {
                mine.fold(List.of(commit.revision()));
                return;
            }
            mine.fold(store.journal().after(mine.id(), mine.revision()));
        }
    }

    private boolean isAccepted(ProjectId project, Commit commit) {
        try {
            store.journal().append(project, commit);
            return true;
        } catch (RevisionConflictException | DuplicateCommandException e) {
            return false;
        }
    }

    @Test
    void of_all_who_send_the_same_command_to_different_projects_exactly_one_is_accepted() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID command = UUID.randomUUID();
            var accepted = Collections.synchronizedList(new ArrayList<ProjectId>());
            var refused = Collections.synchronizedList(new ArrayList<ProjectId>());

            inParallel(WRITERS, thread -> {
                var project = GrowingProject.of(norway.owner());
                Commit commit = project.byCommand(command).created();
                (isAccepted(project.id(), commit) ? accepted : refused).add(project.id());
            });

            assertThat(accepted).hasSize(1);
            assertThat(store.receipts().find(norway.owner(), command))
                    .map(Receipt::project)
                    .contains(accepted.get(0));
            assertThat(refused).allSatisfy(project -> {
                assertThat(store.journal().head(project)).isZero();
                assertThat(store.projects().find(project)).isEmpty();
            });
        }
    }

    @Test
    void writers_of_different_projects_do_not_disturb_each_other() throws Exception {
        var projects = new ArrayList<GrowingProject>();
        for (int i = 0; i < WRITERS; i++) {
            projects.add(GrowingProject.of(norway.owner()));
        }

        inParallel(WRITERS, thread -> {
            GrowingProject mine = projects.get(thread);
            store.journal().append(mine.id(), mine.created());
            for (int i = 0; i < ROUNDS; i++) {
                store.journal().append(mine.id(), mine.overrides("share", i));
            }
        });

        assertThat(projects).allSatisfy(project -> {
            var reader = GrowingProject.of(project.owner());
            reader.fold(store.journal().after(project.id(), 0));
            assertThat(reader.project().cells()).isEqualTo(project.project().cells());
            assertThat(store.projects().find(project.id())).contains(project.summary());
        });
    }

    @Test
    void a_reader_sees_a_beginning_of_the_journal_without_gaps_and_never_less_than_before() throws Exception {
        append(norway.created());
        GrowingProject writer = norway.asSeenByAnother();
        var writing = new AtomicBoolean(true);

        inParallel(4, thread -> {
            if (thread == 0) {
                try {
                    for (int i = 0; i < WRITERS * ROUNDS; i++) {
                        append(writer.overrides("share", i));
                    }
                } finally {
                    writing.set(false);
                }
            }
            long seen = 0;
            while (writing.get()) {
                long head = store.journal().head(norway.id());
                List<Revision> all = all();
                assertThat(head).isGreaterThanOrEqualTo(seen);
                assertThat((long) all.size()).isGreaterThanOrEqualTo(head);
                assertThat(all).extracting(Revision::number).isEqualTo(numbersUpTo(all.size()));
                seen = all.size();
            }
        });
    }

    private static List<Long> numbersUpTo(int last) {
        var numbers = new ArrayList<Long>();
        for (long number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    @Test
    void who_sees_a_part_of_a_commit_sees_all_of_it() throws Exception {
        append(norway.created());
        GrowingProject writer = norway.asSeenByAnother();
        var commands = new ArrayList<UUID>();
        for (int i = 0; i < WRITERS * ROUNDS; i++) {
            commands.add(UUID.randomUUID());
        }
        var next = new AtomicInteger();

        inParallel(4, thread -> {
            if (thread == 0) {
                try {
                    for (UUID command : commands) {
                        append(writer.byCommand(command).overrides("share", next.incrementAndGet()));
                    }
                } finally {
                    next.set(commands.size());
                }
            }
            while (next.get() < commands.size()) {
                Optional<Receipt> receipt =
                        store.receipts().find(norway.owner(), commands.get(Math.max(0, next.get() - 1)));
                long head = store.journal().head(norway.id());
                long listed = store.projects().find(norway.id()).orElseThrow().revision();
                long last = store.journal().head(norway.id());
                assertThat(head)
                        .isGreaterThanOrEqualTo(receipt.map(Receipt::revision).orElse(0L));
                assertThat(listed).isBetween(head, last);
                assertThat(store.journal().find(norway.id(), listed)).isPresent();
            }
        });
    }
}
