package io.futureos.studio.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.futureos.studio.engine.DataOrchestrator.TablePage;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.model.Shock;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudioJsonTest {

    @Property(tries = 100)
    void a_state_comes_back_from_json_as_it_was(@ForAll("states") ProjectState state) {
        byte[] json = StudioJson.writeBytes(state);

        assertThat(StudioJson.read(json, ProjectState.class)).isEqualTo(state);
        assertThat(StudioJson.fromOpen(StudioJson.toOpen(state), ProjectState.class))
                .isEqualTo(state);
        assertThat(StudioJson.writeBytes(StudioJson.read(json, ProjectState.class)))
                .isEqualTo(json);
    }

    @Property(tries = 50)
    void a_response_comes_back_from_json_as_it_was(@ForAll("responses") WorkbenchResponse response) {
        assertThat(StudioJson.read(StudioJson.writeBytes(response), WorkbenchResponse.class))
                .isEqualTo(response);
    }

    @Property(tries = 300)
    void an_open_value_comes_back_from_json_as_it_was(@ForAll("openObjects") Map<String, Object> value) {
        assertThat(StudioJson.read(StudioJson.write(value))).isEqualTo(OpenValue.of(value));
        assertThat(StudioJson.read(StudioJson.writeBytes(value))).isEqualTo(OpenValue.of(value));
        assertThat(StudioJson.read(StudioJson.writePretty(value))).isEqualTo(OpenValue.of(value));
    }

    @Test
    void records_are_written_by_the_contracts_conventions() {
        var config = new ReportConfig(
                ReportTemplate.EXECUTIVE_SUMMARY,
                List.of("headline"),
                new ReportConfig.Branding(null, Map.of("primary", "#0b5394")),
                true,
                false);

        assertThat(StudioJson.write(config))
                .isEqualTo("{\"template\":\"executive_summary\",\"sections\":[\"headline\"],"
                        + "\"branding\":{\"colors\":{\"primary\":\"#0b5394\"}},"
                        + "\"include_charts\":true,\"include_methodology\":false,\"language\":\"en\"}");
        assertThat(StudioJson.read(StudioJson.writeBytes(config), ReportConfig.class))
                .isEqualTo(config);
    }

    @Test
    void a_report_configuration_written_before_there_were_languages_is_english() {
        String old =
                "{\"template\":\"comparison\",\"sections\":[],\"include_charts\":true,\"include_methodology\":true}";

        assertThat(StudioJson.read(old.getBytes(UTF_8), ReportConfig.class))
                .isEqualTo(new ReportConfig(ReportTemplate.COMPARISON, List.of(), null, true, true));
    }

    @Test
    void ids_instants_and_maps_by_constant_are_written_as_text() {
        var report = new GeneratedReport(
                ReportId.of("6b1f1c1e-9d0e-4a53-8a33-0d5d6ad3b9f1"),
                ProjectId.of("0f6a5a0e-1c1d-4a53-8a33-0d5d6ad3b9f1"),
                Instant.parse("2025-01-02T03:04:05.000006Z"),
                new ReportContent(
                        "t", List.of(), new ReportAppendix("m", List.of(), Map.of("brier_score", 0.08), List.of())),
                Map.of(ExportFormat.HTML, "h", ExportFormat.PDF, "p"));

        assertThat(StudioJson.write(report))
                .isEqualTo("{\"report_id\":\"6b1f1c1e-9d0e-4a53-8a33-0d5d6ad3b9f1\","
                        + "\"project_id\":\"0f6a5a0e-1c1d-4a53-8a33-0d5d6ad3b9f1\","
                        + "\"generated_at\":\"2025-01-02T03:04:05.000006Z\","
                        + "\"content\":{\"title\":\"t\",\"sections\":[],\"appendix\":{\"methodology\":\"m\","
                        + "\"data_sources\":[],\"calibration_metrics\":{\"brier_score\":0.08},\"caveats\":[]}},"
                        + "\"export_urls\":{\"pdf\":\"p\",\"html\":\"h\"},"
                        + "\"provenance\":{\"revision\":0,\"version\":0,\"inputs\":{},\"seeds\":{},\"engines\":[]}}");
        assertThat(StudioJson.read(StudioJson.writeBytes(report), GeneratedReport.class))
                .isEqualTo(report);
    }

    @Test
    void the_results_of_engines_come_back_as_they_were() {
        var outcome = new Outcome(List.of("2025-01"), List.of(List.of(0.1, 2.0)), List.of(), Map.of("a", 1), List.of());
        var quantiles = new Quantiles("2025-01", 0, 0.1, 0.2, 0.3, 0.4, 0.5, 1);
        var page = new TablePage(
                "t", List.of("a", "b"), List.of(Arrays.asList(1L, null), Arrays.asList("x", 2.5)), 0, 2, List.of());
        var key = BlobKey.of(new byte[] {1});

        assertThat(StudioJson.read(StudioJson.writeBytes(outcome), Outcome.class))
                .isEqualTo(outcome);
        assertThat(StudioJson.write(quantiles)).contains("\"q05\":0.0,\"q10\":0.1,");
        assertThat(StudioJson.read(StudioJson.writeBytes(quantiles), Quantiles.class))
                .isEqualTo(quantiles);
        assertThat(StudioJson.read(StudioJson.writeBytes(page), TablePage.class))
                .isEqualTo(page);
        assertThat(StudioJson.write(key)).isEqualTo("\"" + key + "\"");
        assertThat(StudioJson.fromOpen(key.toString(), BlobKey.class)).isEqualTo(key);
    }

    @Test
    void null_stays_in_open_values_and_is_left_out_elsewhere() {
        var override = new DataOverride("cars[2023-01]", null, "wrong");

        assertThat(StudioJson.toOpen(override)).containsEntry("value", null);
        assertThat(StudioJson.read("{\"a\":[null,{\"b\":null}]}"))
                .isEqualTo(OpenValue.map(Map.of("a", Arrays.asList(null, OpenValue.of(nullAt("b"))))));
        assertThat(StudioJson.toOpen(aTask())).doesNotContainKey("as_of");
    }

    @Test
    void numbers_are_equal_however_they_are_written() {
        assertThat(StudioJson.read("[1, 1.0, 1e0, 10e-1]")).isEqualTo(List.of(1L, 1L, 1L, 1L));
        assertThat(StudioJson.read("[1e20, 100000000000000000000]")).isEqualTo(List.of(1e20, 1e20));
        assertThat(StudioJson.fromOpen(Map.of("tick", 3.0, "variable", "v", "magnitude", 1L), Shock.class))
                .isEqualTo(new Shock(3, "v", 1.0));
    }

    @Test
    void an_open_value_is_in_its_normal_form_however_deep_and_nobody_can_change_it() {
        Map<String, Object> read = StudioJson.readOwn("{\"a\": {\"b\": [1.0, {\"c\": 2.0}]}}");

        assertThat(read).isEqualTo(Map.of("a", Map.of("b", List.of(1L, Map.of("c", 2L)))));
        assertThatThrownBy(() -> read.put("x", 1L)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(read.get("a"))
                .isInstanceOfSatisfying(
                        Map.class,
                        a -> assertThat(a.get("b"))
                                .isInstanceOfSatisfying(
                                        List.class,
                                        b -> assertThatThrownBy(b::clear)
                                                .isInstanceOf(UnsupportedOperationException.class)));
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "'{\"a\":', }"})
    void open_values_are_nested_64_levels_deep_and_no_deeper(String open, String close) {
        String innermost = open.startsWith("[") ? "[]" : "{}";
        String deepest = open.repeat(64) + innermost + close.repeat(64);

        assertThat(StudioJson.read(deepest)).isNotNull();
        assertThatThrownBy(() -> StudioJson.read(open + deepest + close))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageEndingWith("or more than 64 levels");
    }

    @Test
    void what_a_newer_version_adds_is_ignored() {
        byte[] json = utf8("{\"field\":\"f\",\"value\":1,\"reason\":\"r\",\"added\":{\"a\":[1]}}");

        assertThat(StudioJson.read(json, DataOverride.class)).isEqualTo(new DataOverride("f", 1L, "r"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"a": 1,\n "a": 2}` | 2 | a key is there twice
            `{"a": {"b": 1, "b": 1}}` | 1 | a key is there twice
            `{"a": 1} {}` | 1 | there is something after the end
            `{"a": 1}]` | 1 | it is not well-formed
            `{"a": 1,}` | 1 | it is not well-formed
            `{"a": secret}` | 1 | it is not well-formed
            `{'a': 1}` | 1 | it is not well-formed
            `[1, 01]` | 1 | it is not well-formed
            `[NaN]` | 1 | it is not well-formed
            `[1,\n\n2` | 3 | it ends too early
            `[9007199254740993]` | 1 | a whole number has too many digits; give it as text
            `[1e999]` | 1 | a number is too large
            `["\\u0000"]` | 1 | an open value has U+0000, half a surrogate pair or more than 64 levels
            `["\\ud800"]` | 1 | an open value has U+0000, half a surrogate pair or more than 64 levels
            `{"\\u0000": 1}` | 1 | an open value has U+0000, half a surrogate pair or more than 64 levels
            `{"a": {"\\u0000": 1}}` | 1 | an open value has U+0000, half a surrogate pair or more than 64 levels
            """)
    void what_is_not_json_is_refused_with_line_and_reason(String json, int line, String reason) {
        var refusal = catchThrowableOfType(InvalidJsonException.class, () -> StudioJson.read(json));
        var sameInBytes = catchThrowableOfType(InvalidJsonException.class, () -> StudioJson.read(utf8(json)));

        assertThat(refusal)
                .hasMessageEndingWith(reason)
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThat(refusal.line()).isEqualTo(line).isEqualTo(sameInBytes.line());
        assertThat(refusal.column()).isPositive();
        assertThat(sameInBytes).hasMessageEndingWith(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n "})
    void an_empty_document_is_refused(String json) {
        assertThatThrownBy(() -> StudioJson.read(json))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageEndingWith("there is nothing");
    }

    @Test
    void too_deep_or_too_large_a_document_is_refused() {
        assertThat(StudioJson.read("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThatThrownBy(() -> StudioJson.read("[".repeat(66) + "]".repeat(66)))
                .isInstanceOf(InvalidJsonException.class);
        assertThatThrownBy(() -> StudioJson.read("[".repeat(100_000)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> StudioJson.read("\"" + " ".repeat(StudioJson.MAX_BYTES) + "\""))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("10485760");
    }

    @Test
    void an_open_value_may_be_as_deep_inside_a_record_as_on_its_own() {
        Object deep = 1L;
        for (int i = 0; i < 63; i++) {
            deep = List.of(deep);
        }
        var source = new DataSource("s", "csv", Map.of("deep", deep));

        assertThat(StudioJson.read(StudioJson.writeBytes(source), DataSource.class))
                .isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"section":"s","author":"me","at":"2025-01-01T00:00:00Z"}` | /text |
            `{"section":"s","text":null,"author":"me","at":"2025-01-01T00:00:00Z"}` | /text |
            `{"section":"s","text":5,"author":"me","at":"2025-01-01T00:00:00Z"}` | /text |
            `{"section":"s","text":"t","author":"me","at":"secret"}` | /at |
            `{"section":"s","text":"t","author":"me","at":17}` | /at |
            """)
    void a_record_with_something_missing_or_wrong_is_refused_at_its_place(String json, String pointer) {
        var refusal =
                catchThrowableOfType(InvalidJsonException.class, () -> StudioJson.read(utf8(json), Annotation.class));

        assertThat(refusal)
                .hasMessageContaining(pointer)
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThat(refusal.pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tick\":1.5,\"variable\":\"v\",\"magnitude\":1}",
                "{\"tick\":\"1\",\"variable\":\"v\",\"magnitude\":1}",
                "{\"tick\":4294967297,\"variable\":\"v\",\"magnitude\":1}",
                "{\"tick\":0,\"variable\":\"v\",\"magnitude\":1}",
                "{\"tick\":null,\"variable\":\"v\",\"magnitude\":1}",
                "{\"variable\":\"v\",\"magnitude\":1}",
                "{\"tick\":1,\"variable\":\"v\",\"magnitude\":\"NaN\"}",
                "{\"tick\":1,\"variable\":\"v\",\"magnitude\":\"1\"}",
                "{\"tick\":1,\"tick\":1,\"variable\":\"v\",\"magnitude\":1}",
                "[1,\"v\",1]",
                "null"
            })
    void a_shock_of_another_form_is_refused(String json) {
        assertThatThrownBy(() -> StudioJson.read(utf8(json), Shock.class)).isInstanceOf(InvalidJsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"PDF\"", "\"doc\"", "0", "\"\""})
    void a_constant_is_read_only_by_its_name_in_the_contract(String json) {
        assertThat(StudioJson.read(utf8("\"pdf\""), ExportFormat.class)).isEqualTo(ExportFormat.PDF);
        assertThatThrownBy(() -> StudioJson.read(utf8(json), ExportFormat.class))
                .isInstanceOf(InvalidJsonException.class);
    }

    @Test
    void a_fingerprint_of_another_form_is_refused_without_being_quoted() {
        assertThatThrownBy(() -> StudioJson.fromOpen("secret", Fingerprint.class))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_number_that_is_not_finite_is_not_written() {
        assertThatThrownBy(() -> StudioJson.write(List.of(List.of(Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void a_stream_stays_open() throws IOException {
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        StudioJson.write(Map.of("a", 1), out);

        assertThat(out.toString(UTF_8)).isEqualTo("{\"a\":1}");
    }

    private static PredictionTask aTask() {
        return new PredictionTask(
                "q",
                "v",
                PredictionTask.Comparison.ABOVE,
                0.95,
                "2025-01",
                "2025-12",
                PredictionTask.Occasion.OVER_PERIOD,
                null);
    }

    private static Object nullAt(String key) {
        return java.util.Collections.singletonMap(key, null);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Provide
    Arbitrary<ProjectState> states() {
        return States.any();
    }

    @Provide
    Arbitrary<WorkbenchResponse> responses() {
        return States.anyResponse();
    }

    @Provide
    Arbitrary<Map<String, Object>> openObjects() {
        return States.anyOpen();
    }
}
