package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.Versions;
import io.futureos.studio.storage.Versions.Stored;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.GrowingProject.CutVersion;
import io.futureos.studio.testkit.fixture.People;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** A storage of which only the journal and the versions are used, both empty. */
    protected abstract Storage newEmptyStorage();

    @BeforeEach
    final void start() {
        storage = newEmptyStorage();
        versions = storage.versions();
        norway = GrowingProject.of(People.somebody());
        append(norway.created());
    }

    private void append(Commit commit) {
        storage.journal().append(norway.id(), commit);
    }

    /** Cuts and stores versions, after the first that every project has, until there are so many. */
    private void cutUpTo(int last) {
        put(norway.version());
        for (int number = 2; number <= last; number++) {
            append(norway.saved("Number " + number));
            put(norway.version());
        }
    }

    private void put(CutVersion version) {
        versions.put(norway.id(), version.info(), version.content());
    }

    private Stored stored(int number) {
        return versions.find(norway.id(), number).orElseThrow();
    }

    private static Map<String, Object> json(Stored stored) {
        return StudioJson.readOwn(stored.content().orElseThrow());
    }

    private List<Integer> numbers(int before, int size) {
        return versions.list(norway.id(), before, size).stream()
                .map(VersionInfo::number)
                .toList();
    }

    @Test
    void a_version_is_found_with_its_content_as_it_was_put() {
        append(norway.renamed("Ærlig \ud83d\ude97 \"øl\" \\"));
        append(norway.saved("To keep: \"Ærlig\""));

        put(norway.version());

        assertThat(stored(2).info()).isEqualTo(norway.version().info());
        assertThat(json(stored(2)))
                .isEqualTo(StudioJson.readOwn(norway.version().content()));
        assertThat(stored(2).blob()).isEmpty();
    }

    @Test
    void a_version_of_megabytes_is_found_as_it_was_put() {
        append(norway.addsSource("large", Map.of("text", "x".repeat(4 << 20))));
        append(norway.saved("To keep"));

        put(norway.version());

        assertThat(json(stored(2)))
                .isEqualTo(StudioJson.readOwn(norway.version().content()));
    }

    @Test
    void a_version_that_nobody_put_is_not_there() {
        var sweden = GrowingProject.of(People.somebody());
        put(norway.version());

        assertThat(versions.find(norway.id(), 2)).isEmpty();
        assertThat(versions.find(norway.id(), 0)).isEmpty();
        assertThat(versions.find(sweden.id(), 1)).isEmpty();
        assertThat(versions.list(sweden.id(), Integer.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void a_version_that_is_there_already_stays_as_it_is() {
        CutVersion first = norway.version();
        put(first);
        append(norway.renamed("Norway"));

        versions.put(norway.id(), first.info(), norway.version().content());

        assertThat(json(stored(1))).isEqualTo(StudioJson.readOwn(first.content()));
        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(1);
    }

    @Test
    void versions_are_listed_newest_first_as_many_as_are_wanted() {
        cutUpTo(5);

        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(5, 4, 3, 2, 1);
        assertThat(numbers(Integer.MAX_VALUE, 2)).containsExactly(5, 4);
        assertThat(numbers(4, 2)).containsExactly(3, 2);
        assertThat(numbers(2, 10)).containsExactly(1);
        assertThat(numbers(1, 10)).isEmpty();
        assertThat(versions.list(norway.id(), Integer.MAX_VALUE, 1))
                .containsExactly(norway.version().info());
    }

    @Test
    void versions_stored_out_of_order_are_listed_in_order() {
        CutVersion first = norway.version();
        append(norway.saved("Second"));
        put(norway.version());
        put(first);

        assertThat(numbers(Integer.MAX_VALUE, 10)).containsExactly(2, 1);
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
    void an_archived_version_stays_archived_when_it_is_archived_or_put_again() {
        put(norway.version());
        versions.archive(norway.id(), 1, BLOB);

        versions.archive(norway.id(), 1, BLOB);
        put(norway.version());

        assertThat(stored(1).content()).isEmpty();
        assertThat(stored(1).blob()).contains(BLOB);
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
        versions.archive(norway.id(), 1, BLOB);

        assertThat(versions.find(norway.id(), 1)).isEmpty();
        assertThat(numbers(Integer.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void of_all_who_put_the_same_version_at_once_one_is_first_and_stays() throws Exception {
        for (int round = 1; round <= 25; round++) {
            CutVersion version = norway.version();
            int number = version.info().number();
            var seen = Collections.synchronizedSet(new HashSet<Object>());

            inParallel(8, thread -> {
                versions.put(norway.id(), version.info(), "{\"writer\":" + thread + "}");
                seen.add(json(stored(number)));
            });

            assertThat(seen).hasSize(1).containsExactly(json(stored(number)));
            append(norway.saved("Again"));
        }
    }
}
