package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.ANNA;
import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.ProjectIndex.Slice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListsTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    @Test
    void lists_need_neither_the_state_nor_the_journal_nor_checkpoints() {
        PostgresStorage storage = DATABASE.emptied();
        ProjectId project = Commits.newProject();
        Commit commit = renaming(project, 1);
        storage.journal().append(project, commit);

        DATABASE.run("DROP TABLE studio_journal, studio_checkpoints");
        DATABASE.run("ALTER TABLE studio_projects DROP COLUMN workbench_states, DROP COLUMN modification_log");

        assertThat(storage.projects().ofUser(ANNA, new Slice(null, 10))).containsExactly(commit.summary());
        assertThat(storage.projects().unsaved(10)).containsExactly(commit.summary());
    }
}
