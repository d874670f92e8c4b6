package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Checkpoints.Checkpoint;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.Projection;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HousekeepingTest {

    private final StudioFixture fixture = new StudioFixture();

    private List<VersionInfo> versions(ProjectId project) {
        return fixture.studio.projects().versions(project, ANNA, null, 100);
    }

    private long saved(ProjectId project) {
        return fixture.storage
                .checkpoints()
                .newest(project)
                .map(Checkpoint::revision)
                .orElse(0L);
    }

    @Test
    void what_is_edited_is_saved_within_30_seconds() {
        ProjectId project = fixture.aProject();
        fixture.studio.sweep();
        assertThat(saved(project)).isZero();

        fixture.pass(Duration.ofSeconds(30));
        fixture.studio.sweep();

        assertThat(saved(project)).isEqualTo(fixture.state(project).revision());
    }

    @Test
    void an_error_in_a_sweep_neither_ends_the_sweeping_nor_keeps_the_rest_from_being_done() {
        ProjectId project = fixture.aProject();
        StudioOrchestrator node = fixture.anotherNode(new ForwardingStorage(fixture.storage) {
            @Override
            public JobQueue jobs() {
                return (worker, threads) -> new BrokenStation();
            }
        });

        fixture.pass(Duration.ofSeconds(30));
        node.sweep();

        assertThat(saved(project)).isEqualTo(fixture.state(project).revision());
    }

    private static final class BrokenStation implements JobQueue.JobStation {
        @Override
        public void submit(QueuedJob job) {}

        @Override
        public void poll() {
            throw new NoClassDefFoundError("a driver that is half deployed");
        }

        @Override
        public void close() {}
    }

    @Test
    void a_node_that_starts_from_a_checkpoint_shows_the_same_project() {
        ProjectId project = fixture.aCompleteProject();
        fixture.pass(Duration.ofSeconds(30));
        fixture.studio.sweep();
        fixture.override(project, "share[2024-01]", 0.3);

        StudioOrchestrator other = fixture.anotherNode();

        assertThat(other.projects().load(project, ANNA)).isEqualTo(fixture.state(project));
        other.workbench().undo(project, ANNA);
        assertThat(other.projects().load(project, ANNA)).isEqualTo(fixture.state(project));
    }

    @Test
    void a_checkpoint_that_can_t_be_read_is_as_good_as_none() {
        ProjectId project = fixture.aCompleteProject();
        fixture.storage
                .checkpoints()
                .put(
                        project,
                        new Checkpoint(1_000_000, "{\"schema\":99}"),
                        new Projection(fixture.state(project), List.of(), List.of()));

        assertThat(fixture.anotherNode().projects().load(project, ANNA)).isEqualTo(fixture.state(project));
    }

    @Test
    void a_version_is_cut_five_minutes_after_the_last_change_and_only_once() {
        ProjectId project = fixture.aProject();
        fixture.pass(Duration.ofMinutes(4));
        fixture.studio.sweep();
        assertThat(versions(project)).hasSize(1);

        fixture.pass(Duration.ofMinutes(1));
        fixture.studio.sweep();
        fixture.pass(Duration.ofHours(1));
        fixture.studio.sweep();
        fixture.anotherNode().sweep();

        assertThat(versions(project)).extracting(VersionInfo::reason).containsExactly("Saved after a pause", "Created");
        assertThat(fixture.state(project).version()).isEqualTo(2);
    }

    @Test
    void a_version_is_cut_after_ten_minutes_of_editing() {
        ProjectId project = fixture.aProject();
        for (int minute = 1; minute <= 10; minute++) {
            fixture.pass(Duration.ofMinutes(1));
            fixture.override(project, "share[2024-01]", 0.3 + 0.01 * minute);
            fixture.studio.sweep();
        }

        assertThat(versions(project)).extracting(VersionInfo::reason).containsExactly("Saved while editing", "Created");
    }

    @Test
    void results_that_landed_together_are_one_version() {
        ProjectId project = fixture.aCompleteProject();

        fixture.studio.sweep();
        fixture.studio.sweep();

        assertThat(versions(project)).extracting(VersionInfo::reason).containsExactly("Results arrived", "Created");
    }

    @Test
    void a_command_is_remembered_for_a_day() {
        ProjectId project = fixture.aProject();
        var action = StudioFixture.action(
                "data",
                "override_value",
                Map.of("override", Map.of("field", "share[2024-01]", "value", 1, "reason", "a typing error")));
        var request = new WorkbenchRequest(project, ANNA, action, new UUID(7, 7), null);
        fixture.studio.workbench().execute(request);

        fixture.pass(Duration.ofHours(23));
        fixture.studio.sweep();
        assertThat(fixture.storage.receipts().find(ANNA, new UUID(7, 7))).isPresent();
        fixture.pass(Duration.ofHours(2));
        fixture.studio.sweep();

        assertThat(fixture.storage.receipts().find(ANNA, new UUID(7, 7))).isEmpty();
    }
}
