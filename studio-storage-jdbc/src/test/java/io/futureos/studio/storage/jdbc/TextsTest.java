package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.ANNA;
import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private final PostgresStorage storage = DATABASE.emptied();
    private final ProjectId project = Commits.newProject();

    @Test
    void text_of_any_script_comes_back_as_it_was() {
        Commit commit = renaming(project, 1, "\"\\/\b\f\n\r\t\u001f\u2028 Ærlig øl \ud83d\ude97 ' ; -- :name ? %");

        storage.journal().append(project, commit);

        assertThat(storage.journal().after(project, 0)).containsExactly(commit.revision());
        assertThat(storage.projects().find(project)).contains(commit.summary());
    }

    @Test
    void a_name_that_postgresql_can_t_hold_leaves_nothing_behind() {
        Commit plain = renaming(project, 1);
        Commit commit = new Commit(plain.revision(), Commits.summary(project, 1, "nul \0 in it"), null, null);

        assertThatThrownBy(() -> storage.journal().append(project, commit)).isInstanceOf(StorageException.class);

        assertThat(storage.journal().head(project)).isZero();
        assertThat(storage.projects().find(project)).isEmpty();
    }

    @Test
    void an_error_says_what_went_wrong_but_not_what_was_to_be_written() {
        Commit commit =
                new Commit(renaming(project, 1).revision(), Commits.summary(project, 1, "secret \0"), null, null);

        assertThatThrownBy(() -> storage.journal().append(project, commit))
                .hasMessageContaining("revision 1 of project " + project)
                .hasMessageContaining("SQLSTATE 22021")
                .hasCauseInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
    }

    private static String stackTrace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void an_answer_keeps_the_order_of_its_fields() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("zebra", 1L);
        answer.put("a", "first in the alphabet, and the shorter key");
        Commit plain = renaming(project, 1);
        var receipt = new Receipt(
                ANNA,
                UUID.randomUUID(),
                Fingerprint.of("request"),
                project,
                1,
                plain.revision().at(),
                answer);

        storage.journal().append(project, new Commit(plain.revision(), plain.summary(), receipt, null));

        assertThat(storage.receipts().find(ANNA, receipt.command()))
                .contains(receipt)
                .hasValueSatisfying(found -> assertThat(found.answer()).containsExactlyEntriesOf(answer));
    }
}
