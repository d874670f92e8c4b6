package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.Versions;
import io.futureos.studio.storage.Versions.Cut;
import io.futureos.studio.storage.Versions.Stored;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.Versions} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class VersionsContract {

    private static final BlobKey BLOB = BlobKey.of("an archived version".getBytes(UTF_8));

    private Storage storage;
    private Versions versions;
    private GrowingProject norway;

    /** A storage of which only the journal, the list of projects and the versions are used, all empty. */
    protected abstract Storage newEmptyStorage();

    @BeforeEach
    final void start() {
        storage = newEmptyStorage();
        versions = storage.versions();
        norway = GrowingProject.of(People.somebody());
        append(norway.created());
    }

    private Cut append(Commit commit) {
        storage.journal().append(norway.id(), commit);
        return Objects.requireNonNull(commit.version());
    }

    private void change(Commit commit) {
        storage.journal().append(norway.id(), commit);
    }

    /** Cuts versions, after the first that every project has, until there are so many. */
    private void cutUpTo(int last) {
        for (int number = 2; number <= last; number++) {
            append(norway.saved("Number " + number));
        }
    }

    private Stored stored(int number) {
        return versions.find(norway.id(), number).orElseThrow();
    }

    private static Map<String, Object> json(Stored stored) {
        return StudioJson.readOwn(stored.content().orElseThrow());
    }

    private void assertStored(Cut version) {
        Stored found = stored(version.info().number());
        assertThat(found.info()).isEqualTo(version.info());
        assertThat(json(found)).isEqualTo(StudioJson.readOwn(version.content()));
        assertThat(found.blob()).isEmpty();
    }

    private List<Integer> numbers(int before, int size) {
        return versions.list(norway.id(), before, size).stream()
                .map(VersionInfo::number)
                .toList();
    }

    @Test
    void a_version_is_found_as_it_was_cut() {
        change(norway.renamed("Ærlig \ud83d\ude97 \"øl\" \\"));

        assertStored(append(norway.saved("To keep: \"Ærlig\"")));
    }

    @Test
    void a_version_of_megabytes_is_found_as_it_was_cut() {
        change(norway.addsSource("large", Map.of("text", "x".repeat(4 << 20))));

        assertStored(append(norway.saved("To keep")));
    }

    @Test
    void every_project_has_its_first_version_from_the_beginning() {
        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(1);
        assertThat(stored(1).info().reason()).isEqualTo("Created");
        assertThat(stored(1).info().revision()).isEqualTo(1);
    }

    @Test
    void a_version_that_nobody_cut_is_not_there() {
        var sweden = GrowingProject.of(People.somebody());

        assertThat(versions.find(norway.id(), 2)).isEmpty();
        assertThat(versions.find(norway.id(), 0)).isEmpty();
        assertThat(versions.find(sweden.id(), 1)).isEmpty();
        assertThat(versions.list(sweden.id(), Integer.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void a_commit_that_came_too_late_cuts_no_version() {
        GrowingProject rival = norway.asSeenByAnother();
        Cut first = append(norway.saved("First"));

        assertThatThrownBy(() -> append(rival.saved("Too late"))).isInstanceOf(RevisionConflictException.class);

        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(2, 1);
        assertStored(first);
    }

    @Test
    void a_command_that_was_done_already_cuts_no_version() {
        UUID command = UUID.randomUUID();
        change(norway.byCommand(command).renamed("Norway"));

        assertThatThrownBy(() -> append(norway.byCommand(command).saved("Again")))
                .isInstanceOf(DuplicateCommandException.class);

        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(1);
    }

    @Test
    void a_command_may_cut_a_version() {
        UUID command = UUID.randomUUID();

        assertStored(append(norway.byCommand(command).saved("By command")));

        assertThat(storage.receipts().find(norway.owner(), command)).isPresent();
    }

    @Test
    void versions_are_listed_newest_first_as_many_as_are_wanted() {
        cutUpTo(4);
        Cut last = append(norway.saved("Number 5"));

        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(5, 4, 3, 2, 1);
        assertThat(numbers(Integer.MAX_VALUE, 2)).containsExactly(5, 4);
        assertThat(numbers(4, 2)).containsExactly(3, 2);
        assertThat(numbers(2, 10)).containsExactly(1);
        assertThat(numbers(1, 10)).isEmpty();
        assertThat(versions.list(norway.id(), Integer.MAX_VALUE, 1)).containsExactly(last.info());
    }

    @Test
    void an_archived_version_says_in_which_blob_its_content_is() {
        cutUpTo(2);
        VersionInfo before = stored(1).info();

        versions.archive(norway.id(), 1, BLOB);

        assertThat(stored(1).content()).isEmpty();
        assertThat(stored(1).blob()).contains(BLOB);
        assertThat(stored(1).info())
                .isEqualTo(new VersionInfo(
                        1,
                        before.revision(),
                        before.createdBy(),
                        before.createdAt(),
                        before.reason(),
                        before.size(),
                        true));
        assertThat(versions.list(norway.id(), Integer.MAX_VALUE, 10))
                .extracting(VersionInfo::archived)
                .containsExactly(false, true);
    }

    @Test
    void archiving_again_changes_nothing() {
        versions.archive(norway.id(), 1, BLOB);
        Stored archived = stored(1);

        versions.archive(norway.id(), 1, BLOB);

        assertThat(stored(1)).isEqualTo(archived);
        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(1);
    }

    @Test
    void the_blobs_of_archived_versions_are_told() {
        BlobKey other = BlobKey.of("another archived version".getBytes(UTF_8));
        cutUpTo(3);
        assertThat(versions.archived(norway.id())).isEmpty();

        versions.archive(norway.id(), 1, BLOB);
        versions.archive(norway.id(), 2, other);

        assertThat(versions.archived(norway.id())).containsExactlyInAnyOrder(BLOB, other);
        assertThat(versions.archived(GrowingProject.of(norway.owner()).id())).isEmpty();
    }

    @Test
    void archiving_what_is_not_there_changes_nothing() {
        versions.archive(norway.id(), 2, BLOB);

        assertThat(versions.find(norway.id(), 2)).isEmpty();
        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(1);
    }

    @Test
    void of_all_who_cut_the_same_version_at_once_one_is_first_and_stays() throws Exception {
        for (int round = 0; round < 25; round++) {
            List<Commit> rivals = Stream.generate(() ->
                            norway.asSeenByAnother().saved(UUID.randomUUID().toString()))
                    .limit(8)
                    .toList();
            var accepted = Collections.synchronizedList(new ArrayList<Commit>());

            inParallel(8, thread -> {
                try {
                    storage.journal().append(norway.id(), rivals.get(thread));
                    accepted.add(rivals.get(thread));
                } catch (RevisionConflictException e) {
                    // somebody else was first
                }
            });

            assertThat(accepted).hasSize(1);
            assertStored(Objects.requireNonNull(accepted.get(0).version()));
            norway.fold(List.of(accepted.get(0).revision()));
        }
    }

    @Test
    void who_sees_a_version_sees_the_revision_that_cut_it_and_the_other_way_round() throws Exception {
        int last = 100;
        inParallel(4, thread -> {
            if (thread == 0) {
                cutUpTo(last);
            } else {
                lookUntil(last);
            }
        });
    }

    private void lookUntil(int last) {
        int seen = 0;
        while (seen < last) {
            int told = storage.projects().find(norway.id()).orElseThrow().version();
            VersionInfo newest =
                    versions.list(norway.id(), Integer.MAX_VALUE, 1).get(0);
            assertThat(newest.number()).isGreaterThanOrEqualTo(told);
            assertThat(storage.journal().head(norway.id())).isGreaterThanOrEqualTo(newest.revision());
            seen = newest.number();
        }
    }
}
