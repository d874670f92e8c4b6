package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.DataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadFileTest {

    private static final String HEADER = "month,new_cars,electric\n";

    @TempDir
    Path directory;

    /** In the files, a semicolon stands for a line break and a grave accent for a double quote. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a missing column|month,new_cars;2024-01,9|column_missing|cars.csv, line 1, column \"electric\"",
                "a renamed column|month,new_cars,electrics;2024-01,9,1|column_missing|the one called \"electrics\"?",
                "a missing time column|monat,new_cars,electric;2024-01,9,1|column_missing|line 1, column \"month\"",
                "text in a number column|month,new_cars,electric;2024-01,9,1;2024-02,9,n/a|cell_wrong|cars.csv, line 3, column \"electric\": \"n/a\" is not a number",
                "a thousands separator|month,new_cars,electric;2024-01,`9,000`,1|cell_wrong|line 2, column \"new_cars\": \"9,000\" is not a number",
                "a number too large for a double|month,new_cars,electric;2024-01,1e999,1|cell_wrong|line 2, column \"new_cars\"",
                "NaN|month,new_cars,electric;2024-01,NaN,1|cell_wrong|line 2, column \"new_cars\"",
                "a hexadecimal number|month,new_cars,electric;2024-01,0x1p3,1|cell_wrong|line 2, column \"new_cars\"",
                "a month twice|month,new_cars,electric;2024-01,9,1;2024-02,9,1;2024-01,9,1|month_twice|line 4, column \"month\": 2024-01 is already in line 2",
                "a month 13|month,new_cars,electric;2024-13,9,1|cell_wrong|line 2, column \"month\": \"2024-13\" is not a month",
                "a month without a zero|month,new_cars,electric;2024-1,9,1|cell_wrong|write YYYY-MM",
                "an empty month|month,new_cars,electric;,9,1|cell_empty|line 2, column \"month\"",
                "an empty figure|month,new_cars,electric;2024-01,9,|cell_empty|line 2, column \"electric\"",
                "an empty file|''|file_empty|cars.csv is empty",
                "blank lines only|;;|file_empty|cars.csv is empty",
                "a header only|month,new_cars,electric;|file_empty|cars.csv has a header but no rows",
                "a row too short|month,new_cars,electric;2024-01,9|row_ragged|cars.csv, line 2: the row has 2 cells, but the header has 3",
                "a row too long|month,new_cars,electric;2024-01,9,1,|row_ragged|line 2: the row has 4 cells",
                "a blank line inside|month,new_cars,electric;2024-01,9,1;;2024-02,9,1|row_ragged|cars.csv, line 3",
                "below the minimum|month,new_cars,electric;2024-01,9,-1|figure_out_of_bounds|line 2, column \"electric\": -1 is below the minimum of 0",
                "a ratio over zero|month,new_cars,electric;2024-01,9,1;2024-02,0,0|ratio_over_zero|line 3, column \"new_cars\"",
                "a share above 1|month,new_cars,electric;2024-01,9,10|figure_out_of_bounds|line 2, column \"electric_share\"",
                "a column named twice|month,new_cars,new_cars,electric;2024-01,9,9,1|header_wrong|two columns are called \"new_cars\"",
                "a column without a name|month,,new_cars,electric;2024-01,9,9,1|header_wrong|line 1: column 2 has no name",
                "a quote that never closes|month,new_cars,electric;2024-01,9,`1|quote_wrong|cars.csv, line 2",
                "text after a quote|month,new_cars,electric;2024-01,9,`1`2|quote_wrong|cars.csv, line 2",
            })
    void says_what_where_and_what_would_be_right(String name, String csv, String code, String message) {
        EngineException error = failure(csv.replace(';', '\n').replace('`', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessageContaining(message);
    }

    @Test
    void lines_are_counted_as_an_editor_does_when_a_cell_has_a_line_break() {
        var source = new DataSource("notes", "csv", Map.of("path", "notes.csv", "columns", columns()));
        Desk desk = new Desk(directory).file("notes.csv", "note,n\r\n\"two\r\nlines\",1\r\n\"\"\"x\"\"\",y\r\n");

        var error = catchThrowableOfType(EngineException.class, () -> desk.build(null, List.of(), source));

        assertThat(error).hasMessageContaining("notes.csv, line 4, column \"n\": \"y\" is not a number");
    }

    @Test
    void a_file_in_another_encoding_is_refused_at_its_line() {
        byte[] latin = (HEADER + "2024-01,9,1\n2024-02,9,\u00e5\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(failure(latin)).hasMessageContaining("cars.csv, line 3: a byte here is not UTF-8");
        assertThat(failure(HEADER.getBytes(StandardCharsets.UTF_16))).hasMessageContaining("save the file as UTF-8");
        assertThat(failure(new byte[] {'a', 0, 'b'})).hasMessageContaining("not UTF-8");
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_do_no_harm() {
        Desk desk = new Desk(directory);

        var built = desk.buildCars("\uFEFFmonth,new_cars,electric\r2024-01,9,1\r\n\r\n");

        assertThat(desk.read(built, "cars").numbers("electric")).containsExactly(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text for a number|[{'n': 'x'}]|cell_wrong|rows.json, line 1, column \"n\"",
                "a number in quotes|[{'n': '1'}]|cell_wrong|line 1, column \"n\": \"1\" is not a number",
                "null|[{'n': 1},;{'n': null}]|cell_empty|rows.json, line 2, column \"n\"",
                "a missing key|{'n': 1};{}|row_ragged|rows.json, line 2, column \"n\"",
                "another key|{'n': 1};{'n': 1, 'm': 2}|row_ragged|rows.json, line 2, column \"m\"",
                "a key twice|{'n': 1, 'n': 2}|json_wrong|rows.json, line 1",
                "something nested|[{'n': {}}]|json_wrong|rows.json, line 1, column \"n\"",
                "an open array|[{'n': 1}|json_wrong|rows.json, line 1",
                "no rows|[]|file_empty|rows.json has no rows",
                "rows of numbers|[1]|json_wrong|array of objects",
                "text behind the array|[{'n': 1}] 7|json_wrong|array of objects",
                "no JSON|n;1|json_wrong|rows.json, line 1",
            })
    void json_is_checked_as_strictly(String name, String json, String code, String message) {
        var source = new DataSource(
                "rows", "json", Map.of("path", "rows.json", "columns", Map.of("n", Map.of("type", "number"))));
        Desk desk =
                new Desk(directory).file("rows.json", json.replace(';', '\n').replace('\'', '"'));

        var error = catchThrowableOfType(EngineException.class, () -> desk.build(null, List.of(), source));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessageContaining(message);
    }

    @Test
    void parquet_that_is_none_is_refused() {
        var source = new DataSource("p", "parquet", Map.of("path", "p.parquet"));
        Desk desk = new Desk(directory).file("p.parquet", "PAR1 nonsense PAR1");

        var error = catchThrowableOfType(EngineException.class, () -> desk.build(null, List.of(), source));

        assertThat(error).hasMessageContaining("p.parquet can't be read as Parquet");
    }

    private EngineException failure(byte[] csv) {
        Desk desk = new Desk(directory).file("cars.csv", csv);
        return catchThrowableOfType(EngineException.class, () -> desk.build(null, List.of(), Desk.cars()));
    }

    private static Map<String, Object> columns() {
        return Map.of("note", Map.of("type", "text"), "n", Map.of("type", "number"));
    }
}
