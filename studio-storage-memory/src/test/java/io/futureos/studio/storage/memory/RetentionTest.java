package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.Retention;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.BlobStore.Stored;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import io.futureos.studio.testkit.fault.StorageFault;
import io.futureos.studio.testkit.fixture.ReachableBlobs;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of deleted projects, exported files and blobs in the course of time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionTest {

    /** More than a round takes over what is here. */
    private static final int SWEEPS = 12;

    private static final Duration MONTH = Duration.ofDays(31);

    private final StudioFixture fixture = new StudioFixture();
    private final BlobStore blobs = fixture.storage.blobs();

    private void round() {
        round(fixture.studio);
    }

    private static void round(StudioOrchestrator node) {
        for (int i = 0; i < SWEEPS; i++) {
            node.sweep();
        }
    }

    private void roundAfter(Duration time) {
        fixture.pass(time);
        round();
    }

    private boolean isThere(BlobKey key) {
        return blobs.get(key).isPresent();
    }

    private Set<BlobKey> stored() {
        var all = new HashSet<BlobKey>();
        blobs.list("", Optional.empty(), Integer.MAX_VALUE).forEach(blob -> all.add(blob.key()));
        return all;
    }

    private BlobKey orphan() {
        return blobs.put("nobody refers to this".getBytes(UTF_8));
    }

    private void export(ProjectId project) {
        fixture.act(project, "report", "export", Map.of("export_format", "html"));
    }

    private BlobKey exportedFile(ProjectId project) {
        return Cells.made(Lane.export(ExportFormat.HTML))
                .in(folded(project))
                .values()
                .iterator()
                .next()
                .result();
    }

    private Project folded(ProjectId id) {
        var project = Project.empty(id, fixture.now());
        for (Revision revision : fixture.storage.journal().after(id, 0)) {
            project = revision.applyTo(project);
        }
        return project;
    }

    private void assertGone(StudioOrchestrator node, ProjectId project) {
        assertThatThrownBy(() -> node.projects().load(project, ANNA)).isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> node.projects().restore(project, ANNA)).isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> node.projects().delete(project, ANNA)).isInstanceOf(ProjectNotFoundException.class);
    }

    // Deleted projects

    @Test
    void a_deleted_project_can_be_restored_for_30_days_and_is_then_gone_for_good_at_every_node() {
        ProjectId project = fixture.aCompleteProject();
        StudioOrchestrator other = fixture.anotherNode();
        other.projects().load(project, ANNA);
        fixture.studio.projects().delete(project, ANNA);
        roundAfter(Duration.ofDays(29));
        other.projects().restore(project, ANNA);
        fixture.studio.projects().delete(project, ANNA);

        roundAfter(Duration.ofDays(29));
        assertThat(fixture.storage.projects().find(project)).isPresent();
        roundAfter(Duration.ofDays(2));

        assertThat(fixture.storage.projects().find(project)).isEmpty();
        assertGone(fixture.studio, project);
        assertGone(other, project);
        assertGone(fixture.anotherNode(), project);
    }

    @Test
    void a_project_that_somebody_restores_at_the_last_moment_stays() {
        ProjectId project = fixture.aProject();
        StudioOrchestrator late = fixture.anotherNode(new ForwardingStorage(fixture.storage) {
            @Override
            public void forget(ProjectId id, long head) {
                fixture.studio.projects().restore(id, ANNA);
                super.forget(id, head);
            }
        });
        fixture.studio.projects().delete(project, ANNA);
        fixture.pass(MONTH);

        round(late);

        assertThat(fixture.state(project).projectName()).isEqualTo("Norway goes electric");
    }

    @Test
    void a_job_in_a_project_that_is_gone_ends_without_a_word() {
        ProjectId project = fixture.aProject();
        fixture.holdJobs();
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.studio.projects().delete(project, ANNA);

        roundAfter(MONTH);
        fixture.runJobs();
        round();

        assertGone(fixture.studio, project);
        assertThat(fixture.storage.projects().all(null, 10)).isEmpty();
    }

    @Test
    void a_copy_has_everything_when_the_project_that_it_was_made_from_is_gone() {
        ProjectId project = fixture.aCompleteProject();
        ProjectId copy =
                fixture.studio.projects().duplicate(project, ANNA, null).projectId();
        fixture.studio.projects().delete(project, ANNA);
        Set<BlobKey> before = stored();
        Set<BlobKey> needed = ReachableBlobs.of(fixture.storage, List.of(copy));

        roundAfter(MONTH);
        roundAfter(MONTH);

        assertThat(fixture.storage.projects().find(project)).isEmpty();
        needed.retainAll(before);
        assertThat(needed).isNotEmpty().allMatch(this::isThere);
        assertThat(stored()).hasSizeLessThan(before.size());
        assertThat(fixture.studio.reports().latest(copy, ANNA).content().title())
                .isEqualTo("Norway goes electric");
    }

    // Exported files

    @Test
    void an_exported_file_is_kept_for_90_days_and_can_then_be_made_again() {
        ProjectId project = fixture.aCompleteProject();
        export(project);
        BlobKey file = exportedFile(project);
        roundAfter(Duration.ofDays(89));
        assertThat(fixture.exported(project)).isEqualTo("Norway goes electric");

        roundAfter(Duration.ofDays(2));

        assertThatThrownBy(() -> fixture.exported(project))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.code()).isEqualTo("export_expired"))
                .hasMessageContaining("HTML")
                .hasMessageContaining("export");
        assertThat(fixture.state(project).modificationLog())
                .anyMatch(entry -> entry.action().equals("expire_exports") && !entry.reversible());
        roundAfter(MONTH);
        assertThat(isThere(file)).isFalse();
        export(project);
        assertThat(fixture.exported(project)).isEqualTo("Norway goes electric");
    }

    @Test
    void a_format_in_which_there_never_was_a_file_is_not_told_to_be_expired() {
        ProjectId project = fixture.aCompleteProject();
        export(project);
        roundAfter(Duration.ofDays(91));

        assertThatThrownBy(() -> fixture.studio.reports().exported(project, ANNA, ExportFormat.PDF))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.code()).isEqualTo("export_not_found"));
    }

    @Test
    void restoring_a_version_does_not_bring_back_a_file_that_is_gone() {
        ProjectId project = fixture.aCompleteProject();
        export(project);
        int version =
                fixture.studio.projects().save(project, ANNA, "With a file").number();
        roundAfter(Duration.ofDays(91));
        roundAfter(MONTH);

        fixture.studio.projects().restoreVersion(project, ANNA, version);

        assertThatThrownBy(() -> fixture.exported(project)).isInstanceOf(NotFoundException.class);
        assertThat(fixture.studio.reports().latest(project, ANNA).exportUrls()).isEmpty();
    }

    // Blobs

    @Test
    void a_blob_that_nothing_refers_to_stays_for_30_days_after_it_was_put_last() {
        BlobKey orphan = orphan();
        roundAfter(Duration.ofDays(29));
        orphan();
        roundAfter(Duration.ofDays(29));
        assertThat(isThere(orphan)).isTrue();

        roundAfter(Duration.ofDays(2));

        assertThat(isThere(orphan)).isFalse();
    }

    @Test
    void what_can_be_got_at_stays_for_good_and_the_rest_goes() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "To be undone", Map.of("share", 0.25));
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));
        fixture.studio.projects().save(project, ANNA, "Before other figures");
        fixture.act(project, "data", "configure_source", StudioFixture.source("share"));
        for (int i = 0; i < 14; i++) {
            fixture.override(project, "share", 0.1 + i);
            fixture.act(project, "data", "refresh_data", Map.of());
        }
        fixture.act(project, "population", "regenerate", Map.of());
        fixture.act(project, "scenario", "delete_scenario", Map.of("scenario_id", scenario.toString()));
        Set<BlobKey> before = stored();
        Set<BlobKey> reachable = ReachableBlobs.of(fixture.storage, List.of(project));
        reachable.retainAll(before);

        roundAfter(Duration.ofDays(400));

        assertThat(reachable).hasSizeGreaterThan(10).allMatch(this::isThere);
        assertThat(before).anyMatch(key -> !isThere(key));
        fixture.studio.workbench().undo(project, ANNA);
        fixture.act(project, "scenario", "compare_scenarios", Map.of("compare_ids", List.of(scenario.toString())));
        fixture.studio.projects().restoreVersion(project, ANNA, 2);
        fixture.act(project, "data", "explore_sources", Map.of());
    }

    @Test
    void a_blob_that_only_a_template_names_stays() {
        ProjectId project = fixture.aProject();
        BlobKey uploaded = blobs.put("figures of the analyst's own".getBytes(UTF_8));
        fixture.act(
                project,
                "data",
                "add_custom_source",
                Map.of(
                        "source_name",
                        "own",
                        "configuration",
                        Map.of("type", "numbers", "numbers", List.of(1), "blob", uploaded.toString())));
        fixture.studio.templates().save(project, ANNA, "With figures of my own", null);
        fixture.studio.projects().delete(project, ANNA);

        roundAfter(MONTH);
        roundAfter(MONTH);

        assertThat(fixture.storage.projects().find(project)).isEmpty();
        assertThat(isThere(uploaded)).isTrue();
    }

    @Test
    void versions_that_were_archived_stay_and_so_does_what_they_hold() {
        ProjectId project = fixture.aCompleteProject();
        for (int i = 0; i < 60; i++) {
            fixture.studio.projects().save(project, ANNA, "");
        }
        fixture.sweepAfter(Duration.ofSeconds(31));
        assertThat(fixture.storage.versions().archived(project)).isNotEmpty();

        roundAfter(Duration.ofDays(400));

        assertThat(fixture.storage.versions().archived(project)).allMatch(this::isThere);
        assertThat(fixture.studio.projects().load(project, ANNA, 1).version()).isEqualTo(1);
        fixture.studio.projects().restoreVersion(project, ANNA, 1);
    }

    @Test
    void what_a_job_at_work_may_need_stays_however_long_ago_it_was_asked_for() {
        ProjectId project = fixture.aProject();
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.holdJobs();
        WorkbenchResponse asked = fixture.act(project, "population", "regenerate", Map.of());
        Runnable waits = fixture.waiting.remove();
        for (int i = 0; i < 11; i++) {
            fixture.override(project, "share", 0.1 + i);
            fixture.act(project, "data", "refresh_data", Map.of());
            fixture.runJobs();
        }

        roundAfter(MONTH);
        waits.run();

        assertThat(fixture.job(project, asked).state()).isEqualTo(JobStatus.State.SUCCEEDED);
    }

    @Test
    void a_blob_that_somebody_puts_in_the_moment_before_it_is_deleted_stays() {
        BlobKey orphan = orphan();
        StudioOrchestrator slow = fixture.anotherNode(withBlobs(new ForwardingBlobs(blobs) {
            @Override
            public void deleteUnlessPutSince(BlobKey key, Instant since) {
                if (key.equals(orphan)) {
                    orphan();
                }
                super.deleteUnlessPutSince(key, since);
            }
        }));
        fixture.pass(MONTH);

        round(slow);

        assertThat(isThere(orphan)).isTrue();
    }

    @Test
    void while_a_project_can_not_be_read_all_blobs_stay_and_other_projects_are_looked_after() {
        ProjectId unreadable = fixture.aProject();
        ProjectId deleted = fixture.aProject();
        fixture.studio.projects().delete(deleted, ANNA);
        BlobKey orphan = orphan();
        StudioOrchestrator node = fixture.anotherNode(new ForwardingStorage(fixture.storage) {
            @Override
            public Journal journal() {
                return new Unreadable(super.journal(), unreadable);
            }
        });
        fixture.pass(MONTH);

        round(node);
        round(node);

        assertThat(isThere(orphan)).isTrue();
        assertThat(fixture.storage.projects().find(deleted)).isEmpty();
    }

    @Test
    void what_fails_now_and_then_is_done_all_the_same() {
        ProjectId project = fixture.aCompleteProject();
        fixture.studio.projects().save(project, ANNA, "");
        BlobKey orphan = orphan();
        StudioOrchestrator node = fixture.anotherNode(new FaultyStorage(
                fixture.storage, FaultPlan.seeded(new Random(4), Map.of(StorageFault.FAIL_BEFORE, 0.1))));
        Set<BlobKey> reachable = ReachableBlobs.of(fixture.storage, List.of(project));
        reachable.retainAll(stored());
        fixture.pass(MONTH);

        for (int i = 0; i < 5; i++) {
            round(node);
        }

        assertThat(isThere(orphan)).isFalse();
        assertThat(reachable).allMatch(this::isThere);
    }

    @Test
    void a_store_that_lists_no_blobs_is_asked_ten_times_and_then_left_alone_until_the_next_day() {
        var asked = new AtomicInteger();
        StudioOrchestrator node = fixture.anotherNode(withBlobs(new ForwardingBlobs(blobs) {
            @Override
            public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
                if (prefix.isEmpty()) {
                    asked.incrementAndGet();
                    throw new StorageException("Listing is forbidden", null);
                }
                return super.list(prefix, after, size);
            }
        }));
        fixture.pass(MONTH);

        round(node);
        round(node);
        round(node);

        assertThat(asked).hasValue(10);
        fixture.pass(Duration.ofDays(1));
        round(node);
        assertThat(asked).hasValueGreaterThan(10);
    }

    @Test
    void a_node_that_dies_in_the_middle_leaves_the_rest_to_the_next_round() {
        BlobKey orphan = orphan();
        StudioOrchestrator dying = fixture.anotherNode();
        fixture.pass(MONTH);
        dying.sweep();
        dying.sweep();

        round();
        assertThat(isThere(orphan)).isTrue();
        roundAfter(Duration.ofDays(1));

        assertThat(isThere(orphan)).isFalse();
    }

    @Test
    void of_several_nodes_one_goes_round_a_day() {
        var rounds = new AtomicInteger();
        List<StudioOrchestrator> nodes = List.of(counting(rounds), counting(rounds), counting(rounds));

        for (int hour = 0; hour < 72; hour++) {
            fixture.pass(Duration.ofHours(1));
            nodes.forEach(RetentionTest::round);
        }

        assertThat(rounds).hasValueBetween(3, 4);
    }

    private StudioOrchestrator counting(AtomicInteger rounds) {
        return fixture.anotherNode(withBlobs(new ForwardingBlobs(blobs) {
            @Override
            public BlobKey put(byte[] content) {
                rounds.incrementAndGet();
                return super.put(content);
            }
        }));
    }

    @Test
    void ages_are_told_by_the_clock_of_the_store() {
        MovableClock right = MovableClock.standing();
        InMemoryStorage storage = InMemoryStorage.create(right);
        BlobKey orphan = storage.blobs().put("nobody refers to this".getBytes(UTF_8));
        StudioOrchestrator ahead = fixture.node()
                .storage(storage)
                .clock(Clock.offset(right, Duration.ofMinutes(50)))
                .build();
        right.pass(Duration.ofDays(30).minusMinutes(10));

        round(ahead);

        assertThat(storage.blobs().get(orphan)).isPresent();
    }

    @Test
    void where_the_clocks_of_node_and_store_are_far_apart_nothing_is_deleted() {
        MovableClock leaping = MovableClock.standing();
        InMemoryStorage storage = InMemoryStorage.create(leaping);
        BlobKey orphan = storage.blobs().put("nobody refers to this".getBytes(UTF_8));
        StudioOrchestrator node = fixture.node()
                .storage(storage)
                .clock(Clock.fixed(leaping.instant(), ZoneOffset.UTC))
                .build();
        leaping.pass(Duration.ofDays(400));

        round(node);

        assertThat(storage.blobs().get(orphan)).isPresent();
    }

    @Test
    void who_keeps_everything_for_good_keeps_it_and_never_goes_round() {
        ProjectId project = fixture.aProject();
        fixture.studio.projects().delete(project, ANNA);
        BlobKey orphan = orphan();
        StudioOrchestrator node = fixture.node().retention(Retention.forGood()).build();
        Set<BlobKey> before = stored();
        fixture.pass(Duration.ofDays(4000));

        round(node);

        assertThat(stored()).isEqualTo(before).contains(orphan);
        node.projects().restore(project, ANNA);
    }

    @Test
    void nothing_can_be_kept_for_less_than_an_hour() {
        Duration shortest = Retention.SHORTEST;
        Duration tooShort = shortest.minusSeconds(1);

        assertThat(new Retention(shortest, shortest, shortest).exports()).isEqualTo(shortest);
        assertThatThrownBy(() -> new Retention(tooShort, null, null)).hasMessageContaining("PT59M59S");
        assertThatThrownBy(() -> new Retention(null, tooShort, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(null, null, tooShort)).isInstanceOf(IllegalArgumentException.class);
    }

    private Storage withBlobs(BlobStore other) {
        return new ForwardingStorage(fixture.storage) {
            @Override
            public BlobStore blobs() {
                return other;
            }
        };
    }

    private record Unreadable(Journal real, ProjectId project) implements Journal {
        @Override
        public void append(ProjectId id, Commit commit) {
            real.append(id, commit);
        }

        @Override
        public List<Revision> after(ProjectId id, long after) {
            if (id.equals(project) && after == 0) {
                throw new StorageException("The disk is damaged", null);
            }
            return real.after(id, after);
        }

        @Override
        public Optional<Revision> find(ProjectId id, long number) {
            return real.find(id, number);
        }

        @Override
        public long head(ProjectId id) {
            return real.head(id);
        }
    }

    private static class ForwardingBlobs implements BlobStore {
        private final BlobStore real;

        ForwardingBlobs(BlobStore real) {
            this.real = real;
        }

        @Override
        public BlobKey put(byte[] content) {
            return real.put(content);
        }

        @Override
        public Optional<byte[]> get(BlobKey key) {
            return real.get(key);
        }

        @Override
        public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
            return real.list(prefix, after, size);
        }

        @Override
        public void delete(BlobKey key) {
            real.delete(key);
        }

        @Override
        public void deleteUnlessPutSince(BlobKey key, Instant since) {
            real.deleteUnlessPutSince(key, since);
        }
    }
}
