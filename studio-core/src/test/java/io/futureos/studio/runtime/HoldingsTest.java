package io.futureos.studio.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.RawPin;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import java.time.Duration;
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

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldingsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(30);
    private static final UserId ANNA = new UserId(new UUID(0, 0xA));
    private static final Fingerprint INPUTS = Fingerprint.of("inputs");
    private static final Cell<Output> DATA = Cells.made(Lane.DATA, INPUTS);
    private static final Cell<Output> HTML = Cells.made(Lane.export(ExportFormat.HTML), INPUTS);
    private static final BlobKey OLD = BlobKey.of("old".getBytes(UTF_8));
    private static final BlobKey NEW = BlobKey.of("new".getBytes(UTF_8));

    private final Holdings holdings = new Holdings(NOW.minus(KEPT));
    private Project project = Project.empty(new ProjectId(new UUID(0, 1)), NOW);

    private static Output output(BlobKey result) {
        return new Output(new UUID(0, 1), INPUTS, result, Map.of(), Map.of("basis", INPUTS.value()), 1, 1, "toy");
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private <T> void set(int daysAgo, Cell<T> cell, T value) {
        revise(daysAgo, false, null, new Change<>(cell, cell.get(project), Optional.of(value)));
    }

    private <T> void clear(int daysAgo, Cell<T> cell) {
        revise(daysAgo, false, null, new Change<>(cell, cell.get(project), Optional.empty()));
    }

    private void cutVersion(int daysAgo) {
        set(daysAgo, Cells.version(), project.get(Cells.version()).orElse(0L) + 1);
    }

    private void revise(int daysAgo, boolean reversible, @Nullable Long undoes, Change<?> change) {
        var revision = new Revision(
                project.revision() + 1,
                new UUID(1, project.revision()),
                ANNA,
                daysAgo(daysAgo),
                "data",
                "something",
                "Did something",
                reversible,
                undoes,
                null,
                List.of(change));
        project = revision.applyTo(project);
        holdings.add(revision);
    }

    @Test
    void what_cells_name_is_needed() {
        var scenario = new ScenarioId(new UUID(2, 2));
        BlobKey checkpoint = BlobKey.of("checkpoint".getBytes(UTF_8));
        BlobKey raw = BlobKey.of("raw".getBytes(UTF_8));
        set(400, DATA, output(OLD));
        set(400, Cells.raw("share", INPUTS), new RawPin(raw, 3));
        set(400, Cells.runRecord(scenario), new RunRecord(1, 2, NEW, checkpoint, INPUTS));

        assertThat(holdings.blobs()).isEqualTo(Set.of(OLD, NEW, checkpoint, raw));
    }

    @Test
    void what_a_cell_names_that_this_library_does_not_know_is_needed() {
        @SuppressWarnings("unchecked") // an unknown cell holds any open value
        var hologram = (Cell<Object>) Cells.at(CellPath.of("hologram", "of", "norway"));

        set(400, hologram, Map.of("blob", OLD.toString()));

        assertThat(holdings.blobs()).containsExactly(OLD);
    }

    @Test
    void what_was_dropped_long_ago_is_not_needed() {
        set(400, DATA, output(OLD));
        set(31, DATA, output(NEW));

        assertThat(holdings.blobs()).containsExactly(NEW);
    }

    @Test
    void what_was_dropped_lately_is_needed_however_old_it_is() {
        set(400, DATA, output(OLD));
        set(30, DATA, output(NEW));
        clear(0, DATA);

        assertThat(holdings.blobs()).containsExactlyInAnyOrder(OLD, NEW);
    }

    @Test
    void what_a_version_holds_is_needed_for_good() {
        set(400, DATA, output(OLD));
        cutVersion(390);
        set(380, DATA, output(NEW));
        clear(370, DATA);

        assertThat(holdings.blobs()).containsExactly(OLD);
    }

    @Test
    void a_file_is_not_needed_because_a_version_holds_it() {
        set(400, HTML, output(OLD));
        cutVersion(390);
        clear(380, HTML);
        set(370, HTML, output(NEW));

        assertThat(holdings.blobs()).containsExactly(NEW);
    }

    @Test
    void what_an_undo_may_bring_back_is_needed_for_good() {
        set(400, DATA, output(OLD));
        revise(390, true, null, new Change<>(DATA, DATA.get(project), Optional.empty()));

        assertThat(holdings.blobs()).containsExactly(OLD);
    }

    @Test
    void what_a_redo_may_bring_back_is_needed_for_good() {
        set(400, DATA, output(OLD));
        revise(390, true, null, new Change<>(DATA, DATA.get(project), Optional.of(output(NEW))));
        revise(380, false, 2L, new Change<>(DATA, DATA.get(project), Optional.of(output(OLD))));

        assertThat(holdings.blobs()).containsExactlyInAnyOrder(OLD, NEW);
    }

    @Test
    void a_file_is_as_old_as_its_cell() {
        set(91, HTML, output(OLD));
        assertThat(holdings.hasExportFromBefore(daysAgo(90))).isTrue();

        set(89, HTML, output(NEW));
        assertThat(holdings.hasExportFromBefore(daysAgo(90))).isFalse();
        set(100, DATA, output(NEW));
        assertThat(holdings.hasExportFromBefore(daysAgo(90))).isFalse();
    }
}
