package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
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
    void a_job_whose_engine_is_not_available_is_tried_again_after_a_while() {
        ProjectId project = fixture.aProject();
        fixture.engines.beUnavailable(2);

        WorkbenchResponse response = fixture.act(project, "data", "refresh_data", Map.of());

        JobStatus waiting = fixture.job(project, response);
        assertThat(waiting.state()).isEqualTo(JobStatus.State.QUEUED);
        assertThat(waiting.phase()).isEqualTo("trying again in 1 s");
        assertThat(waiting.error()).isEqualTo("Source share does not answer.");
        fixture.sweepAfter(Duration.ofSeconds(2));
        assertThat(fixture.job(project, response).phase()).isEqualTo("trying again in 4 s");
        fixture.sweepAfter(Duration.ofSeconds(5));
        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(fixture.job(project, response).attempt()).isEqualTo(3);
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DATA_READY);
    }

    @Test
    void a_job_that_was_tried_often_enough_fails_and_the_stage_says_why_until_it_is_edited() {
        ProjectId project = fixture.aProject();
        fixture.engines.beUnavailable(9);
        WorkbenchResponse response = fixture.act(project, "data", "refresh_data", Map.of());

        for (int i = 0; i < 9; i++) {
            fixture.sweepAfter(Duration.ofMinutes(2));
        }

        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(fixture.job(project, response).attempt()).isEqualTo(5);
        assertThat(requireNonNull(fixture.dataFreshness(project).failure()).code())
                .isEqualTo("source_away");
        fixture.override(project, "share[2024-01]", 0.3);
        assertThat(fixture.dataFreshness(project).failure()).isNull();
    }

    @Test
    void a_cancelled_job_is_not_tried_again() {
        ProjectId project = fixture.aProject();
        fixture.engines.beUnavailable(1);
        WorkbenchResponse response = fixture.act(project, "data", "refresh_data", Map.of());

        fixture.studio.jobs().cancel(project, ANNA, requireNonNull(response.jobId()));
        int calls = fixture.engines.calls();
        fixture.sweepAfter(Duration.ofMinutes(1));

        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    @Test
    void a_job_tells_its_percentage_and_when_it_will_be_done() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Slow", Map.of("share", 0.2));
        var seen = new ArrayList<JobStatus>();
        fixture.engines.beforeTick(
                tick -> seen.add(fixture.studio.jobs().atWork(project, ANNA).get(0)));

        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));

        JobStatus half = seen.get(6);
        assertThat(half.percent()).isEqualTo(25);
        assertThat(half.startedAt()).isNotNull();
        assertThat(Duration.between(half.startedAt(), half.expectedEnd())).isPositive();
        assertThat(fixture.studio.jobs().atWork(project, ANNA)).isEmpty();
    }

    @Test
    void a_job_is_followed_awaited_and_cancelled_from_any_node() throws Exception {
        ProjectId project = fixture.aProject();
        StudioOrchestrator other = fixture.anotherNode();
        fixture.holdJobs();
        JobId job = requireNonNull(
                fixture.act(project, "data", "refresh_data", Map.of()).jobId());

        assertThat(other.jobs().status(project, ANNA, job).state()).isEqualTo(JobStatus.State.QUEUED);
        assertThat(other.jobs().cancel(project, ANNA, job).state()).isEqualTo(JobStatus.State.CANCELLED);
        fixture.runJobs();
        assertThat(fixture.studio
                        .jobs()
                        .await(project, ANNA, job, Duration.ofSeconds(1))
                        .state())
                .isEqualTo(JobStatus.State.CANCELLED);
    }

    @Test
    void a_job_that_a_dead_node_was_given_is_run_by_another_and_what_the_dead_one_brings_does_not_count() {
        ProjectId project = fixture.aProject();
        StudioOrchestrator other = fixture.anotherNode();
        fixture.holdJobs();
        WorkbenchResponse response = fixture.act(project, "data", "refresh_data", Map.of());

        fixture.pass(Duration.ofSeconds(5));
        other.sweep();

        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(fixture.job(project, response).attempt()).isEqualTo(2);
        long revision = fixture.state(project).revision();
        fixture.runJobs();
        assertThat(fixture.state(project).revision()).isEqualTo(revision);
    }

    @Test
    void a_job_that_never_reached_the_queue_is_put_there_by_a_sweep() {
        ProjectId project = fixture.aProject();
        var away = new ForwardingStorage(fixture.storage) {
            @Override
            public JobQueue jobs() {
                return (worker, threads) -> new UnreachableStation();
            }
        };
        WorkbenchResponse response = fixture.anotherNode(away)
                .workbench()
                .execute(project, ANNA, StudioFixture.action("data", "refresh_data", Map.of()));

        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.QUEUED);
        fixture.studio.sweep();
        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.SUCCEEDED);
    }

    private static final class UnreachableStation implements JobQueue.JobStation {
        @Override
        public void submit(QueuedJob job) {
            throw new StorageException("The queue is away", null);
        }

        @Override
        public void poll() {}

        @Override
        public void close() {}
    }

    @Test
    void the_journal_tells_what_became_of_a_job_whose_node_died_before_it_could_say_so() {
        ProjectId project = fixture.aProject();
        JobId job = requireNonNull(
                fixture.act(project, "data", "refresh_data", Map.of()).jobId());

        fixture.storage.jobStatuses().forgetBefore(Instant.MAX);

        assertThat(fixture.studio.jobs().status(project, ANNA, job).state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThatThrownBy(() -> fixture.studio.jobs().status(project, ANNA, new JobId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_question_is_understood_by_a_job_that_creating_the_project_starts() {
        ProjectId project = fixture.studio
                .projects()
                .create(new ProjectCreate(ANNA, "Norway goes electric", StudioFixture.QUESTION))
                .projectId();

        assertThat(requireNonNull(fixture.dataFreshness(project).failure()).message())
                .startsWith("The question waits for figures");
        fixture.act(project, "data", "add_custom_source", StudioFixture.source("share"));
        assertThat(fixture.dataFreshness(project).failure()).isNull();
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
