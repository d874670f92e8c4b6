package io.futureos.studio.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.MissedPolicy;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.UserId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalFormTest {

    private static final UserId ANNA = UserId.of("00000000-0000-4000-8000-00000000a11a");
    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");

    private final JournalForm form = new JournalForm();

    private static Revision revision(Change<?>... changes) {
        return new Revision(
                1,
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                ANNA,
                NOON,
                "data",
                "override_value",
                "Set something",
                true,
                null,
                null,
                List.of(changes));
    }

    @Test
    void a_revision_is_its_header_and_its_changes_as_path_before_and_after() {
        Revision revision = revision(new Change<>(Cells.projectName(), Optional.empty(), Optional.of("Norway")));

        Map<String, Object> written = form.write(revision);

        assertThat(written)
                .containsEntry("schema", 1L)
                .containsEntry("number", 1L)
                .containsEntry("actor", ANNA.toString())
                .containsEntry("at", "2025-01-01T12:00:00Z")
                .containsEntry("changes", List.of(Arrays.<Object>asList("project/name", null, "Norway")));
        assertThat(form.read(written)).isEqualTo(revision);
    }

    @Test
    void a_cell_that_this_version_does_not_know_is_carried_along_untouched() {
        Map<String, Object> fromTheFuture = new LinkedHashMap<>(form.write(revision()));
        fromTheFuture.put(
                "changes", List.of(Arrays.<Object>asList("hologram/room%2F7/depth", null, Map.of("metres", 3L))));

        Revision read = form.read(fromTheFuture);
        Project project = read.applyTo(Project.empty(new ProjectId(new UUID(0, 1)), NOON));

        assertThat(project.cells()).containsEntry(new CellPath("hologram/room%2F7/depth"), Map.of("metres", 3L));
        assertThat(form.write(read)).isEqualTo(fromTheFuture);
    }

    @Test
    void an_older_schema_is_brought_up_to_date_step_by_step() {
        var upToDate = new JournalForm(3, List.of(renaming(1, "old_name"), renaming(2, "middle_name")));
        Map<String, Object> old = new LinkedHashMap<>(form.write(revision()));
        old.put("schema", 1L);
        old.put("old_name", old.remove("summary"));

        assertThat(upToDate.read(old).summary()).isEqualTo("Set something");
    }

    /** Renames a field to what the next schema calls it. */
    private static Upcaster renaming(int from, String field) {
        return new Upcaster() {
            @Override
            public int from() {
                return from;
            }

            @Override
            public Map<String, Object> upcast(Map<String, Object> revision) {
                var next = new LinkedHashMap<>(revision);
                next.put(from == 1 ? "middle_name" : "summary", next.remove(field));
                return next;
            }
        };
    }

    @Test
    void a_schedule_of_the_first_days_has_the_defaults_of_today() {
        Cell<Schedule> cell = Cells.schedule(new UUID(1, 2));
        Map<String, Object> old = new LinkedHashMap<>(form.write(revision()));
        old.put(
                "changes",
                List.of(Arrays.<Object>asList(
                        cell.path().text(),
                        null,
                        Map.of("frequency", "weekly", "time_zone", "Europe/Oslo", "recipients", List.of("a@b")))));

        assertThat(form.read(old).changes())
                .isEqualTo(List.of(new Change<>(
                        cell,
                        Optional.empty(),
                        Optional.of(new Schedule(
                                "weekly",
                                "Europe/Oslo",
                                LocalTime.of(8, 0),
                                DayOfWeek.MONDAY,
                                null,
                                MissedPolicy.LATEST,
                                List.of(),
                                false,
                                List.of("a@b"))))));
    }

    @Test
    void a_schedule_is_journalled_whole() {
        Cell<Schedule> cell = Cells.schedule(new UUID(1, 2));
        var schedule = new Schedule(
                "monthly",
                "Asia/Gaza",
                LocalTime.of(0, 30),
                null,
                31,
                MissedPolicy.SKIP,
                List.of(ExportFormat.PPTX),
                true,
                List.of("a@b"));
        Revision revision = revision(new Change<>(cell, Optional.empty(), Optional.of(schedule)));

        Map<String, Object> written = form.write(revision);

        assertThat(written)
                .containsEntry(
                        "changes",
                        List.of(Arrays.<Object>asList(
                                cell.path().text(),
                                null,
                                Map.of(
                                        "frequency",
                                        "monthly",
                                        "time_zone",
                                        "Asia/Gaza",
                                        "time",
                                        "00:30",
                                        "day_of_month",
                                        31L,
                                        "missed",
                                        "skip",
                                        "formats",
                                        List.of("pptx"),
                                        "refresh",
                                        true,
                                        "recipients",
                                        List.of("a@b")))));
        assertThat(form.read(written)).isEqualTo(revision);
    }

    @Test
    void a_newer_schema_is_refused_with_what_to_do() {
        Map<String, Object> newer = new LinkedHashMap<>(form.write(revision()));
        newer.put("schema", 9L);

        assertThatThrownBy(() -> form.read(newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema 9")
                .hasMessageContaining("use a newer version");
    }

    @Test
    void a_value_that_no_version_writes_is_named() {
        Map<String, Object> broken = new LinkedHashMap<>(form.write(revision()));
        broken.put("changes", List.of(Arrays.<Object>asList("collaborator/" + ANNA, null, "emperor")));

        assertThatThrownBy(() -> form.read(broken)).hasMessageContaining("Role").hasMessageContaining("emperor");
    }

    @Test
    void every_cell_of_the_catalogue_is_found_again_by_its_path() {
        var cells = new ArrayList<Cell<?>>(List.of(
                Cells.projectName(),
                Cells.question(),
                Cells.asOf(),
                Cells.owner(),
                Cells.team(),
                Cells.deletedAt(),
                Cells.version(),
                Cells.collaborator(ANNA),
                Cells.source("a/b"),
                Cells.dataOverride("x[2024-01]"),
                Cells.populationConfig(),
                Cells.adjustment("age"),
                Cells.archetype("a1"),
                Cells.targetSize(),
                Cells.populationSeed(),
                Cells.simulationConfig(),
                Cells.lastRun(),
                Cells.reportConfig(),
                Cells.annotation(new UUID(1, 2)),
                Cells.schedule(new UUID(1, 2)),
                Cells.delivered(new UUID(1, 2))));
        for (Cell<?> cell : cells) {
            assertThat(Cells.at(cell.path()).type()).as(cell.toString()).isSameAs(cell.type());
            assertThat(Cells.at(cell.path()).undoable()).as(cell.toString()).isEqualTo(cell.undoable());
        }
    }
}
