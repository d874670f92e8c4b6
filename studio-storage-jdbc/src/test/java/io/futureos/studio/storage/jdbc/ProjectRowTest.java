package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.ANNA;
import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Commit;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectRowTest {

    private static final UserId BEN = UserId.of("00000000-0000-4000-8000-00000000be00");
    private static final UserId CLEO = UserId.of("00000000-0000-4000-8000-0000000c1e00");

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private final PostgresStorage storage = DATABASE.emptied();
    private final ProjectId project = Commits.newProject();

    @Test
    void a_row_that_tells_of_a_later_revision_stays_as_it_is() {
        Commit second = renaming(project, 2);
        storage.journal().append(project, renaming(project, 1));
        storage.journal().append(project, second);

        DATABASE.write(handle -> ProjectRow.write(handle, with(Map.of(BEN, Role.OWNER), 1)));

        assertThat(storage.projects().find(project)).contains(second.summary());
    }

    @Test
    void collaborators_come_go_and_get_other_roles() {
        DATABASE.write(handle -> ProjectRow.write(handle, with(Map.of(ANNA, Role.OWNER, BEN, Role.EDITOR), 1)));
        DATABASE.write(handle -> ProjectRow.write(handle, with(Map.of(BEN, Role.OWNER, CLEO, Role.VIEWER), 2)));

        assertThat(storage.projects().find(project)).contains(with(Map.of(BEN, Role.OWNER, CLEO, Role.VIEWER), 2));
    }

    @Test
    void rows_of_collaborators_for_whom_nothing_changed_are_not_written_again() {
        storage.journal().append(project, renaming(project, 1));
        String written = DATABASE.one("SELECT xmin FROM studio_collaborators");

        storage.journal().append(project, renaming(project, 2));

        assertThat(DATABASE.one("SELECT xmin || ' ' || xmax FROM studio_collaborators"))
                .isEqualTo(written + " 0");
    }

    private ProjectSummary with(Map<UserId, Role> collaborators, long revision) {
        ProjectSummary plain = Commits.summary(project, revision, "A project");
        return new ProjectSummary(
                project,
                plain.owner(),
                plain.team(),
                plain.name(),
                plain.description(),
                plain.status(),
                plain.version(),
                plain.versionRevision(),
                revision,
                plain.createdAt(),
                plain.updatedAt(),
                plain.deletedAt(),
                collaborators,
                plain.agenda());
    }
}
