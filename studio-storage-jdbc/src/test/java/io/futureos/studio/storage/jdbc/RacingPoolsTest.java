package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.RevisionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RacingPoolsTest {

    private static final int ROUNDS = 150;

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"read\\ committed", "repeatable\\ read", "serializable"})
    void of_two_nodes_that_append_the_same_revision_one_is_told_at_every_isolation(String isolation) {
        PostgresStorage here = DATABASE.emptied();
        ProjectId project = Commits.newProject();
        String options = "&options=-c%20default_transaction_isolation=" + isolation.replace(" ", "%20");

        List<UUID> accepted = new ArrayList<>();
        try (HikariDataSource one = DATABASE.anotherPool(options);
                HikariDataSource other = DATABASE.anotherPool(options)) {
            Journal first = PostgresStorage.over(one).journal();
            Journal second = PostgresStorage.over(other).journal();
            for (long number = 1; number <= ROUNDS; number++) {
                Commit mine = renaming(project, number, "mine");
                Commit theirs = renaming(project, number, "theirs");
                var race = CompletableFuture.supplyAsync(() -> isAccepted(first, project, mine));
                if (isAccepted(second, project, theirs)) {
                    accepted.add(theirs.revision().id());
                }
                if (race.join()) {
                    accepted.add(mine.revision().id());
                }
            }
        }

        assertThat(here.journal().after(project, 0)).extracting(Revision::id).containsExactlyElementsOf(accepted);
        assertThat(here.projects().find(project))
                .hasValueSatisfying(summary -> assertThat(summary.revision()).isEqualTo(ROUNDS));
    }

    private static boolean isAccepted(Journal journal, ProjectId project, Commit commit) {
        try {
            journal.append(project, commit);
            return true;
        } catch (RevisionConflictException e) {
            return false;
        }
    }
}
