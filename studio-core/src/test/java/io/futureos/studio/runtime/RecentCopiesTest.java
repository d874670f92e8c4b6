package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecentCopiesTest {

    private static final UserId ANNA = new UserId(new UUID(0, 0xA));
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final RecentCopies recent = new RecentCopies();
    private WorkingCopy copy = WorkingCopy.of(Project.empty(new ProjectId(new UUID(0, 1)), NOON));

    @Test
    void the_newest_are_there_themselves() {
        grow(500);

        for (long revision = 500; revision > 500 - RecentCopies.NEWEST; revision--) {
            assertThat(recent.upTo(revision).orElseThrow().revision()).isEqualTo(revision);
        }
        assertThat(recent.upTo(1_000).orElseThrow().revision()).isEqualTo(500);
    }

    @Test
    void to_older_ones_it_is_never_far() {
        grow(5_000);

        for (long revision = RecentCopies.STRIDE; revision <= 5_000; revision++) {
            assertThat(recent.upTo(revision).orElseThrow().revision())
                    .isBetween(revision - RecentCopies.STRIDE, revision);
        }
    }

    @Test
    void what_is_too_old_is_not_there() {
        grow(RecentCopies.STRIDE * (RecentCopies.OLDER + 3));

        assertThat(recent.upTo(RecentCopies.STRIDE)).isEmpty();
        assertThat(recent.upTo(4 * RecentCopies.STRIDE)).isPresent();
    }

    @Test
    void there_is_nothing_before_the_first() {
        assertThat(recent.upTo(10)).isEmpty();
        copy = copy.with(revision(1));
        copy = copy.with(revision(2));
        recent.add(copy);

        assertThat(recent.upTo(1)).isEmpty();
        assertThat(recent.upTo(2)).isPresent();
    }

    private void grow(long to) {
        for (long number = 1; number <= to; number++) {
            copy = copy.with(revision(number));
            recent.add(copy);
        }
    }

    private static Revision revision(long number) {
        return new Revision(
                number,
                new UUID(number, 0),
                ANNA,
                NOON,
                "project",
                "rename",
                "Renamed",
                true,
                null,
                null,
                List.of(new Change<>(Cells.projectName(), Optional.empty(), Optional.of("Norway " + number))));
    }
}
