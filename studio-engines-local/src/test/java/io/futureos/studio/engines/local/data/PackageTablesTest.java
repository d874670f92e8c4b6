package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PackageTablesTest {

    private final BlobsInMemory blobs = new BlobsInMemory();

    @Test
    void a_table_comes_back_with_numbers_and_texts_and_what_is_missing() throws Exception {
        Table table = stored("SELECT * FROM (VALUES ('2024-01', 1.5, 'a''b'), ('2024-02', NULL, NULL))"
                + " t(month, \"odd \"\"name\", note)");

        TableData data = PackageTables.read(table, blobs);

        assertThat(data.texts("month")).containsExactly("2024-01", "2024-02");
        assertThat(data.numbers("odd \"name")).containsExactly(1.5, Double.NaN);
        assertThat(data.texts("note")).containsExactly("a'b", "");
    }

    @Test
    void bytes_that_are_no_parquet_are_an_error_that_names_the_table() {
        var table = new Table(
                "new_cars", blobs.store("nonsense".getBytes(StandardCharsets.UTF_8)), 1, null, List.of(text("month")));

        assertThatThrownBy(() -> PackageTables.read(table, blobs))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("new_cars")
                .hasMessageContaining("build the data package again");
    }

    private Table stored(String select) throws Exception {
        try (PrivateDatabase database = PrivateDatabase.open()) {
            database.execute("COPY (" + select + ") TO " + database.quoted("made.parquet") + " (FORMAT parquet)");
            byte[] parquet = Files.readAllBytes(database.path("made.parquet"));
            var number = new ColumnProfile("odd \"name", "number", 1, 1, List.of(), false);
            return new Table(
                    "new_cars", blobs.store(parquet), 2, "month", List.of(text("month"), number, text("note")));
        }
    }

    private static ColumnProfile text(String name) {
        return new ColumnProfile(name, "text", 0, 2, List.of(), false);
    }
}
