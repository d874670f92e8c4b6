package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.contract.JournalContract;
import io.futureos.studio.testkit.contract.JournalStore;
import io.futureos.studio.testkit.contract.VersionsContract;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Journals that are wrong on purpose, to show that the contract catches them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongJournalsTest {

    /** A journal that is right but for what a test makes wrong. */
    private abstract static class WrongJournal implements Journal {
        final Journal real;

        WrongJournal(Journal real) {
            this.real = real;
        }

        @Override
        public List<Revision> after(ProjectId project, long after) {
            return real.after(project, after);
        }

        @Override
        public Optional<Revision> find(ProjectId project, long number) {
            return real.find(project, number);
        }

        @Override
        public long head(ProjectId project) {
            return real.head(project);
        }
    }

    /** Keeps revisions by their numbers, whoever came first. */
    private static class Overwriting extends WrongJournal {
        private final Map<ProjectId, NavigableMap<Long, Revision>> written = new ConcurrentHashMap<>();

        Overwriting(Journal real) {
            super(real);
        }

        @Override
        public void append(ProjectId project, Commit commit) {
            try {
                real.append(project, commit);
            } catch (RevisionConflictException e) {
                // the last one wins
            }
            written.computeIfAbsent(project, id -> new ConcurrentSkipListMap<>())
                    .put(commit.revision().number(), commit.revision());
        }

        @Override
        public List<Revision> after(ProjectId project, long after) {
            return List.copyOf(of(project).tailMap(after, false).values());
        }

        @Override
        public Optional<Revision> find(ProjectId project, long number) {
            return Optional.ofNullable(of(project).get(number));
        }

        @Override
        public long head(ProjectId project) {
            return of(project).isEmpty() ? 0 : of(project).lastKey();
        }

        private NavigableMap<Long, Revision> of(ProjectId project) {
            return written.getOrDefault(project, new ConcurrentSkipListMap<>());
        }
    }

    /** Looks first and writes then, with time for others in between. */
    private static final class LookingFirst extends Overwriting {
        private static final long WINDOW_NANOS = 2_000_000;

        private final AtomicInteger looks = new AtomicInteger();

        LookingFirst(Journal real) {
            super(real);
        }

        @Override
        public void append(ProjectId project, Commit commit) {
            long head = head(project);
            if (head != commit.revision().number() - 1) {
                throw new RevisionConflictException(
                        project, head, commit.revision().number());
            }
            awaitRival();
            super.append(project, commit);
        }

        /** Waits a little for somebody else to look too. */
        private void awaitRival() {
            int before = looks.incrementAndGet();
            long start = System.nanoTime();
            while (looks.get() == before && System.nanoTime() - start < WINDOW_NANOS) {
                Thread.onSpinWait();
            }
        }
    }

    private static final class LosingReceipts extends WrongJournal {
        LosingReceipts(Journal real) {
            super(real);
        }

        @Override
        public void append(ProjectId project, Commit commit) {
            real.append(project, new Commit(commit.revision(), commit.summary(), null, commit.version()));
        }
    }

    private static final class LosingVersions extends WrongJournal {
        LosingVersions(Journal real) {
            super(real);
        }

        @Override
        public void append(ProjectId project, Commit commit) {
            real.append(project, new Commit(commit.revision(), commit.summary(), commit.receipt(), null));
        }
    }

    /** Writes the revision in spite of a receipt that is there already. */
    private static final class WritingHalf extends WrongJournal {
        WritingHalf(Journal real) {
            super(real);
        }

        @Override
        public void append(ProjectId project, Commit commit) {
            try {
                real.append(project, commit);
            } catch (DuplicateCommandException e) {
                real.append(project, new Commit(commit.revision(), commit.summary(), null, commit.version()));
                throw e;
            }
        }
    }

    static class LastWriterWins extends JournalContract {
        @Override
        protected JournalStore newEmptyStore() {
            InMemoryStorage real = InMemoryStorage.create();
            return new JournalStore(new Overwriting(real.journal()), real.projects(), real.receipts());
        }
    }

    static class ChecksThenActs extends JournalContract {
        @Override
        protected JournalStore newEmptyStore() {
            InMemoryStorage real = InMemoryStorage.create();
            return new JournalStore(new LookingFirst(real.journal()), real.projects(), real.receipts());
        }
    }

    static class LosesReceipts extends JournalContract {
        @Override
        protected JournalStore newEmptyStore() {
            InMemoryStorage real = InMemoryStorage.create();
            return new JournalStore(new LosingReceipts(real.journal()), real.projects(), real.receipts());
        }
    }

    static class WritesHalf extends JournalContract {
        @Override
        protected JournalStore newEmptyStore() {
            InMemoryStorage real = InMemoryStorage.create();
            return new JournalStore(new WritingHalf(real.journal()), real.projects(), real.receipts());
        }
    }

    static class LosesVersions extends VersionsContract {
        @Override
        protected Storage newEmptyStorage() {
            return new ForwardingStorage(InMemoryStorage.create()) {
                @Override
                public Journal journal() {
                    return new LosingVersions(real.journal());
                }
            };
        }
    }

    @Test
    void a_journal_that_loses_the_version_is_caught() {
        assertThat(Caught.by(LosesVersions.class))
                .contains("every_project_has_its_first_version_from_the_beginning", "a_version_is_found_as_it_was_cut");
    }

    @Test
    void a_journal_in_which_the_last_writer_wins_is_caught() {
        assertThat(Caught.by(LastWriterWins.class))
                .contains(
                        "the_second_of_two_writers_is_told_and_changes_nothing",
                        "of_all_who_append_the_same_number_exactly_one_succeeds",
                        "no_accepted_revision_is_ever_lost");
    }

    @Test
    void a_journal_that_looks_first_and_writes_then_is_caught_by_nothing_but_the_races() {
        assertThat(Caught.by(ChecksThenActs.class))
                .contains("of_all_who_append_the_same_number_exactly_one_succeeds")
                .isSubsetOf(
                        "of_all_who_append_the_same_number_exactly_one_succeeds",
                        "no_accepted_revision_is_ever_lost",
                        "a_reader_sees_a_beginning_of_the_journal_without_gaps_and_never_less_than_before",
                        "who_sees_a_part_of_a_commit_sees_all_of_it");
    }

    @Test
    void a_journal_that_loses_the_receipt_is_caught() {
        assertThat(Caught.by(LosesReceipts.class))
                .contains(
                        "a_commit_writes_revision_summary_and_receipt_together",
                        "a_command_that_was_done_already_is_refused_and_changes_nothing");
    }

    @Test
    void a_journal_that_writes_half_of_a_commit_is_caught() {
        assertThat(Caught.by(WritesHalf.class))
                .contains(
                        "a_command_that_was_done_already_is_refused_and_changes_nothing",
                        "a_command_that_was_done_in_another_project_is_refused_and_creates_nothing");
    }
}
