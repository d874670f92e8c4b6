package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummariesTest {

    private static final UserId ANNA = new UserId(new UUID(0, 0xA));
    private static final UUID SCHEDULE = new UUID(1, 1);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private Project project = Project.empty(new ProjectId(new UUID(0, 1)), NOON);

    @Test
    void the_agenda_tells_the_next_delivery() {
        set(Cells.owner(), ANNA);
        set(Cells.projectName(), "Norway");
        set(Cells.version(), 1L);
        assertThat(nextDelivery()).isNull();

        set(Cells.schedule(SCHEDULE), new Schedule("daily", "UTC", List.of("ada@example.org")));
        assertThat(nextDelivery()).isEqualTo("2026-01-06T08:00:00Z");

        set(Cells.delivered(SCHEDULE), Instant.parse("2026-01-06T08:00:00Z"));
        assertThat(nextDelivery()).isEqualTo("2026-01-07T08:00:00Z");
    }

    @Test
    void a_summary_is_made_again_when_something_that_it_tells_was_set() {
        for (Cell<?> cell : List.of(
                Cells.projectName(),
                Cells.collaborator(ANNA),
                Cells.version(),
                Cells.schedule(SCHEDULE),
                Cells.delivered(SCHEDULE))) {
            assertThat(Summaries.isTouchedBy(List.of(Cells.targetSize().path(), cell.path())))
                    .as(cell.toString())
                    .isTrue();
        }
        assertThat(Summaries.isTouchedBy(List.of(
                        Cells.targetSize().path(),
                        Cells.reportConfig().path(),
                        Cells.annotation(SCHEDULE).path())))
                .isFalse();
    }

    private @Nullable Instant nextDelivery() {
        return Summaries.of(project, ProjectStatus.DRAFT).agenda().nextDelivery();
    }

    private <T> void set(Cell<T> cell, T value) {
        long number = project.revision() + 1;
        project = new Revision(
                        number,
                        new UUID(7, number),
                        ANNA,
                        NOON,
                        "project",
                        "set",
                        "Set something",
                        true,
                        null,
                        null,
                        List.of(new Change<>(cell, cell.get(project), Optional.of(value))))
                .applyTo(project);
    }
}
