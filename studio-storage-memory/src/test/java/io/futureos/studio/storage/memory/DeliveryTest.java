package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.ScheduledReport;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.SimulationStatus;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.ReportDelivery.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryTest {

    private static final Instant TOMORROW = Instant.parse("2025-01-02T08:00:00Z");
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final StudioFixture fixture = new StudioFixture();
    private final Deliveries deliveries = fixture.deliveries;

    @Test
    void a_report_is_delivered_when_it_is_due_and_not_before() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());

        fixture.sweepAt(TOMORROW.minusSeconds(10));
        assertThat(deliveries.all()).isEmpty();
        fixture.sweepAt(TOMORROW.plusSeconds(1));

        Delivery delivery = deliveries.only();
        assertThat(delivery.occurrence()).isEqualTo(TOMORROW);
        assertThat(delivery.recipients()).containsExactly("board@example.org");
        assertThat(delivery.projectName()).isEqualTo("Norway goes electric");
        assertThat(delivery.staleness()).isEmpty();
        assertThat(delivery.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("norway-goes-electric-2025-01-02.html");
            assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo("Norway goes electric");
        });
        fixture.sweepAfter(Duration.ofMinutes(1));
        assertThat(deliveries.all()).hasSize(1);
    }

    @Test
    void each_occurrence_is_delivered_once_whichever_nodes_look_and_whatever_their_clocks_do() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());
        StudioOrchestrator other = fixture.anotherNode();

        for (int day = 0; day < 5; day++) {
            fixture.pass(Duration.ofMinutes(10));
            other.sweep();
            fixture.pass(Duration.ofMinutes(-10));
            fixture.studio.sweep();
            fixture.pass(ONE_DAY);
            fixture.studio.sweep();
            other.sweep();
        }

        assertThat(deliveries.all().stream().map(Delivery::occurrence))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void a_delivery_that_does_not_work_for_the_moment_is_tried_again_under_the_same_key() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());
        deliveries.failing(2, new IOException("mailbox full"));

        fixture.sweepAt(TOMORROW.plusSeconds(1));
        assertThat(fixture.studio.jobs().atWork(project, ANNA))
                .singleElement()
                .satisfies(job -> assertThat(job.error()).endsWith("mailbox full"));
        fixture.sweepAfter(Duration.ofMinutes(1));
        fixture.sweepAfter(Duration.ofMinutes(1));

        assertThat(deliveries.tried).hasSize(3).allMatch(deliveries.tried.get(0)::equals);
        assertThat(deliveries.all()).hasSize(1);
        assertThat(only(project).failure()).isNull();
    }

    @Test
    void a_delivery_that_never_works_is_noted_and_the_next_occurrence_goes_out() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());
        deliveries.failing(1, new IllegalStateException("no such address"));

        fixture.sweepAt(TOMORROW.plusSeconds(1));
        assertThat(requireNonNull(only(project).failure()).message())
                .isEqualTo("The report could not be delivered: no such address");
        assertThat(only(project).last()).isEqualTo(TOMORROW);
        fixture.sweepAt(TOMORROW.plus(ONE_DAY).plusSeconds(1));

        assertThat(deliveries.only().occurrence()).isEqualTo(TOMORROW.plus(ONE_DAY));
        assertThat(only(project).failure()).isNull();
    }

    @Test
    void a_stale_report_is_delivered_as_it_is_and_says_why_it_is_stale() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());
        fixture.override(project, "share[2024-01]", 0.3);

        fixture.sweepAt(TOMORROW.plusSeconds(1));

        assertThat(deliveries.only().staleness())
                .singleElement()
                .asString()
                .startsWith("Set share[2024-01] to 0.3: a typing error");
    }

    @Test
    void a_schedule_that_refreshes_brings_everything_up_to_date_before_it_delivers() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of("refresh", true));
        fixture.override(project, "share[2024-01]", 0.3);
        int calls = fixture.engines.calls();

        fixture.pass(Duration.between(fixture.now(), TOMORROW.plusSeconds(1)));
        for (int i = 0; i < 10; i++) {
            fixture.studio.sweep();
        }

        assertThat(deliveries.only().staleness()).isEmpty();
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(fixture.engines.calls())
                .as("fetch, build, populate, run twice, report")
                .isGreaterThan(calls + 6);
    }

    @Test
    void a_refresh_that_fails_leaves_the_report_as_it_is_and_delivers_it() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of("refresh", true));
        fixture.act(
                project,
                "data",
                "configure_source",
                Map.of("source_name", "share", "configuration", Map.of("type", "numbers", "broken", true)));

        fixture.pass(Duration.between(fixture.now(), TOMORROW.plusSeconds(1)));
        for (int i = 0; i < 10; i++) {
            fixture.studio.sweep();
        }

        assertThat(deliveries.only().staleness()).isNotEmpty();
    }

    @Test
    void of_several_missed_occurrences_the_newest_is_made_up_for() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());

        fixture.sweepAt(TOMORROW.plus(ONE_DAY.multipliedBy(3)).plusSeconds(7200));

        assertThat(deliveries.only().occurrence()).isEqualTo(TOMORROW.plus(ONE_DAY.multipliedBy(3)));
    }

    @Test
    void missed_occurrences_are_left_out_or_each_made_up_for_if_the_schedule_says_so() {
        ProjectId skipping = fixture.aCompleteProject();
        schedule(skipping, Map.of("missed", "skip"));
        ProjectId catchingUp = fixture.aCompleteProject();
        schedule(catchingUp, Map.of("missed", "all"));

        Instant late = TOMORROW.plus(ONE_DAY.multipliedBy(2)).plusSeconds(7200);
        fixture.sweepAt(late);
        for (int i = 0; i < 5; i++) {
            fixture.studio.sweep();
        }

        assertThat(deliveries.all()).allMatch(delivery -> delivery.project().equals(catchingUp));
        assertThat(deliveries.all().stream().map(Delivery::occurrence))
                .containsExactly(TOMORROW, TOMORROW.plus(ONE_DAY), TOMORROW.plus(ONE_DAY.multipliedBy(2)));
        assertThat(only(skipping).last()).isEqualTo(TOMORROW.plus(ONE_DAY.multipliedBy(2)));
    }

    @Test
    void at_the_very_moment_at_which_it_counts_as_missed_it_is_delivered_or_left_out() {
        for (int second = 0; second < 20; second++) {
            var moment = new StudioFixture();
            ProjectId project = moment.aCompleteProject();
            moment.act(
                    project,
                    "report",
                    "schedule",
                    Map.of(
                            "schedule",
                            Map.of(
                                    "frequency",
                                    "daily",
                                    "recipients",
                                    List.of("board@example.org"),
                                    "missed",
                                    "skip")));

            moment.sweepAt(TOMORROW.plus(Duration.ofMinutes(15)).minusSeconds(second));

            ScheduledReport report =
                    moment.studio.reports().schedules(project, ANNA).get(0);
            assertThat(report.last()).as("%d s before", second).isEqualTo(TOMORROW);
            assertThat(report.failure()).as("%d s before", second).isNull();
            assertThat(moment.studio.jobs().atWork(project, ANNA)).isEmpty();
        }
    }

    @Test
    void a_refresh_that_takes_its_time_does_not_make_a_delivery_a_missed_one() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of("missed", "skip", "refresh", true));
        fixture.holdJobs();
        fixture.sweepAt(TOMORROW.plusSeconds(1));

        fixture.pass(Duration.ofMinutes(20));
        for (int i = 0; i < 10; i++) {
            fixture.studio.sweep();
            fixture.runJobs();
        }

        assertThat(deliveries.only().staleness()).isEmpty();
    }

    @Test
    void a_refresh_leaves_a_paused_run_to_whoever_paused_it() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of("refresh", true));
        String scenario =
                fixture.aScenario(project, "Slow", Map.of("share", 0.1)).toString();
        fixture.engines.beforeTick(tick -> {
            if (tick == 4) {
                fixture.act(
                        project,
                        "simulation",
                        "inject_shock",
                        Map.of("scenario_id", scenario, "shock", Map.of("variable", "share", "magnitude", 0.2)));
                fixture.act(project, "simulation", "pause", Map.of("scenario_id", scenario));
            }
        });
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario));
        assertThat(fixture.simulation(project).status()).isEqualTo(SimulationStatus.PAUSED);
        fixture.engines.beforeTick(tick -> {});

        fixture.pass(Duration.between(fixture.now(), TOMORROW.plusSeconds(1)));
        for (int i = 0; i < 10; i++) {
            fixture.studio.sweep();
        }

        assertThat(deliveries.all()).hasSize(1);
        assertThat(fixture.simulation(project).status()).isEqualTo(SimulationStatus.PAUSED);
        fixture.act(project, "simulation", "resume", Map.of("scenario_id", scenario));
        assertThat(fixture.act(project, "simulation", "adopt_shocks", Map.of("scenario_id", scenario))
                        .result())
                .containsEntry("adopted", 1L);
    }

    @Test
    void a_schedule_without_a_report_notes_that_there_is_none() {
        ProjectId project = fixture.aProject();
        schedule(project, Map.of());

        fixture.sweepAt(TOMORROW.plusSeconds(1));

        assertThat(requireNonNull(only(project).failure()).code()).isEqualTo("report_missing");
        assertThat(only(project).next()).isEqualTo(TOMORROW.plus(ONE_DAY));
    }

    @Test
    void a_schedule_that_is_removed_delivers_nothing_more_and_leaves_nothing_behind() {
        ProjectId project = fixture.aCompleteProject();
        String id = schedule(project, Map.of());
        fixture.holdJobs();
        fixture.sweepAt(TOMORROW.plusSeconds(1));
        JobStatus waiting = fixture.studio.jobs().atWork(project, ANNA).get(0);

        fixture.act(project, "report", "schedule", Map.of("schedule", Map.of("schedule_id", id, "remove", true)));
        fixture.runJobs();
        fixture.sweepAfter(ONE_DAY);

        assertThat(deliveries.all()).isEmpty();
        assertThat(fixture.studio.reports().schedules(project, ANNA)).isEmpty();
        assertThat(fixture.studio.jobs().status(project, ANNA, waiting.id()).state())
                .isEqualTo(JobStatus.State.CANCELLED);
    }

    @Test
    void a_deleted_project_delivers_nothing() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());
        fixture.studio.projects().delete(project, ANNA);

        fixture.sweepAt(TOMORROW.plusSeconds(1));

        assertThat(deliveries.all()).isEmpty();
    }

    @Test
    void a_node_that_dies_while_it_delivers_leaves_the_delivery_to_another_under_the_same_key() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of());
        StudioOrchestrator other = fixture.anotherNode();
        deliveries.before(() -> {
            fixture.pass(Duration.ofSeconds(10));
            other.sweep(); // finds the first node silent
        });

        fixture.sweepAt(TOMORROW.plusSeconds(1));

        assertThat(deliveries.tried).hasSize(2);
        assertThat(Set.copyOf(deliveries.tried)).hasSize(1);
        assertThat(deliveries.all()).hasSize(1);
    }

    @Test
    void what_is_on_its_way_is_not_started_again() {
        ProjectId project = fixture.aCompleteProject();
        schedule(project, Map.of("refresh", true));
        fixture.holdJobs();
        fixture.sweepAt(TOMORROW.plusSeconds(1));
        List<JobId> refreshing = atWork(project);
        fixture.studio.sweep();
        assertThat(atWork(project)).hasSize(1).isEqualTo(refreshing);

        fixture.runJobs(); // fetch and build
        for (int i = 0; i < 4; i++) {
            fixture.studio.sweep();
            fixture.runJobs();
        }
        fixture.sweepAt(TOMORROW.plus(ONE_DAY).plus(Duration.ofHours(2)));
        List<JobId> delivering = atWork(project);
        fixture.studio.sweep();

        assertThat(atWork(project)).hasSize(1).isEqualTo(delivering);
    }

    private List<JobId> atWork(ProjectId project) {
        return fixture.studio.jobs().atWork(project, ANNA).stream()
                .map(JobStatus::id)
                .toList();
    }

    private String schedule(ProjectId project, Map<String, Object> more) {
        var schedule =
                new HashMap<String, Object>(Map.of("frequency", "daily", "recipients", List.of("board@example.org")));
        schedule.putAll(more);
        WorkbenchResponse response = fixture.act(project, "report", "schedule", Map.of("schedule", schedule));
        assertThat(response.stateChanges().warnings()).isEmpty();
        return String.valueOf(response.result().get("schedule_id"));
    }

    private ScheduledReport only(ProjectId project) {
        return fixture.studio.reports().schedules(project, ANNA).get(0);
    }
}
