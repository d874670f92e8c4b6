package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Calendar;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.DataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real files are like, and what the profile tells of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileCornersTest {

    @TempDir
    private Path directory;

    @Test
    void semicolons_and_decimal_commas_are_configured() {
        Desk desk = new Desk(directory).file("f.csv", "name;x\n\"a;b\";1234,5\nc,d;-0,25\n");

        DataPackage built = desk.build(null, List.of(), european("x", Map.of("type", "number")));

        assertThat(desk.read(built, "f").numbers("x")).containsExactly(1234.5, -0.25);
        assertThat(desk.read(desk.build(null, List.of(), european()), "f").texts("name"))
                .containsExactly("a;b", "c,d");
    }

    @Test
    void a_point_where_a_comma_belongs_is_refused_and_never_read_as_another_figure() {
        Desk desk = new Desk(directory).file("f.csv", "x\n1.234\n");

        assertThatThrownBy(() -> desk.build(null, List.of(), european("x", Map.of("type", "number"))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("\"1.234\" is not a number; write digits with a decimal comma");
    }

    @Test
    void a_comma_is_not_both_delimiter_and_decimal_mark() {
        var source = new DataSource("f", "csv", Map.of("path", "f.csv", "decimal_mark", "comma"));

        assertThatThrownBy(() -> new Desk(directory).file("f.csv", "x\n1\n").build(null, List.of(), source))
                .hasMessageContaining("give another \"delimiter\" too");
        assertThatThrownBy(() -> new Desk(directory)
                        .file("f.json", "[{\"x\": 1}]")
                        .build(
                                null,
                                List.of(),
                                new DataSource("f", "json", Map.of("path", "f.json", "delimiter", "tab"))))
                .hasMessageContaining("delimiter");
    }

    @Test
    void a_quoted_cell_may_go_over_lines_after_a_byte_order_mark() {
        Desk desk = new Desk(directory).file("f.csv", "\uFEFF\"na\"\"me\",x\n\"two\r\nlines\",1\n");

        DataPackage built = desk.build(null, List.of(), new DataSource("f", "csv", Map.of("path", "f.csv")));

        assertThat(desk.read(built, "f").texts("na\"me")).containsExactly("two\nlines");
    }

    @Test
    void parquet_brings_days_whole_numbers_decimals_and_booleans() throws Exception {
        Desk desk =
                parquet("SELECT DATE '2024-01-31' AS day, 7::UTINYINT AS small, 18446744073709551615::UBIGINT AS big,"
                        + " 12.345::DECIMAL(9, 3) AS exact, 170141183460469231731687303715884105727::HUGEINT AS huge,"
                        + " true AS flag, TIMESTAMP '2024-01-31 12:00:00' AS moment"
                        + " UNION ALL SELECT DATE '2024-02-29', 8, 1, -0.5, 2, false, TIMESTAMP '2024-02-29 00:00:00'");

        DataPackage days = desk.build(null, List.of(), source(Map.of()));
        DataPackage months = desk.build(null, List.of(), source(Map.of("time_column", "day")));

        assertThat(desk.read(days, "f").numbers("small")).containsExactly(7, 8);
        assertThat(desk.read(days, "f").numbers("big")).containsExactly(0x1p64, 1);
        assertThat(desk.read(days, "f").numbers("exact")).containsExactly(12.345, -0.5);
        assertThat(desk.read(days, "f").numbers("huge")).containsExactly(0x1p127, 2);
        assertThat(desk.read(days, "f").texts("flag")).containsExactly("true", "false");
        assertThat(desk.read(days, "f").texts("day")).containsExactly("2024-01-31", "2024-02-29");
        assertThat(desk.read(months, "f").texts("day")).containsExactly("2024-01", "2024-02");
        assertThat(months.asOf()).isEqualTo("2024-02");
        assertThat(desk.build("2024-01", List.of(), source(Map.of("time_column", "day")))
                        .sources())
                .singleElement()
                .extracting(DataPackage.SourceNote::rowsAfterAsOf)
                .isEqualTo(1L);
    }

    @Test
    void a_month_that_is_not_there_is_missing_and_told() {
        Desk desk = new Desk(directory);
        Map<String, Object> config = new LinkedHashMap<>(Desk.cars().config());
        config.put(
                "derived", List.of(Map.of("name", "before", "operation", "lag", "of", List.of("electric"), "lag", 2)));
        desk.file("cars.csv", "month,new_cars,electric\n2024-01,9,1\n2024-02,9,2\n2024-04,9,4\n2024-07,9,7\n");

        DataPackage built = desk.build(null, List.of(), new DataSource("cars", "csv", config));

        assertThat(column(built, "month").calendar()).isEqualTo(new Calendar("2024-01", "2024-07", 3, "2024-03"));
        assertThat(built.caveats())
                .contains("Months that \"cars\" does not have between 2024-01 and 2024-07: 3, the first is 2024-03.");
        assertThat(desk.read(built, "cars").numbers("before")).containsExactly(Double.NaN, Double.NaN, 2, Double.NaN);
    }

    @Test
    void rows_and_cells_that_are_there_twice_are_counted() {
        Desk desk = new Desk(directory).file("f.csv", "age,count\nyoung,1\nold,2\nyoung,1\nyoung,2\n");

        DataPackage built = desk.build(null, List.of(), new DataSource("f", "csv", Map.of("path", "f.csv")));

        assertThat(built.tables().get(0).duplicateRows()).isEqualTo(1);
        assertThat(column(built, "age").duplicates()).isEqualTo(2);
        assertThat(built.caveats()).contains("Rows of \"f\" that say the same as one before them: 1. Each counts.");
    }

    @Test
    void fetching_the_same_bytes_again_gives_the_same_package() {
        Desk desk = new Desk(directory);
        DataPackage first = desk.buildCars("month,new_cars,electric\n2024-01,9,1\n");

        DataPackage again =
                desk.file("cars.csv", "month,new_cars,electric\n2024-01,9,1\n").build(null, List.of(), Desk.cars());

        assertThat(again).isEqualTo(first);
    }

    private static ColumnProfile column(DataPackage built, String name) {
        return built.tables().get(0).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DataSource european(Object... column) {
        Map<String, Object> config =
                new LinkedHashMap<>(Map.of("path", "f.csv", "delimiter", "semicolon", "decimal_mark", "comma"));
        if (column.length > 0) {
            config.put("columns", Map.of(column[0], column[1]));
        }
        return new DataSource("f", "csv", config);
    }

    private static DataSource source(Map<String, Object> more) {
        Map<String, Object> config = new LinkedHashMap<>(Map.of("path", "f.parquet"));
        config.putAll(more);
        return new DataSource("f", "parquet", config);
    }

    private Desk parquet(String select) throws Exception {
        try (PrivateDatabase database = PrivateDatabase.open()) {
            database.execute("COPY (" + select + ") TO " + database.quoted("c") + " (FORMAT parquet)");
            return new Desk(directory).file("f.parquet", Files.readAllBytes(database.path("c")));
        }
    }
}
