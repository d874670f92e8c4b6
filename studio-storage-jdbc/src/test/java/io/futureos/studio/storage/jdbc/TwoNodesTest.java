package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two Studios that share nothing but the database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodesTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private final MovableClock clock = MovableClock.standing();
    private final UserId anna = People.somebody();
    private final HikariDataSource otherPool = DATABASE.anotherPool("");
    private final StudioOrchestrator one = studioOn(DATABASE.emptied());
    private final StudioOrchestrator other = studioOn(PostgresStorage.over(otherPool));

    private StudioOrchestrator studioOn(PostgresStorage storage) {
        return StudioOrchestrator.builder()
                .storage(storage)
                .engines(new ToyEngines())
                .clock(clock)
                .executor(Runnable::run)
                .sweepsItself(false)
                .build();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        otherPool.close();
    }

    private ProjectId aProjectWithItsData() {
        ProjectId project = one.projects()
                .create(new ProjectCreate(anna, "Norway goes electric", "Will the share be above one half in 2025?"))
                .projectId();
        var source = new DataSource("share", "numbers", Map.of("numbers", List.of(1, 2, 3)));
        one.workbench().execute(project, anna, new AddCustomSource(source));
        one.workbench().execute(project, anna, new RefreshData(true));
        return project;
    }

    @Test
    void what_one_node_did_the_other_shows_and_goes_on_from() {
        ProjectId project = aProjectWithItsData();
        ProjectState left = one.projects().load(project, anna);

        assertThat(left.status()).isEqualTo(ProjectStatus.DATA_READY);
        assertThat(other.projects().load(project, anna)).isEqualTo(left);
        assertThat(other.projects().list(anna, null, 10).projects())
                .extracting(ProjectSummary::id, ProjectSummary::status, ProjectSummary::revision)
                .containsExactly(tuple(project, left.status(), left.revision()));

        other.workbench().execute(project, anna, new OverrideValue("share[2024-01]", 0.25, "a typing error", false));
        ProjectState undone = one.workbench().undo(project, anna).updatedProjectState();

        assertThat(undone.status()).isEqualTo(ProjectStatus.DATA_READY);
        assertThat(other.projects().load(project, anna)).isEqualTo(undone);
    }

    @Test
    void a_command_sent_to_both_nodes_is_done_once_and_answered_twice() {
        ProjectId project = aProjectWithItsData();
        var request = new WorkbenchRequest(
                project,
                anna,
                new OverrideValue("share[2024-01]", 0.25, "a typing error", false),
                UUID.randomUUID(),
                null);

        WorkbenchResponse first = one.workbench().execute(request);
        WorkbenchResponse second = other.workbench().execute(request);

        assertThat(second.result()).isEqualTo(first.result());
        assertThat(second.updatedProjectState().revision())
                .isEqualTo(first.updatedProjectState().revision());
    }

    @Test
    void any_node_saves_what_another_left_unsaved_and_the_projects_table_shows_it() {
        ProjectId project = aProjectWithItsData();
        ProjectState left = one.projects().load(project, anna);
        clock.pass(Duration.ofSeconds(31));

        other.sweep();

        assertThat(DATABASE.one("SELECT workbench_states #>> '{data,status}' FROM studio_projects"))
                .isEqualTo("complete");
        assertThat(DATABASE.one("SELECT jsonb_array_length(modification_log) FROM studio_projects"))
                .isEqualTo(String.valueOf(left.modificationLog().size()));
        assertThat(DATABASE.one("SELECT data_package_id FROM studio_projects"))
                .isEqualTo(String.valueOf(left.dataPackageId()));
    }
}
