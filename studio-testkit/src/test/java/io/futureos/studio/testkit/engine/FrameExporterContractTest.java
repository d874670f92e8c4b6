package io.futureos.studio.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameExporterContractTest {

    private static final String NEUTRAL = "no_text_is_written_to_csv_such_that_a_spreadsheet_takes_it_for_a_formula";

    private enum Flaw {
        NONE(""),
        LETS_FORMULAS_THROUGH(NEUTRAL),
        MISTAKES_A_MINUS_FOR_A_FORMULA("numbers_stay_numbers_negative_ones_too_and_lose_no_digit"),
        LOSES_A_NAME_THAT_IS_TAKEN("no_figure_is_lost_however_it_is_called"),
        LOSES_A_ROW("there_is_a_row_a_month_and_a_column_a_figure_tick_and_period_first"),
        FILLS_GAPS("a_figure_that_a_month_lacks_is_empty_in_its_row"),
        NOTES_THE_TIME("equal_requests_are_answered_equally_by_the_same_engine_and_by_another"),
        WRITES_FOR_ITS_OWN_COUNTRY("the_language_and_the_time_zone_of_the_machine_change_nothing"),
        WRITES_EVERY_NUMBER_WITH_A_POINT("whole_numbers_are_written_as_such_where_all_of_a_column_are"),
        WRITES_TEXT_AS_IT_LIES_IN_MEMORY("whatever_a_month_is_called_it_has_a_row_in_valid_utf_8"),
        CLOSES_THE_STREAM("the_stream_stays_open_and_one_that_fails_is_told_of"),
        SWALLOWS_WHAT_FAILS("frames_that_can_t_be_read_are_told_of_in_their_own_words"),
        SAYS_PARQUET_ONLY_ONCE("a_parquet_file_says_so_at_both_ends_and_depends_on_the_figures");

        final String sentence;

        Flaw(String sentence) {
            this.sentence = sentence;
        }
    }

    private static final AtomicReference<Flaw> FLAW = new AtomicReference<>(Flaw.NONE);

    private static boolean has(Flaw flaw) {
        return FLAW.get() == flaw;
    }

    /** Not found by Surefire, which passes over nested classes. */
    static class Small extends FrameExporterContract {
        @Override
        protected FrameExporter engine() {
            return new SmallExporter();
        }
    }

    /** An exporter of some lines; what it calls Parquet is good enough for the contract. */
    private static final class SmallExporter implements FrameExporter {

        @Override
        public Provenance provenance() {
            return new Provenance("small exporter", "1");
        }

        @Override
        public void export(Iterable<Frame> frames, DataFormat format, OutputStream out) throws IOException {
            List<Map<String, Object>> rows = read(frames, format);
            String file = switch (format) {
                case CSV -> csv(rows);
                case JSON -> StudioJson.write(rows);
                case PARQUET -> "PAR1" + StudioJson.write(rows) + (has(Flaw.SAYS_PARQUET_ONLY_ONCE) ? "" : "PAR1");
            };
            out.write(encoded(has(Flaw.NOTES_THE_TIME) ? file + System.nanoTime() : file));
            if (has(Flaw.CLOSES_THE_STREAM)) {
                out.close();
            }
        }

        private static byte[] encoded(String file) {
            byte[] utf8 = file.getBytes(UTF_8);
            for (int i = 0; i < utf8.length && has(Flaw.WRITES_TEXT_AS_IT_LIES_IN_MEMORY); i++) {
                utf8[i] = utf8[i] == 0 ? (byte) 0xc0 : utf8[i];
            }
            return utf8;
        }

        private static List<Map<String, Object>> read(Iterable<Frame> frames, DataFormat format) {
            try {
                return rows(frames, format == DataFormat.CSV);
            } catch (IllegalStateException e) {
                if (has(Flaw.SWALLOWS_WHAT_FAILS)) {
                    return List.of();
                }
                throw e;
            }
        }

        private static List<Map<String, Object>> rows(Iterable<Frame> frames, boolean csv) {
            var rows = new ArrayList<Map<String, Object>>();
            for (Frame frame : frames) {
                var row = new LinkedHashMap<String, Object>();
                row.put("tick", frame.tick());
                row.put("period", csv ? neutral(frame.period()) : frame.period());
                collect("", new TreeMap<>(frame.values()), row, csv);
                rows.add(row);
            }
            if (has(Flaw.LOSES_A_ROW) && rows.size() > 1) {
                rows.remove(0);
            }
            return rows;
        }

        private static void collect(String prefix, Map<?, ?> values, Map<String, Object> row, boolean csv) {
            values.forEach((key, value) -> {
                String name = csv ? neutral(prefix + key) : prefix + key;
                if (value instanceof Map<?, ?> inner) {
                    collect(name + ".", inner, row, csv);
                } else if (value instanceof Number) {
                    while (row.containsKey(name) && !has(Flaw.LOSES_A_NAME_THAT_IS_TAKEN)) {
                        name += "_";
                    }
                    row.put(name, value);
                }
            });
        }

        private static String neutral(String text) {
            return text.matches("(?s)[\\t\\r\\n].*|[\\p{Z}\\p{C}]*[=+\\-@\uFF1D].*") && !has(Flaw.LETS_FORMULAS_THROUGH)
                    ? "'" + text
                    : text;
        }

        private static String csv(List<Map<String, Object>> rows) {
            var names = new TreeSet<String>();
            rows.forEach(row -> names.addAll(row.keySet()));
            var columns = new ArrayList<>(List.of("tick", "period"));
            names.removeAll(columns);
            columns.addAll(names);
            var lines = new ArrayList<String>();
            lines.add(columns.stream().map(SmallExporter::quoted).collect(Collectors.joining(",")));
            for (Map<String, Object> row : rows) {
                lines.add(columns.stream().map(name -> cell(row.get(name))).collect(Collectors.joining(",")));
            }
            return String.join("\n", lines) + "\n";
        }

        private static String cell(@Nullable Object value) {
            if (value == null) {
                return has(Flaw.FILLS_GAPS) ? "0" : "";
            }
            if (value instanceof Number && has(Flaw.WRITES_FOR_ITS_OWN_COUNTRY)) {
                return String.format("%s%tF", value, java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC));
            }
            String text = value.toString()
                    + (value instanceof Long && has(Flaw.WRITES_EVERY_NUMBER_WITH_A_POINT) ? ".0" : "");
            return quoted(has(Flaw.MISTAKES_A_MINUS_FOR_A_FORMULA) ? neutral(text) : text);
        }

        private static String quoted(String text) {
            return '"' + text.replace("\"", "\"\"") + '"';
        }
    }

    @Test
    void an_exporter_that_keeps_every_promise_passes() {
        FLAW.set(Flaw.NONE);

        assertThat(Failures.of(Small.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void an_exporter_that_breaks_a_promise_is_told_which(Flaw broken) {
        FLAW.set(broken);

        assertThat(Failures.of(Small.class)).contains(broken.sentence);
    }
}
