package io.futureos.studio.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractJsonTest {

    private static final String PROJECT = "0f6a5a0e-1c1d-4a53-8a33-0d5d6ad3b9f1";

    @Property(tries = 100)
    void every_state_is_what_the_contract_asks_for(@ForAll("states") ProjectState state) {
        assertThat(ContractSchema.PROJECT_STATE.complaints(StudioJson.write(state)))
                .isEmpty();
    }

    @Property(tries = 50)
    void every_response_is_what_the_contract_asks_for(@ForAll("responses") WorkbenchResponse response) {
        assertThat(ContractSchema.WORKBENCH_RESPONSE.complaints(StudioJson.write(response)))
                .isEmpty();
    }

    @Test
    void a_report_is_what_the_contract_asks_for() {
        assertThat(ContractSchema.GENERATED_REPORT.complaints(StudioJson.write(aReport())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "draft, stale, /status",
        "not_started, stale, /workbench_states/data/status",
        "project_name, projectName, project_name",
        "workbench_states, workbenches, workbench_states",
        "2025-01-02T03:04:05Z, yesterday, /created_at",
        "-4a53-, -1a53-, /project_id",
        "modification_log, log, modification_log",
        "overrides, changes, overrides",
        "active_users, users, active_users"
    })
    void a_state_with_a_wrong_name_or_value_is_refused_by_the_schema(String right, String wrong, String where) {
        String json = StudioJson.write(States.empty(PROJECT, Instant.parse("2025-01-02T03:04:05Z")));

        assertThat(json).contains(right);
        assertThat(ContractSchema.PROJECT_STATE.complaints(json)).isEmpty();
        assertThat(ContractSchema.PROJECT_STATE.complaints(json.replace(right, wrong)))
                .anyMatch(complaint -> complaint.contains(where));
    }

    @Test
    void a_wrong_state_inside_a_response_is_refused_by_the_schema() {
        String json = StudioJson.write(States.anyResponse().sample());

        assertThat(ContractSchema.WORKBENCH_RESPONSE.complaints(json.replace("\"active_users\"", "\"users\"")))
                .anyMatch(complaint -> complaint.contains("active_users"));
        assertThat(ContractSchema.WORKBENCH_RESPONSE.complaints(json.replace(
                        "\"downstream_invalidated\":[\"population\"]", "\"downstream_invalidated\":[\"x\"]")))
                .anyMatch(complaint -> complaint.contains("downstream_invalidated"));
    }

    @Test
    void a_wrong_report_is_refused_by_the_schema() {
        String json = StudioJson.write(aReport());

        assertThat(ContractSchema.GENERATED_REPORT.complaints(json.replace("\"content_html\"", "\"html\"")))
                .anyMatch(complaint -> complaint.contains("content_html"));
    }

    @Test
    void a_report_that_was_written_without_bound_numbers_is_read() {
        String json = StudioJson.write(aReport());
        String before = json.replaceFirst(",\"numbers\":\\[.*?]}]", "");

        assertThat(before).isNotEqualTo(json).doesNotContain("numbers");
        assertThat(StudioJson.readOwn(json, GeneratedReport.class)).isEqualTo(aReport());
        assertThat(StudioJson.readOwn(before, GeneratedReport.class).content().sections())
                .singleElement()
                .satisfies(section -> assertThat(section.numbers()).isEmpty());
    }

    private static GeneratedReport aReport() {
        var chart = new Chart("line", Map.of("x", List.of("2025-01")), Map.of("title", "t"));
        var number = new BoundNumber(
                "23 %",
                0.2345, false, List.of(Origin.of(Origin.Kind.FORECAST, "Base").at("event_probability")));
        return new GeneratedReport(
                ReportId.of("6b1f1c1e-9d0e-4a53-8a33-0d5d6ad3b9f1"),
                ProjectId.of(PROJECT),
                Instant.parse("2025-01-02T03:04:05.000006Z"),
                new ReportContent(
                        "t",
                        List.of(new ReportSection("s", "headline", "<p>23 %</p>", List.of(chart), List.of(number))),
                        new ReportAppendix("m", List.of("d"), Map.of("brier_score", 0.08), List.of("c"))),
                Map.of(ExportFormat.HTML, "h", ExportFormat.DOCX, "d"));
    }

    @Provide
    Arbitrary<ProjectState> states() {
        return States.any();
    }

    @Provide
    Arbitrary<WorkbenchResponse> responses() {
        return States.anyResponse();
    }
}
