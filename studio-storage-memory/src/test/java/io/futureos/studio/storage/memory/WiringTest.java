package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.RetryPolicy;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.Template;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.json.InvalidJsonException;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import io.futureos.studio.report.ResourceResolver.Resource;
import io.futureos.studio.workflow.WorkflowGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a host says when it wires a Studio is what the Studio does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WiringTest {

    private static final String LOGO = "https://example.org/logo.png";

    private final StudioFixture fixture = new StudioFixture();

    private static WorkbenchResponse act(
            StudioOrchestrator node, ProjectId project, String workbench, String action, Map<String, Object> payload) {
        return node.workbench().execute(project, ANNA, StudioFixture.action(workbench, action, payload));
    }

    @Test
    void nothing_is_built_without_a_storage_and_engines() {
        assertThatThrownBy(() -> StudioOrchestrator.builder().build())
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("builder().storage(");
        assertThatThrownBy(() -> StudioOrchestrator.builder()
                        .storage(InMemoryStorage.create())
                        .build())
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("builder().engines(");
    }

    @Test
    void the_hosts_limits_hold() {
        Limits standard = Limits.STANDARD;
        StudioOrchestrator small = fixture.node()
                .limits(new Limits(
                        1,
                        standard.stateBytes(),
                        standard.nameLength(),
                        standard.population(),
                        standard.outputs(),
                        standard.versions(),
                        standard.snapshotBytes()))
                .build();
        ProjectId project = fixture.aProject();
        fixture.aScenario(project, "The only one", Map.of());

        assertThatThrownBy(() -> act(
                        small,
                        project,
                        "scenario",
                        "create_scenario",
                        Map.of("scenario_config", StudioFixture.scenario("One too many", Map.of()))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("1");
    }

    @Test
    void without_retries_an_engine_that_is_away_fails_the_job_at_once() {
        ProjectId project = fixture.aProject();
        StudioOrchestrator node = fixture.node().retries(RetryPolicy.never()).build();
        fixture.engines.beUnavailable(1);

        WorkbenchResponse refreshed = act(node, project, "data", "refresh_data", Map.of());

        JobStatus job = node.jobs().status(project, ANNA, refreshed.startedJob());
        assertThat(job.state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(job.errorCode()).isEqualTo("source_away");
    }

    @Test
    void versions_are_cut_when_the_hosts_policy_says_so() {
        ProjectId project = fixture.aProject();
        StudioOrchestrator node = fixture.node()
                .versions((activity, now) -> Optional.of("At every sweep"))
                .build();

        node.sweep();

        assertThat(node.projects().versions(project, ANNA, null, 10))
                .extracting(VersionInfo::reason)
                .containsExactly("At every sweep", "Created");
    }

    @Test
    void exporters_get_at_the_outside_by_the_hosts_resolver_alone() {
        ProjectId project = fixture.aCompleteProject();
        var asked = new ArrayList<String>();
        StudioOrchestrator node = fixture.node()
                .exporters(List.of(new LogoExporter()))
                .resources(url -> {
                    asked.add(url);
                    return Optional.of(new Resource("image/png", "a logo".getBytes(StandardCharsets.UTF_8)));
                })
                .build();

        act(node, project, "report", "export", Map.of("export_format", "html"));

        assertThat(asked).containsExactly(LOGO);
        assertThat(node.reports().exported(project, ANNA, ExportFormat.HTML))
                .asString()
                .isEqualTo("a logo");
    }

    /** Writes the logo and nothing else. */
    private static final class LogoExporter implements ReportExporter {
        @Override
        public ExportFormat format() {
            return ExportFormat.HTML;
        }

        @Override
        public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
            ResourceResolver resources = request.resources();
            out.write(resources.resolve(LOGO).orElseThrow().content());
        }
    }

    @Test
    void what_a_change_reaches_is_what_the_hosts_workflow_says() {
        ProjectId project = fixture.aCompleteProject();
        List<String> runs = List.of("simulation", "report");
        WorkflowGraph scenariosNeedNoPopulation = WorkflowGraph.of(Map.of(
                "stages",
                List.of("data", "population", "scenario", "simulation", "report"),
                "dependencies",
                Map.of(
                        "data", List.of(),
                        "population", List.of("data"),
                        "scenario", List.of("data"),
                        "simulation", List.of("population", "scenario"),
                        "report", List.of("simulation")),
                "invalidation_rules",
                Map.of(
                        "data_changed",
                        List.of("population", "scenario", "simulation", "report"),
                        "population_changed",
                        runs,
                        "scenario_changed",
                        runs,
                        "simulation_changed",
                        List.of("report"))));
        StudioOrchestrator node =
                fixture.node().workflow(scenariosNeedNoPopulation).build();

        WorkbenchResponse resized = act(node, project, "population", "resize_population", Map.of("target_size", 5_000));

        assertThat(resized.stateChanges().downstreamInvalidated()).isEqualTo(runs);
    }

    @Test
    void a_template_that_was_read_starts_a_project_and_what_is_said_in_so_many_words_comes_first() {
        Template template = fixture.studio.templates().read("""
                        {"format": "studio-template", "schema": 1, "name": "From a file", "description": "What the file says", "question": "%s"}""".formatted(StudioFixture.QUESTION));

        ProjectState made = fixture.studio
                .projects()
                .create(new ProjectCreate(ANNA, null, "My own", "What I say", null, null, null), template);

        assertThat(made.projectName()).isEqualTo("My own");
        assertThat(made.description()).isEqualTo("What I say");
        assertThat(fixture.studio.projects().load(made.projectId(), ANNA).modificationLog())
                .anyMatch(entry -> entry.summary().startsWith("Failed: The question waits"));
    }

    @Test
    void a_template_that_is_none_is_refused_with_everything_that_is_wrong_with_it() {
        assertThatThrownBy(() -> fixture.studio.templates().read("{\"name\": "))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> fixture.studio.templates().read("[]")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> fixture.studio.templates().read(Map.of("name", 7, "as_of", "soon")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.problems()).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void a_studio_that_sweeps_by_itself_needs_no_help() throws Exception {
        ProjectId project = fixture.aProject();
        fixture.holdJobs();
        WorkbenchResponse refreshed = fixture.act(project, "data", "refresh_data", Map.of());
        fixture.pass(Duration.ofSeconds(10)); // its node is silent

        try (StudioOrchestrator node = fixture.node().sweepsItself(true).build()) {
            JobStatus job = node.jobs().await(project, ANNA, refreshed.startedJob(), Duration.ofSeconds(30));

            assertThat(job.state()).isEqualTo(JobStatus.State.SUCCEEDED);
        }
    }
}
