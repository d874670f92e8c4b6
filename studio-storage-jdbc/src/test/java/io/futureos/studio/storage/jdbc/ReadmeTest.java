package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.StorageProblem;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the README says of PostgreSQL is so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private final UserId analyst = People.somebody();

    private static StudioOrchestrator studio(DataSource dataSource, Engines engines) {
        StudioSchema.migrate(dataSource);
        return StudioOrchestrator.builder()
                .storage(PostgresStorage.over(dataSource))
                .engines(engines)
                .build();
    }

    @Test
    void its_projects_outlive_a_studio() {
        try (HikariDataSource database = Databases.bare()) {
            ProjectId project;
            try (StudioOrchestrator studio = studio(database, new ToyEngines())) {
                project = studio.projects()
                        .create(new ProjectCreate(analyst, "Norway", null))
                        .projectId();
            }
            try (StudioOrchestrator later = studio(database, new ToyEngines())) {
                assertThat(later.projects().load(project, analyst).projectName())
                        .isEqualTo("Norway");
            }
        }
    }

    @Test
    void the_tables_may_lie_in_any_schema() {
        try (HikariDataSource database = Databases.bare()) {
            Jdbi.create(database).useHandle(handle -> handle.execute("CREATE SCHEMA forecasts"));
            try (HikariDataSource inSchema = Databases.pool(database.getJdbcUrl() + "&currentSchema=forecasts");
                    StudioOrchestrator studio = studio(inSchema, new ToyEngines())) {
                studio.projects().create(new ProjectCreate(analyst, "Norway", null));
            }
            int shown = Jdbi.create(database)
                    .withHandle(
                            handle -> handle.createQuery("""
                                    SELECT count(*) FROM forecasts.studio_projects
                                    WHERE to_regclass('public.studio_projects') IS NULL""").mapTo(int.class).one());
            assertThat(shown).isEqualTo(1);
        }
    }

    @Test
    void the_codes_that_are_listed_are_those_that_there_are() throws IOException {
        String page = Files.readString(MODULE.resolveSibling("docs/postgresql.md"));

        List<String> listed = page.lines()
                .filter(line -> line.startsWith("| `storage_"))
                .map(line -> line.split("`", -1)[1] + (line.endsWith("| yes |") ? " passes" : ""))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(StorageProblem.values())
                        .map(problem -> problem.code() + (problem.passes() ? " passes" : ""))
                        .toList());
    }

    @Test
    void the_rights_that_the_readme_names_are_enough_to_work_and_not_to_change_tables() throws IOException {
        assertThat(Files.readString(MODULE.resolveSibling("README.md")).replace('\n', ' '))
                .contains("`SELECT`, `INSERT`, `UPDATE` and `DELETE`");
        try (HikariDataSource database = Databases.studio()) {
            Jdbi.create(database).useHandle(handle -> {
                handle.execute("DROP ROLE IF EXISTS worker");
                handle.execute("CREATE ROLE worker LOGIN");
                handle.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO worker");
            });
            try (HikariDataSource worker =
                            Databases.pool(database.getJdbcUrl().replace("user=postgres", "user=worker"));
                    StudioOrchestrator studio = StudioOrchestrator.builder()
                            .storage(PostgresStorage.over(worker))
                            .engines(new ToyEngines())
                            .build()) {
                ProjectId project = studio.projects()
                        .create(new ProjectCreate(analyst, "Norway", null))
                        .projectId();
                studio.projects().save(project, analyst, "To keep");
                studio.sweep();

                assertThatThrownBy(() -> Jdbi.create(worker)
                                .useHandle(handle -> handle.execute("CREATE TABLE public.studio_own (x INTEGER)")))
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
