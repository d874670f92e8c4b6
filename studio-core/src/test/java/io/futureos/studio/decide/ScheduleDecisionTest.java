package io.futureos.studio.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.decide.Decision.Refused;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Schedules come and go, and take along how far they were handled. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleDecisionTest {

    private static final UserId ANNA = new UserId(new UUID(0, 0xA));
    private static final UUID ID = new UUID(1, 1);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Schedule DAILY = new Schedule("daily", "UTC", List.of("ada@example.org"));

    private Project project = Project.empty(new ProjectId(new UUID(0, 1)), NOON);

    @Test
    void a_schedule_is_kept_as_it_was_given() {
        Accepted accepted = scheduled(null, DAILY);

        assertThat(accepted.changes())
                .isEqualTo(List.of(new Change<>(Cells.schedule(ID), Optional.empty(), Optional.of(DAILY))));
        assertThat(accepted.result()).isEqualTo(Map.of("schedule_id", ID.toString()));
        assertThat(accepted.warnings()).isEmpty();
    }

    @Test
    void whoever_sets_a_schedule_that_is_over_is_warned() {
        Schedule over = new Schedule("R3/2025-01-01T08:00/P1D", "UTC", List.of("ada@example.org"));

        assertThat(scheduled(null, over).warnings())
                .containsExactly("The schedule R3/2025-01-01T08:00/P1D is over: it never comes due again");
    }

    @Test
    void a_schedule_that_is_removed_leaves_nothing_behind() {
        add();
        deliver();

        accept(scheduled(ID, null));

        assertThat(project.cells()).isEmpty();
    }

    @Test
    void a_schedule_that_is_replaced_does_not_deliver_again_what_it_delivered() {
        add();
        deliver();

        accept(scheduled(ID, new Schedule("weekly", "UTC", List.of("ada@example.org"))));

        assertThat(project.get(Cells.delivered(ID))).contains(NOON);
    }

    @Test
    void a_schedule_that_is_taken_back_leaves_nothing_behind() {
        Revision added = add();
        deliver();

        accept((Accepted) UndoDecider.undo(added, context()));

        assertThat(project.cells()).isEmpty();
    }

    @Test
    void a_removed_schedule_that_is_brought_back_starts_anew() {
        add();
        deliver();
        Revision removed = accept(scheduled(ID, null));

        accept((Accepted) UndoDecider.undo(removed, context()));

        assertThat(project.cells()).containsOnlyKeys(Cells.schedule(ID).path());
        assertThat(project.get(Cells.schedule(ID))).contains(DAILY);
    }

    @Test
    void a_restoration_of_a_time_before_the_schedule_leaves_nothing_behind() {
        Project older = project;
        add();
        deliver();

        accept((Accepted) new Restoration(context(), null).of(1, older));

        assertThat(project.cells()).isEmpty();
    }

    @Test
    void a_copy_of_the_project_has_neither_its_schedules_nor_what_was_delivered() {
        add();
        deliver();
        Assessment original = Assessment.of(project);
        project = Project.empty(new ProjectId(new UUID(0, 2)), NOON);

        accept((Accepted) new Duplication(context()).of(original, "Copy"));

        assertThat(project.cells().keySet()).noneMatch(path -> path.segment(0).equals("report"));
    }

    @Test
    void a_schedule_that_is_not_there_can_not_be_removed() {
        assertThat(Decider.decide(ScheduleReport.removing(ID), context())).isInstanceOf(Refused.class);
    }

    private Revision add() {
        return accept(scheduled(null, DAILY));
    }

    private void deliver() {
        accept(new Accepted(
                List.of(new Change<>(Cells.delivered(ID), Optional.empty(), Optional.of(NOON))),
                Map.of(),
                List.of(),
                "Delivered the report"));
    }

    private Accepted scheduled(@Nullable UUID id, @Nullable Schedule to) {
        return (Accepted) Decider.decide(new ScheduleReport(id, to), context());
    }

    private DecideContext context() {
        return new DecideContext(
                ANNA,
                NOON,
                () -> ID,
                Assessment.of(project),
                WorkflowGraph.standard(),
                Limits.STANDARD,
                Set.of(),
                true,
                scenario -> Optional.empty());
    }

    private Revision accept(Accepted accepted) {
        long number = project.revision() + 1;
        var revision = new Revision(
                number,
                new UUID(7, number),
                ANNA,
                NOON,
                "report",
                "schedule",
                accepted.summary(),
                true,
                null,
                null,
                accepted.changes());
        project = revision.applyTo(project);
        return revision;
    }
}
