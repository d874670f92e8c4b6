package io.futureos.studio.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every exporter of frames promises. */
public abstract class FrameExporterContract extends EngineContract<FrameExporter> {

    private static final List<Frame> FRAMES = List.of(
            new Frame(
                    1, "2025-01", Map.of("median", 0.25, "change", -0.5, "by_archetype", Map.of("a1", 1, "b,\"2", 2))),
            new Frame(2, "2025-02", Map.of("median", 1e-9, "change", -1e300, "rare", 3)));

    @Override
    final List<Call<FrameExporter, ?>> calls() {
        return Stream.of(DataFormat.values())
                .<Call<FrameExporter, ?>>map(format -> new Call<>(
                        "an export as " + format,
                        new Wire.Export(FRAMES, format),
                        (engine, asked, context) ->
                                new Wire.File(BlobKey.of(FrameFiles.written(engine, asked.frames(), asked.format())))))
                .toList();
    }

    private List<List<String>> csv(List<Frame> frames) {
        return Csv.read(new String(FrameFiles.written(engine(), frames, DataFormat.CSV), UTF_8));
    }

    @SuppressWarnings("unchecked") // checked before
    private List<Map<String, Object>> json(List<Frame> frames) {
        Object rows = StudioJson.read(FrameFiles.written(engine(), frames, DataFormat.JSON));
        assertThat(rows).isInstanceOf(List.class);
        return (List<Map<String, Object>>) requireNonNull(rows);
    }

