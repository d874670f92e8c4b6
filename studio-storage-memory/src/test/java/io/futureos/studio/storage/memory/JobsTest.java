package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.WorkbenchResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobsTest {

    private final StudioFixture fixture = new StudioFixture();

    @Test
    void a_failed_job_says_why_and_the_next_try_mends_it() {
        ProjectId project = fixture.aProject();
        fixture.act(
                project,
                "data",
                "configure_source",
                Map.of("source_name", "share", "configuration", Map.of("type", "numbers", "broken", true)));

        WorkbenchResponse failed = fixture.act(project, "data", "refresh_data", Map.of());

        JobStatus job = fixture.job(project, failed);
        assertThat(job.state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(job.error()).isEqualTo("Source share can't be read.");
        fixture.studio.workbench().undo(project, ANNA);
        fixture.act(project, "data", "refresh_data", Map.of());
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DATA_READY);
    }

    @Test
    void a_question_that_is_not_understood_stops_the_refresh_with_the_parsers_own_words() {
        ProjectId project = fixture.aProject();
        fixture.studio.projects().update(project, ANNA, new ProjectUpdate(null, null, "What now?", null));

        WorkbenchResponse response = fixture.act(project, "data", "refresh_data", Map.of());

        assertThat(fixture.job(project, response).error()).contains("for example: ... in 2025?");
    }

    @Test
    void an_export_holds_the_annotations_and_says_when_the_report_is_stale() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(
                project,
                "report",
                "add_annotation",
                Map.of("annotation", Map.of("section", "headline", "text", "Mind the tax", "author", "Anna")));
        fixture.act(project, "report", "export", Map.of("export_format", "html"));
        assertThat(fixture.exported(project)).isEqualTo("Norway goes electric\nMind the tax");
        assertThat(fixture.studio.reports().latest(project, ANNA).exportUrls()).containsKey(ExportFormat.HTML);

        fixture.override(project, "share[2024-01]", 0.3);
        fixture.act(project, "report", "export", Map.of("export_format", "html"));

        assertThat(fixture.exported(project)).endsWith("\nstale");
    }

    @Test
    void an_export_in_a_format_that_nobody_wired_is_refused_with_the_formats_that_are() {
        ProjectId project = fixture.aCompleteProject();

        assertThatThrownBy(() -> fixture.act(project, "report", "export", Map.of("export_format", "pptx")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("This Studio does not export to PPTX. It exports to: HTML.");
        assertThatThrownBy(() -> fixture.studio.reports().exported(project, ANNA, ExportFormat.PPTX))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_job_that_a_closed_studio_asked_for_is_run_by_another_node() {
        ProjectId project = fixture.aProject();
        StudioOrchestrator closed = fixture.anotherNode();
        closed.close();

        WorkbenchResponse response =
                closed.workbench().execute(project, ANNA, StudioFixture.action("data", "refresh_data", Map.of()));

        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.QUEUED);
        fixture.studio.sweep();
        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DATA_READY);
    }

    @Test
    void a_cancelled_job_ends_at_once_and_leaves_the_lane_free() throws Exception {
        ProjectId project = fixture.aProject();
        fixture.holdJobs();
        WorkbenchResponse started = fixture.act(project, "data", "refresh_data", Map.of());

        JobStatus cancelled = fixture.studio.jobs().cancel(project, ANNA, requireNonNull(started.jobId()));
        fixture.runJobs();

        assertThat(cancelled.state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(fixture.studio.jobs().await(project, ANNA, requireNonNull(started.jobId()), Duration.ZERO))
                .isEqualTo(cancelled);
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DRAFT);
    }
}
