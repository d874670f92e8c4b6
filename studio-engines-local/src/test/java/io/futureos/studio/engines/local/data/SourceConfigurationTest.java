package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.futureos.studio.engine.DataOrchestrator.SourceInfo;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.DataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceConfigurationTest {

    @TempDir
    Path directory;

    @Test
    void the_vocabulary_is_what_the_configuration_promises_without_a_file() {
        List<Variable> promised = new Desk(directory).data.vocabulary(List.of(Desk.cars()));

        assertThat(promised)
                .extracting(Variable::name)
                .containsExactlyInAnyOrder("new_cars", "electric", "electric_share");
    }

    @Test
    void an_unknown_key_is_answered_with_the_nearest_right_one() {
        assertThat(refusal("pth", "x"))
                .hasMessageContaining("Source \"cars\": /pth is not understood; did you mean \"path\"?");
        assertThat(refusal("columns", Map.of("new_cars", Map.of("typ", "number"))))
                .hasMessageContaining("/columns/new_cars/typ is not understood; did you mean \"type\"?");
        assertThat(refusal("zzzzzz", 1)).hasMessageContaining("there is: path, title, citation");
    }

    @Test
    void a_value_that_does_not_fit_is_named_with_what_would() {
        assertThat(refusal("time_column", 7)).hasMessageContaining("/time_column is 7; expected text");
        assertThat(refusal("columns", Map.of("new_cars", Map.of("type", "date"))))
                .hasMessageContaining("expected one of number, text, month, boolean");
        assertThat(refusal("derived", List.of(Map.of("name", "x", "operation", "sql", "of", List.of("a")))))
                .hasMessageContaining("expected one of ratio, difference, product, lag");
        assertThat(refusal("derived", List.of(Map.of("name", "x", "operation", "ratio", "of", List.of("electric")))))
                .hasMessageContaining("a ratio is of two columns");
        assertThat(refusal(
                        "derived",
                        List.of(Map.of("name", "x", "operation", "ratio", "of", List.of("electric", "cars")))))
                .hasMessageContaining("names \"cars\", which is no column before it");
    }

    @Test
    void a_variable_that_two_sources_promise_is_refused() {
        var twice = List.of(Desk.cars(), new DataSource("more_cars", "csv", Desk.CARS));

        assertThat(catchThrowableOfType(EngineException.class, () -> new Desk(directory).data.vocabulary(twice)))
                .hasMessageContaining("comes from both source \"cars\" and source \"more_cars\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../secret.csv",
                "a/../../secret.csv",
                "link.csv",
                "C:\\secret.csv",
                "..\\secret.csv"
            })
    void a_path_that_leads_outside_is_refused(String path) throws Exception {
        Path outside = Files.writeString(directory.resolve("secret.csv"), "a\n1\n");
        Path inside = Files.createDirectory(directory.resolve("data"));
        Files.createSymbolicLink(inside.resolve("link.csv"), outside);

        assertThat(fetchFailure(inside, path).code()).isEqualTo("path_outside");
    }

    @Test
    void a_file_that_cannot_be_used_is_named() throws Exception {
        Files.createDirectory(directory.resolve("folder"));
        Files.writeString(directory.resolve("new-cars.csv"), "a\n1\n");

        assertThat(fetchFailure(directory, "new-car.csv"))
                .hasMessageContaining("new-car.csv (source \"cars\") is missing; did you mean new-cars.csv?");
        assertThat(fetchFailure(directory, "folder")).hasMessageContaining("is a directory; name a file");
        var small = SourceFiles.under(directory, 3);
        var source = FileSource.of(new DataSource("cars", "csv", Map.of("path", "new-cars.csv")), SourceFormat.CSV);
        assertThat(catchThrowableOfType(EngineException.class, () -> small.read(source))
                        .code())
                .isEqualTo("file_too_large");
    }

    @Test
    void without_a_directory_no_file_can_be_read() {
        var data = LocalDataOrchestrator.withoutFiles();

        assertThat(catchThrowableOfType(EngineException.class, () -> data.fetch(Desk.cars(), new BlobsInMemory())))
                .hasMessageContaining("no data directory");
    }

    @Test
    void files_that_nobody_configured_are_offered() {
        Desk desk = new Desk(directory)
                .file("cars.csv", "a\n1\n")
                .file("Cars Again.csv", "a\n1\n")
                .file("rows.json", "[]")
                .file("template.json", "{\n}")
                .file("notes.txt", "");

        List<SourceInfo> found = desk.data.explore(List.of(Desk.cars()), desk.blobs);

        assertThat(found)
                .extracting(info -> info.state() + " " + info.type() + " " + info.name())
                .containsExactly("configured csv cars", "available csv cars_again", "available json rows");
    }

    @Test
    void the_database_reads_and_writes_nothing_outside_of_its_directory() throws Exception {
        Files.writeString(directory.resolve("secret.csv"), "a\n1\n");
        try (PrivateDatabase database = PrivateDatabase.open()) {
            for (String sql : List.of(
                    "SELECT * FROM read_csv('" + directory + "/secret.csv')",
                    "COPY (SELECT 1) TO '" + directory + "/out.csv'",
                    "ATTACH '" + directory + "/x.db'",
                    "INSTALL httpfs",
                    "SET enable_external_access=true")) {
                assertThatThrownBy(() -> database.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
    }

    private EngineException fetchFailure(Path base, String path) {
        var source = new DataSource("cars", "csv", Map.of("path", path));
        var data = LocalDataOrchestrator.readingFrom(base);
        return catchThrowableOfType(EngineException.class, () -> data.fetch(source, new BlobsInMemory()));
    }

    private EngineException refusal(String key, Object value) {
        Map<String, Object> config = new HashMap<>(Desk.CARS);
        config.put(key, value);
        if (key.equals("columns")) {
            config.remove("derived");
        }
        var source = new DataSource("cars", "csv", config);
        return catchThrowableOfType(EngineException.class, () -> new Desk(directory).data.vocabulary(List.of(source)));
    }
}
