package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.ProjectIndex.Slice;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.time.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link Storage#forget} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ForgettingContract {

    private static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-0000000000c0");

    private Storage storage;
    private GrowingProject norway;
    private GrowingProject sweden;
    private BlobKey blob;
    private QueuedJob norwaysJob;
    private QueuedJob swedensJob;

    /** A storage in which nothing is stored. */
    protected abstract Storage newEmptyStorage();

    /** Two projects of one owner, of each of which the storage has everything that it can have. */
    @BeforeEach
    final void start() {
        storage = newEmptyStorage();
        norway = GrowingProject.of(People.somebody(), People.aTeam());
        sweden = GrowingProject.of(norway.owner());
        blob = storage.blobs().put("an archived version".getBytes(UTF_8));
        norwaysJob = fill(norway);
        swedensJob = fill(sweden);
        append(norway, norway.deleted());
    }

    private void append(GrowingProject project, Commit commit) {
        storage.journal().append(project.id(), commit);
    }

    private QueuedJob fill(GrowingProject project) {
        append(project, project.byCommand(command(project)).created());
        storage.versions().archive(project.id(), 1, blob);
        append(project, project.invites(People.somebody(), Role.EDITOR));
        append(project, project.startsJob());
        append(project, project.saved("To keep"));
        storage.checkpoints().put(project.id(), project.checkpoint(), "{}", project.projection());
        var job = new QueuedJob(new JobId(UUID.randomUUID()), project.id(), Lane.DATA);
        storage.jobStatuses().put(project.id(), JobStatus.queued(job.id(), job.lane()), MovableClock.START);
        return job;
    }

    private UUID command(GrowingProject project) {
        return project == norway ? COMMAND : project.id().value();
    }

    private List<ProjectId> all() {
        return storage.projects().all(null, 100).stream()
                .map(ProjectSummary::id)
                .toList();
    }

    @Test
    void of_a_forgotten_project_nothing_is_left() {
        storage.forget(norway.id(), norway.revision());

        assertThat(storage.journal().head(norway.id())).isZero();
        assertThat(storage.journal().after(norway.id(), 0)).isEmpty();
        assertThat(storage.journal().find(norway.id(), 1)).isEmpty();
        assertThat(storage.projects().find(norway.id())).isEmpty();
        assertThat(all()).containsExactly(sweden.id());
        assertThat(storage.projects().unsaved(100)).isEmpty();
        assertThat(storage.projects().withJobs(new Slice(null, 100)))
                .extracting(ProjectSummary::id)
                .containsExactly(sweden.id());
        assertThat(storage.receipts().find(norway.owner(), COMMAND)).isEmpty();
        assertThat(storage.checkpoints().newest(norway.id())).isEmpty();
        assertThat(storage.versions().list(norway.id(), Integer.MAX_VALUE, 10)).isEmpty();
        assertThat(storage.versions().find(norway.id(), 1)).isEmpty();
        assertThat(storage.versions().archived(norway.id())).isEmpty();
        assertThat(storage.jobStatuses().find(norway.id(), norwaysJob.id())).isEmpty();
    }

    @Test
    void what_another_project_has_stays_and_so_do_blobs() {
        storage.forget(norway.id(), norway.revision());

        assertThat(storage.journal().after(sweden.id(), 0)).hasSize((int) sweden.revision());
        assertThat(storage.projects().find(sweden.id())).contains(sweden.summary());
        assertThat(storage.receipts().find(sweden.owner(), command(sweden))).isPresent();
        assertThat(storage.checkpoints().newest(sweden.id())).isPresent();
        assertThat(storage.versions().list(sweden.id(), Integer.MAX_VALUE, 10)).hasSize(2);
        assertThat(storage.jobStatuses().find(sweden.id(), swedensJob.id())).isPresent();
        assertThat(storage.blobs().get(blob)).isPresent();
    }

    @Test
    void jobs_of_a_forgotten_project_are_handed_to_nobody() {
        var handed = new ArrayList<QueuedJob>();
        var refused = new ArrayList<Runnable>();
        var station = storage.jobs().join((job, attempt) -> Optional.empty(), refused::add);
        station.submit(norwaysJob);
        station.submit(swedensJob);
        station.close();

        storage.forget(norway.id(), norway.revision());
        storage.jobs()
                .join(
                        (job, attempt) -> {
                            handed.add(job);
                            return Optional.empty();
                        },
                        Runnable::run)
                .poll();

        assertThat(handed).containsExactly(swedensJob);
    }

    @Test
    void a_project_that_somebody_changed_since_is_not_forgotten() {
        long seen = norway.revision();
        append(norway, norway.broughtBack());

        assertThatThrownBy(() -> storage.forget(norway.id(), seen)).isInstanceOf(RevisionConflictException.class);

        assertThat(storage.journal().after(norway.id(), 0)).hasSize((int) norway.revision());
        assertThat(storage.projects().find(norway.id())).contains(norway.summary());
        assertThat(storage.receipts().find(norway.owner(), COMMAND)).isPresent();
        assertThat(storage.checkpoints().newest(norway.id())).isPresent();
        assertThat(storage.versions().list(norway.id(), Integer.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void forgetting_what_is_not_there_changes_nothing() {
        storage.forget(norway.id(), norway.revision());

        storage.forget(norway.id(), norway.revision());
        storage.forget(GrowingProject.of(norway.owner()).id(), 1);

        assertThat(all()).containsExactly(sweden.id());
    }

    @Test
    void who_comes_too_late_to_append_finds_no_project() {
        storage.forget(norway.id(), norway.revision());

        assertThatThrownBy(() -> append(norway, norway.broughtBack())).isInstanceOf(RevisionConflictException.class);

        assertThat(storage.journal().head(norway.id())).isZero();
        assertThat(all()).containsExactly(sweden.id());
    }

    @Test
    void a_checkpoint_that_comes_too_late_is_not_kept() {
        storage.forget(norway.id(), norway.revision());

        storage.checkpoints().put(norway.id(), norway.checkpoint(), "{}", norway.projection());

        assertThat(storage.checkpoints().newest(norway.id())).isEmpty();
    }

    @Test
    void who_brings_a_project_back_and_who_forgets_it_at_the_same_time_never_both_succeed_nor_both_fail()
            throws Exception {
        for (int round = 0; round < 50; round++) {
            GrowingProject project = GrowingProject.of(norway.owner());
            append(project, project.created());
            append(project, project.deleted());
            long head = project.revision();
            Commit back = project.broughtBack();
            var done = new AtomicInteger();

            inParallel(2, thread -> {
                try {
                    if (thread == 0) {
                        append(project, back);
                    } else {
                        storage.forget(project.id(), head);
                    }
                    done.incrementAndGet();
                } catch (RevisionConflictException e) {
                    // the other was first
                }
            });

            boolean isBack = storage.journal().head(project.id()) == head + 1;
            assertThat(done).hasValue(1);
            assertThat(storage.journal().after(project.id(), 0)).hasSize(isBack ? (int) head + 1 : 0);
            assertThat(storage.projects().find(project.id()))
                    .isEqualTo(isBack ? Optional.of(project.summary()) : Optional.empty());
        }
    }
}