    @Test
    void there_is_a_row_a_month_and_a_column_a_figure_tick_and_period_first() {
        List<List<String>> table = csv(FRAMES);

        assertThat(table).hasSize(1 + FRAMES.size());
        assertThat(table.get(0))
                .startsWith("tick", "period")
                .containsExactlyInAnyOrder(
                        "tick", "period", "median", "change", "rare", "by_archetype.a1", "by_archetype.b,\"2");
        assertThat(table).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.get(0)));
        assertThat(table.subList(1, 3)).extracting(row -> row.get(1)).containsExactly("2025-01", "2025-02");
    }

    @Test
    void numbers_stay_numbers_negative_ones_too_and_lose_no_digit() {
        List<List<String>> table = csv(FRAMES);
        int change = table.get(0).indexOf("change");
        int median = table.get(0).indexOf("median");

        assertThat(table.subList(1, 3))
                .extracting(row -> Double.parseDouble(row.get(change)))
                .containsExactly(-0.5, -1e300);
        assertThat(table.subList(1, 3))
                .extracting(row -> Double.parseDouble(row.get(median)))
                .containsExactly(0.25, 1e-9);
        assertThat(json(FRAMES))
                .extracting(row -> row.get("change"), row -> ((Number) requireNonNull(row.get("tick"))).intValue())
                .containsExactly(tuple(-0.5, 1), tuple(-1e300, 2));
    }

    @Test
    void a_figure_that_a_month_lacks_is_empty_in_its_row() {
        List<List<String>> table = csv(FRAMES);
        int rare = table.get(0).indexOf("rare");

        assertThat(table.get(1).get(rare)).isEmpty();
        assertThat(json(FRAMES).get(0).get("rare")).isNull();
    }

    @Test
    void a_parquet_file_says_so_at_both_ends_and_depends_on_the_figures() {
        byte[] parquet = FrameFiles.written(engine(), FRAMES, DataFormat.PARQUET);

        assertThat(new String(parquet, 0, 4, UTF_8)).isEqualTo("PAR1");
        assertThat(new String(parquet, parquet.length - 4, 4, UTF_8)).isEqualTo("PAR1");
        assertThat(FrameFiles.written(engine(), FRAMES.subList(0, 1), DataFormat.PARQUET))
                .isNotEqualTo(parquet);
    }

    @Test
    void without_months_there_is_a_file_without_rows() {
        assertThat(csv(List.of())).containsExactly(List.of("tick", "period"));
        assertThat(json(List.of())).isEmpty();
        assertThat(FrameFiles.written(engine(), List.of(), DataFormat.PARQUET)).isNotEmpty();
    }

    @Test
    void no_text_is_written_to_csv_such_that_a_spreadsheet_takes_it_for_a_formula() {
        for (String attack : List.of(
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                " =1+1",
                "\uFEFF=1+1",
                "\uFF1D1+1",
                "=HYPERLINK(\"http://127.0.0.1/?\"&A1;\"here\")",
                "=cmd|' /C calc'!A0")) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put(attack, 1);
            figures.put("text", attack);
            figures.put("inner", Map.of(attack, attack));
            var frames = List.of(new Frame(1, attack, figures));

            assertThat(csv(frames).stream().flatMap(List::stream).filter(cell -> !isNumber(cell)))
                    .as("the cells for %s", attack)
                    .noneMatch(cell -> cell.matches("(?s)[\\t\\r\\n].*|[\\p{Z}\\p{C}]*[=+\\-@\uFF1D].*"));
        }
    }

    @Test
    void whatever_a_month_is_called_it_has_a_row_in_valid_utf_8() throws Exception {
        for (String period : List.of(
                "",
                "\"",
                "a,b;c\td",
                "two\r\nlines",
                "\u0000nul\u0000",
                "half \uD83D pair",
                "\uDE00",
                "\uD83D\uDE00",
                "\u202Eright to left",
                "x".repeat(100_000))) {
            var frames = List.of(new Frame(1, period, Map.of("median", 0.5)), new Frame(2, "2025-02", Map.of()));

            for (DataFormat format : List.of(DataFormat.CSV, DataFormat.JSON)) {
                byte[] file = FrameFiles.written(engine(), frames, format);
                assertThat(UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString())
                        .as("%s with %s", format, period)
                        .contains("2025-02");
            }
            assertThat(csv(frames))
                    .as(period)
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row).hasSize(3));
            assertThat(FrameFiles.written(engine(), frames, DataFormat.PARQUET)).isNotEmpty();
        }
    }

    @Test
    void whole_numbers_are_written_as_such_where_all_of_a_column_are() {
        var frames = List.of(
                new Frame(1, "2025-01", Map.of("sold", 12_000_000_000L, "share", 1)),
                new Frame(2, "2025-02", Map.of("sold", -3, "share", 0.5)));
        List<List<String>> table = csv(frames);
        int sold = table.get(0).indexOf("sold");

        assertThat(table.subList(1, 3)).extracting(row -> row.get(sold)).containsExactly("12000000000", "-3");
    }

    @Test
    void the_stream_stays_open_and_one_that_fails_is_told_of() {
        for (DataFormat format : DataFormat.values()) {
            var closed = new AtomicBoolean();
            var out = new ByteArrayOutputStream() {
                @Override
                public void close() {
                    closed.set(true);
                }
            };
            var full = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("the disk is full");
                }
            };

            assertThatCode(() -> engine().export(FRAMES, format, out)).doesNotThrowAnyException();
            assertThat(closed).isFalse();
            assertThatThrownBy(() -> engine().export(FRAMES, format, full))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the disk is full");
        }
    }

    @Test
    void frames_that_can_t_be_read_are_told_of_in_their_own_words() {
        Iterable<Frame> gone = () -> {
            throw new IllegalStateException("the recording is gone");
        };

        for (DataFormat format : DataFormat.values()) {
            assertThatThrownBy(() -> engine().export(gone, format, new ByteArrayOutputStream()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the recording is gone");
        }
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }

    @Test
    void no_figure_is_lost_however_it_is_called() {
        var figures = new LinkedHashMap<String, Object>();
        var names = new ArrayList<>(List.of(
                "a",
                "A",
                "tick",
                "Period",
                "",
                " ",
                "in.ner",
                "\"quoted\"",
                "l\nine",
                "';DROP TABLE frames;--",
                "é",
                "=1",
                "'=1",
                "x".repeat(300)));
        names.forEach(name -> figures.put(name, figures.size() + 0.5));
        figures.put("in", Map.of("ner", 99.5));
        figures.put("o.f", Map.of("f", 98.5));
        figures.put("o", Map.of("f.f", 97.5));

        for (DataFormat format : Arrays.asList(DataFormat.values())) {
            assertThat(FrameFiles.written(engine(), List.of(new Frame(1, "2025-01", figures)), format))
                    .as("%s", format)
                    .isNotEmpty();
        }
        List<String> row = csv(List.of(new Frame(1, "2025-01", figures))).get(1);
        assertThat(row).hasSize(2 + figures.size()).contains("99.5", "98.5", "97.5");
        for (int i = 0; i < names.size(); i++) {
            assertThat(row).as(names.get(i)).contains(i + ".5");
        }
        assertThat(json(List.of(new Frame(1, "2025-01", figures))).get(0)).hasSize(2 + figures.size());
    }
}
