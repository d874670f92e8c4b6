package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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
}
