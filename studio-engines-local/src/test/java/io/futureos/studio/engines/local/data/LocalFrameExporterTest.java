package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalFrameExporterTest {

    private static final List<Frame> FRAMES = List.of(
            new Frame(1, "2025-01", Map.of("median", 0.9, "by_archetype", Map.of("a,1", 0.5))),
            new Frame(2, "2025-02", Map.of("median", 0.91)));

    private final LocalFrameExporter exporter = new LocalFrameExporter();

    private byte[] written(List<Frame> frames, DataFormat format) {
        var file = new ByteArrayOutputStream();
        try {
            exporter.export(frames, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Test
    void a_csv_has_a_row_a_month_and_a_column_a_figure() {
        String csv = new String(written(FRAMES, DataFormat.CSV), StandardCharsets.UTF_8);

        assertThat(csv.lines())
                .containsExactly("tick,period,\"by_archetype.a,1\",median", "1,2025-01,0.5,0.9", "2,2025-02,,0.91");
    }

    @Test
    void json_is_a_list_of_objects_with_numbers_as_numbers() {
        Object json = StudioJson.read(written(FRAMES, DataFormat.JSON));

        assertThat((List<?>) json)
                .first()
                .isEqualTo(Map.of("tick", 1L, "period", "2025-01", "by_archetype.a,1", 0.5, "median", 0.9));
    }

    @Test
    void parquet_has_its_magic_number_and_equal_frames_give_equal_bytes() {
        byte[] parquet = written(FRAMES, DataFormat.PARQUET);

        assertThat(new String(parquet, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(written(FRAMES, DataFormat.PARQUET)).isEqualTo(parquet);
    }

    @Test
    void a_run_without_frames_gives_a_file_without_rows() {
        assertThat(new String(written(List.of(), DataFormat.CSV), StandardCharsets.UTF_8).lines())
                .containsExactly("tick,period");
    }

    @Test
    void parquet_tells_whole_numbers_from_others_and_months_are_text(@TempDir Path directory) throws Exception {
        var frames = List.of(
                new Frame(1, "2025-01", Map.of("sold", 12_000_000_000L, "share", 1)),
                new Frame(2, "2025-02", Map.of("sold", -3, "share", 0.5)));
        Path file = directory.resolve("frames.parquet");
        Files.write(file, written(frames, DataFormat.PARQUET));

        try (Connection reader = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = reader.createStatement()) {
            assertThat(rows(statement, "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '" + file + "')"))
                    .containsExactly("tick INTEGER", "period VARCHAR", "share DOUBLE", "sold BIGINT");
            assertThat(rows(statement, "SELECT period, sold FROM '" + file + "' ORDER BY tick"))
                    .containsExactly("2025-01 12000000000", "2025-02 -3");
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2));
            }
        }
        return rows;
    }

    @Test
    void frames_that_come_one_by_one_are_written_like_those_in_a_list() throws IOException {
        int many = 5_000;
        Iterable<Frame> oneByOne = () ->
                IntStream.rangeClosed(1, many).mapToObj(LocalFrameExporterTest::frame).iterator();
        List<Frame> listed =
                IntStream.rangeClosed(1, many).mapToObj(LocalFrameExporterTest::frame).toList();

        for (DataFormat format : DataFormat.values()) {
            var file = new ByteArrayOutputStream();
            exporter.export(oneByOne, format, file);
            assertThat(file.toByteArray()).as("%s", format).isEqualTo(written(listed, format));
        }
    }

    private static Frame frame(int tick) {
        return new Frame(tick, "month " + tick, tick % 2 == 0 ? Map.of("even", tick) : Map.of("odd", tick / 3.0));
    }
}
