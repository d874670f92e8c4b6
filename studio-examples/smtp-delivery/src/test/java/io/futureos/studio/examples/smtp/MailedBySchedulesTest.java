package io.futureos.studio.examples.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ScheduledReport;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.memory.InMemoryStorage;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A Studio that mails its reports. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailedBySchedulesTest {

    private static final Instant DUE = Instant.parse("2025-01-02T08:00:00Z");

    private final PostOffice office = PostOffice.open();
    private final UserId anna = People.somebody();
    private final MovableClock clock = MovableClock.standing();
    private final StudioOrchestrator studio = StudioOrchestrator.builder()
            .storage(InMemoryStorage.create(clock))
            .engines(new ToyEngines())
            .delivery(SmtpReportDelivery.by(office.address(Encryption.NONE), "forecasts@example.org"))
            .clock(clock)
            .executor(Runnable::run)
            .sweepsItself(false)
            .build();
    private final ProjectId project = studio.projects()
            .create(new ProjectCreate(anna, "Norway goes electric", "Will the share be above one half in 2025?"))
            .projectId();

    @BeforeEach
    void make_a_report_and_schedule_it() {
        act(new AddCustomSource(new DataSource("share", "numbers", Map.of("numbers", List.of(1, 2, 3)))));
        act(new RefreshData(true));
        act(new Regenerate(null, null));
        var config = new ScenarioConfig("As things stand", "", Map.of(), Map.of(), List.of());
        Object scenario = act(new CreateScenario(config)).result().get("scenario_id");
        act(new RunScenario(ScenarioId.of(String.valueOf(scenario))));
        act(new Generate(null));
        act(new ScheduleReport(null, new Schedule(Schedule.DAILY, "UTC", List.of("board@example.org"))));
    }

    private WorkbenchResponse act(WorkbenchAction action) {
        return studio.workbench().execute(project, anna, action);
    }

    @AfterEach
    void close() {
        studio.close();
        office.close();
    }

    private void sweepAt(Instant moment) {
        clock.pass(Duration.between(clock.instant(), moment));
        studio.sweep();
    }

    @Test
    void what_a_server_refuses_for_the_moment_is_mailed_a_little_later() {
        office.refuse("board@example.org", 450, "4.2.0 try again later");
        sweepAt(DUE);
        assertThat(office.taken).isEmpty();
        assertThat(studio.jobs().atWork(project, anna))
                .singleElement()
                .satisfies(job -> assertThat(job.error()).contains("450 4.2.0 try again later"));

        office.refuseNothing();
        sweepAt(DUE.plusSeconds(60));

        assertThat(office.only().recipients()).containsExactly("board@example.org");
    }

    @Test
    void what_a_server_refuses_for_good_is_noted_and_the_next_report_is_mailed() {
        office.refuse("board@example.org", 550, "5.1.1 no such user");
        sweepAt(DUE);
        ScheduledReport noted = studio.reports().schedules(project, anna).get(0);
        assertThat(noted.last()).isEqualTo(DUE);
        assertThat(noted.failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.message())
                        .contains("could not be delivered")
                        .contains("550 5.1.1 no such user (board@example.org)"));

        office.refuseNothing();
        sweepAt(DUE.plus(Duration.ofDays(1)));

        assertThat(office.only().recipients()).containsExactly("board@example.org");
    }
}
