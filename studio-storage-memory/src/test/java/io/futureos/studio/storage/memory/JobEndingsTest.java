package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.JobStatus.State;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.fault.StorageFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is said of a job in the end is what became of it, whoever worked on it and whatever was away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JobEndingsTest {

    private final StudioFixture fixture = new StudioFixture();
    private final List<State> told = new ArrayList<>();

    private void listen(ProjectId project) {
        fixture.studio.projects().watch(project, ANNA, this::hear);
    }

    private void hear(StudioEvent event) {
        if (event instanceof JobProgressed progressed) {
            told.add(progressed.job().state());
        }
    }

    private WorkbenchResponse run(ProjectId project, ScenarioId scenario) {
        return fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));
    }

    private State state(ProjectId project, WorkbenchResponse response) {
        return fixture.job(project, response).state();
    }

    private void forgetStatuses() {
        fixture.storage.jobStatuses().forgetBefore(Instant.MAX);
    }

    /** Lets the node of the fixture be silent in the middle of its next run, so that another one takes it. */
    private void loseTheRunTo(StudioOrchestrator other, Runnable meanwhile) {
        var ticks = new ArrayList<Integer>();
        fixture.engines.beforeTick(tick -> {
            ticks.add(tick);
            if (ticks.size() == 3) {
                fixture.pass(Duration.ofSeconds(10));
                other.sweep();
            } else if (ticks.size() == 5) {
                meanwhile.run();
            }
        });
    }

    @Test
    void a_node_that_lost_a_job_to_another_does_not_say_that_it_was_cancelled() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Slow", Map.of("share", 0.1));
        loseTheRunTo(fixture.anotherNode(), () -> {});
        listen(project);

        WorkbenchResponse started = run(project, scenario);

        assertThat(state(project, started)).isEqualTo(State.SUCCEEDED);
        assertThat(told).endsWith(State.SUCCEEDED).doesNotContain(State.CANCELLED);
    }

    @Test
    void a_job_that_waits_at_another_node_is_not_ended_by_the_one_that_lost_it() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Slow", Map.of("share", 0.1));
        StudioOrchestrator other = fixture.anotherNode();
        loseTheRunTo(other, () -> {
            throw new EngineUnavailableException("busy", "No engine is free.");
        });

        WorkbenchResponse started = run(project, scenario);
        assertThat(state(project, started)).isEqualTo(State.QUEUED);
        fixture.pass(Duration.ofSeconds(30));
        other.sweep();

        assertThat(state(project, started)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void a_sweep_that_is_faster_than_whoever_asked_for_the_job_does_not_spoil_its_end() {
        var live = new TroubledLive();
        ProjectId project = fixture.aProject();
        StudioOrchestrator node = fixture.anotherNode(fixture.storage, live);
        live.trouble((event, channel) -> {
            hear(event);
            if (event instanceof RevisionCommitted) {
                node.sweep();
            }
        });

        node.workbench().execute(project, ANNA, StudioFixture.action("data", "refresh_data", Map.of()));

        assertThat(told).endsWith(State.SUCCEEDED);
    }

    @Test
    void statuses_that_are_away_do_not_keep_a_run_from_being_stopped() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Slow", Map.of("share", 0.1));
        var line = new FaultyStorage(
                fixture.storage, FaultPlan.always(StorageFault.FAIL_BEFORE).only("jobStatuses.find"));
        StudioOrchestrator node = fixture.anotherNode(line);
        fixture.holdJobs();
        WorkbenchResponse started = run(project, scenario);

        node.workbench().execute(project, ANNA, StudioFixture.action("simulation", "stop", Map.of()));

        assertThat(state(project, started)).isEqualTo(State.CANCELLED);
    }

    @Test
    void the_journal_knows_that_a_report_was_delivered() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(
                project,
                "report",
                "schedule",
                Map.of("schedule", Map.of("frequency", "daily", "recipients", List.of("board@example.org"))));
        fixture.holdJobs();
        fixture.sweepAfter(Duration.ofDays(1));
        JobId job = fixture.studio.jobs().atWork(project, ANNA).get(0).id();
        fixture.runJobs();

        forgetStatuses();

        assertThat(fixture.studio.jobs().status(project, ANNA, job).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void the_journal_knows_that_a_delivery_failed() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(
                project,
                "report",
                "schedule",
                Map.of("schedule", Map.of("frequency", "daily", "recipients", List.of("board@example.org"))));
        fixture.deliveries.failing(1, new IllegalStateException("no such address"));
        fixture.holdJobs();
        fixture.sweepAfter(Duration.ofDays(1));
        JobId job = fixture.studio.jobs().atWork(project, ANNA).get(0).id();
        fixture.runJobs();

        forgetStatuses();

        assertThat(fixture.studio.jobs().status(project, ANNA, job).errorCode()).isEqualTo("delivery_failed");
    }

    @Test
    void the_journal_knows_that_a_run_came_to_its_pause() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Slow", Map.of("share", 0.1));
        fixture.holdJobs();
        WorkbenchResponse started = run(project, scenario);
        fixture.act(project, "simulation", "pause", Map.of());
        fixture.runJobs();
        assertThat(state(project, started)).isEqualTo(State.PAUSED);

        forgetStatuses();

        assertThat(state(project, started)).isEqualTo(State.PAUSED);
    }

    @Test
    void a_failure_that_could_not_be_written_down_waits_for_the_storage() {
        ProjectId project = fixture.aProject();
        fixture.act(
                project,
                "data",
                "configure_source",
                Map.of("source_name", "share", "configuration", Map.of("type", "numbers", "broken", true)));
        fixture.holdJobs();
        WorkbenchResponse started = fixture.act(project, "data", "refresh_data", Map.of());
        fixture.waiting.clear(); // the node dies
        fixture.pass(Duration.ofSeconds(10));
        var line = new FaultyStorage(
                fixture.storage, FaultPlan.atCall(2, StorageFault.FAIL_BEFORE).only("journal.append"));
        StudioOrchestrator node = fixture.anotherNode(line);

        node.sweep();

        JobId job = requireNonNull(started.jobId());
        JobStatus waiting = node.jobs().status(project, ANNA, job);
        assertThat(waiting.state()).isEqualTo(State.QUEUED);
        assertThat(waiting.error()).isEqualTo("Source share can't be read.");
    }

    @Test
    void a_project_without_room_for_a_failure_gets_its_lane_back_all_the_same() {
        ProjectId project = fixture.aProject();
        fixture.studio.projects().update(project, ANNA, new ProjectUpdate(null, null, "What now?", null));
        fixture.holdJobs();
        WorkbenchResponse started = fixture.act(project, "data", "refresh_data", Map.of());
        fixture.waiting.clear(); // the node dies
        fixture.pass(Duration.ofSeconds(10));
        Limits standard = Limits.STANDARD;
        Limits full = new Limits(
                standard.scenarios(),
                1,
                standard.nameLength(),
                standard.population(),
                standard.outputs(),
                standard.versions(),
                standard.snapshotBytes());
        StudioOrchestrator node = fixture.node().limits(full).build();

        node.sweep();

        JobStatus failed = node.jobs().status(project, ANNA, requireNonNull(started.jobId()));
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.error()).startsWith("Ask about a variable in a year");
        assertThat(node.jobs().atWork(project, ANNA)).isEmpty();
        assertThat(fixture.state(project).modificationLog())
                .anyMatch(entry -> entry.summary().startsWith("Failed: Ask about a variable in a year"));
    }
}
