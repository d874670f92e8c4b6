package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Checkpoints.Checkpoint;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.Checkpoints} promises, and what the index tells of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class CheckpointsContract {

    private Storage storage;
    private GrowingProject norway;

    /** A storage of which only the journal, the index and the checkpoints are used, all empty. */
    protected abstract Storage newEmptyStorage();

    @BeforeEach
    final void start() {
        storage = newEmptyStorage();
        norway = GrowingProject.of(People.somebody());
        append(norway.created());
    }

    private void append(Commit commit) {
        storage.journal().append(norway.id(), commit);
    }

    private void put(Checkpoint checkpoint) {
        storage.checkpoints().put(norway.id(), checkpoint, norway.projection());
    }

    private Checkpoint newest() {
        return storage.checkpoints().newest(norway.id()).orElseThrow();
    }

    private long newestRevision() {
        return storage.checkpoints().newestRevision(norway.id());
    }

    /** JSON text may come back with other spaces and with the members of objects in another order. */
    private static void assertSame(Checkpoint read, Checkpoint written) {
        assertThat(read.revision()).isEqualTo(written.revision());
        assertThat(StudioJson.readOwn(read.folded())).isEqualTo(StudioJson.readOwn(written.folded()));
    }

    private List<ProjectId> unsaved() {
        return storage.projects().unsaved(100).stream().map(ProjectSummary::id).toList();
    }

    @Test
    void a_project_without_checkpoints_has_no_newest() {
        assertThat(storage.checkpoints().newest(norway.id())).isEmpty();
        assertThat(newestRevision()).isZero();
    }

    @Test
    void a_checkpoint_is_read_back_as_it_was() {
        append(norway.renamed("Ærlig \ud83d\ude97 \"øl\" \\"));
        append(norway.addsSource("numbers", Map.of("numbers", List.of(0, 0.1, 1e300, 9007199254740991L))));

        put(norway.checkpoint());

        assertSame(newest(), norway.checkpoint());
    }

    @Test
    void a_checkpoint_of_megabytes_is_read_back_as_it_was() {
        append(norway.addsSource("large", Map.of("text", "x".repeat(4 << 20))));

        put(norway.checkpoint());

        assertSame(newest(), norway.checkpoint());
    }

    @Test
    void a_newer_checkpoint_takes_the_place_of_an_older_one_and_never_the_other_way_round() {
        Checkpoint first = norway.checkpoint();
        append(norway.renamed("Norway"));
        Checkpoint second = norway.checkpoint();

        put(first);
        put(second);
        assertSame(newest(), second);
        put(first);

        assertSame(newest(), second);
        assertThat(newestRevision()).isEqualTo(second.revision());
    }

    @Test
    void putting_a_checkpoint_again_changes_nothing() {
        put(norway.checkpoint());
        put(norway.checkpoint());

        assertSame(newest(), norway.checkpoint());
    }

    @Test
    void the_checkpoint_of_one_project_is_not_that_of_another() {
        var sweden = GrowingProject.of(People.somebody());
        storage.journal().append(sweden.id(), sweden.created());

        put(norway.checkpoint());

        assertThat(storage.checkpoints().newest(sweden.id())).isEmpty();
    }

    @Test
    void of_checkpoints_put_at_once_the_newest_stays() throws Exception {
        for (int round = 0; round < 25; round++) {
            var checkpoints = new ArrayList<Checkpoint>();
            for (int i = 0; i < 8; i++) {
                append(norway.overrides("share", i));
                checkpoints.add(norway.checkpoint());
            }

            inParallel(8, thread -> put(checkpoints.get((thread * 3) % 8)));

            assertSame(newest(), checkpoints.get(7));
        }
    }

    @Test
    void a_project_is_unsaved_until_its_last_revision_is_in_a_checkpoint() {
        Checkpoint first = norway.checkpoint();
        assertThat(unsaved()).containsExactly(norway.id());
        put(first);
        assertThat(unsaved()).isEmpty();

        append(norway.renamed("Norway"));
        assertThat(unsaved()).containsExactly(norway.id());
        put(first);
        assertThat(unsaved()).containsExactly(norway.id());
        put(norway.checkpoint());

        assertThat(unsaved()).isEmpty();
    }

    @Test
    void a_checkpoint_of_one_project_leaves_others_unsaved() {
        var sweden = GrowingProject.of(People.somebody());
        storage.journal().append(sweden.id(), sweden.created());

        put(norway.checkpoint());

        assertThat(unsaved()).containsExactly(sweden.id());
    }
}
