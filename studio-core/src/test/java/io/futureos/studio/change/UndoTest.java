package io.futureos.studio.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.Cell;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
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
class UndoTest {

    private static final UserId ANNA = new UserId(new UUID(0, 0xA));
    private static final UserId BO = new UserId(new UUID(0, 0xB));
    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");

    private Project project = Project.empty(new ProjectId(new UUID(0, 1)), NOON);

    private <T> Revision sets(UserId actor, Cell<T> cell, T value) {
        var change = new Change<>(cell, cell.get(project), Optional.of(value));
        return does(actor, null, List.of(change));
    }

    private Revision does(UserId actor, @Nullable Long undoes, List<Change<?>> changes) {
        long number = project.revision() + 1;
        var revision = new Revision(
                number,
                new UUID(7, number),
                actor,
                NOON.plusSeconds(number),
                "project",
                "set",
                "Revision " + number,
                undoes == null,
                undoes,
                null,
                changes);
        project = revision.applyTo(project);
        return revision;
    }

    @Test
    void an_undo_leaves_alone_what_others_set_elsewhere_since() {
        Revision name = sets(ANNA, Cells.projectName(), "Norway");
        sets(BO, Cells.projectDescription(), "Electric cars");

        Undo undo = Undo.of(project, name, ANNA);
        does(ANNA, name.number(), undo.changes());

        assertThat(project.get(Cells.projectName())).isEmpty();
        assertThat(project.get(Cells.projectDescription())).contains("Electric cars");
    }

    @Test
    void what_somebody_else_set_since_is_not_overwritten() {
        Revision first = sets(ANNA, Cells.projectName(), "Norway");
        Revision second = sets(BO, Cells.projectName(), "Norge");

        Undo undo = Undo.of(project, first, ANNA);

        assertThat(undo.changes()).isEmpty();
        assertThat(undo.conflict()).hasValueSatisfying(conflict -> {
            assertThat(conflict.cell()).isEqualTo(Cells.projectName().path());
            assertThat(conflict.since().actor()).isEqualTo(BO);
            assertThat(conflict.since().revision()).isEqualTo(second.number());
        });
    }

    @Test
    void setting_the_same_value_again_makes_it_theirs() {
        Revision first = sets(ANNA, Cells.projectName(), "Norway");
        sets(BO, Cells.projectName(), "Norge");
        sets(BO, Cells.projectName(), "Norway");

        assertThat(Undo.of(project, first, ANNA).conflict()).isPresent();
    }

    @Test
    void what_somebody_else_set_and_took_back_does_not_stand_in_the_way() {
        Revision first = sets(ANNA, Cells.projectName(), "Norway");
        Revision second = sets(BO, Cells.projectName(), "Norge");
        does(BO, second.number(), Undo.of(project, second, BO).changes());

        Undo undo = Undo.of(project, first, ANNA);

        assertThat(undo.conflict()).isEmpty();
        assertThat(undo.changes()).hasSize(1);
    }

    @Test
    void what_jobs_own_is_not_taken_back() {
        Revision version = sets(ANNA, Cells.version(), 2L);

        assertThat(Undo.of(project, version, ANNA)).isEqualTo(new Undo(List.of(), Optional.empty()));
    }

    @Test
    void a_diff_leads_from_one_state_to_the_other() {
        sets(ANNA, Cells.projectName(), "Norway");
        Project before = project;
        sets(ANNA, Cells.projectName(), "Norge");
        sets(ANNA, Cells.targetSize(), 500L);

        Project led = before;
        for (Change<?> change : Diff.between(before, project)) {
            led = change.applyTo(led);
        }

        assertThat(led.cells()).isEqualTo(project.cells());
        assertThat(Diff.between(project, project)).isEmpty();
    }
}
