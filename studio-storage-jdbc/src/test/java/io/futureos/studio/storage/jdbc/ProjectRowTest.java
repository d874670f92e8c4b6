package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.ANNA;
import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void create() {
        storage.journal().append(project, renaming(project, 1));
    }

    @Test
    void collaborators_come_go_and_get_other_roles() {
        set(Map.of(ANNA, Role.OWNER, BEN, Role.EDITOR));
        set(Map.of(BEN, Role.OWNER, CLEO, Role.VIEWER));

        assertThat(storage.projects().find(project).orElseThrow().collaborators())
                .isEqualTo(Map.of(BEN, Role.OWNER, CLEO, Role.VIEWER));
    }

    private void set(Map<UserId, Role> collaborators) {
        DATABASE.write(handle -> ProjectRow.setCollaborators(handle, with(collaborators)));
    }

    @Test
    void rows_of_collaborators_for_whom_nothing_changed_are_not_written_again() {
        set(Map.of(ANNA, Role.OWNER, BEN, Role.EDITOR));
        String written = rows();

        set(Map.of(ANNA, Role.OWNER, BEN, Role.EDITOR));

        assertThat(rows()).isEqualTo(written);
    }

    private static String rows() {
        return DATABASE.one("SELECT string_agg(xmin || ' ' || xmax, ', ' ORDER BY user_id) FROM studio_collaborators");
    }

    private ProjectSummary with(Map<UserId, Role> collaborators) {
        ProjectSummary plain = Commits.summary(project, 1, "A project");
        return new ProjectSummary(
                project,
                plain.owner(),
                plain.team(),
                plain.name(),
                plain.description(),
                plain.status(),
                plain.version(),
                plain.versionRevision(),
                1,
                plain.createdAt(),
                plain.updatedAt(),
                plain.deletedAt(),
                collaborators,
                plain.agenda());
    }
}
