package io.futureos.studio.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.workflow.Workbench;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleReaderTest {

    private static final String INTERVAL = "R5/2026-01-05T08:00:00Z/P1W";

    @ParameterizedTest
    @CsvSource({
        "daily, weekday, '\"friday\"', weekly",
        "daily, day_of_month, 31, monthly",
        "weekly, day_of_month, 31, monthly",
        "monthly, weekday, '\"friday\"', weekly",
        INTERVAL + ", time, '\"08:00\"', daily or weekly or monthly",
        INTERVAL + ", weekday, '\"friday\"', weekly",
        INTERVAL + ", day_of_month, 31, monthly"
    })
    void a_field_that_does_not_fit_the_frequency_is_refused_with_a_way_out(
            String frequency, String field, String value, String fitting) {
        assertThat(read(frequency, field, value))
                .isEqualTo(new Reading.Invalid<>(List.of(new FieldProblem(
                        "/schedule/" + field,
                        "is given although the frequency is " + frequency,
                        "Leave out " + field + ", or give " + fitting + " as the frequency."))));
    }

    @Test
    void beside_a_wrong_frequency_every_field_may_fit() {
        assertThat(pointers(read("yearly", "weekday", "\"friday\""))).containsExactly("/schedule/frequency");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "31, true", "0, false", "32, false", "1.5, false", "'\"1\"', false"})
    void a_month_has_1_to_31_days(String day, boolean right) {
        assertThat(read("monthly", "day_of_month", day) instanceof Reading.Read).isEqualTo(right);
    }

    @Test
    void what_is_left_out_has_its_default() {
        assertThat(read("monthly", "refresh", "false"))
                .isEqualTo(new Reading.Read<>(
                        new ScheduleReport(null, new Schedule("monthly", "UTC", List.of("ada@example.org")))));
        assertThat(read(INTERVAL, "missed", "\"latest\""))
                .isEqualTo(new Reading.Read<>(
                        new ScheduleReport(null, new Schedule(INTERVAL, "UTC", List.of("ada@example.org")))));
    }

    @Test
    void a_schedule_that_is_removed_has_an_id_only() {
        String id = "0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11";
        String all = """
                {"schedule": {"schedule_id": "%s", "remove": true, "frequency": "daily", "time_zone": "UTC",
                 "time": "08:00", "weekday": "friday", "day_of_month": 1, "missed": "all", "formats": [],
                 "refresh": true, "recipients": []}}""".formatted(id);

        Reading<WorkbenchAction> reading = ActionReader.read(Workbench.REPORT, "schedule", Json.object(all));

        assertThat(pointers(reading))
                .containsExactly(
                        "/schedule/frequency",
                        "/schedule/time_zone",
                        "/schedule/time",
                        "/schedule/weekday",
                        "/schedule/day_of_month",
                        "/schedule/missed",
                        "/schedule/formats",
                        "/schedule/refresh",
                        "/schedule/recipients");
    }

    private static List<String> pointers(Reading<WorkbenchAction> reading) {
        return reading.match(
                action -> List.of(),
                problems -> problems.stream().map(FieldProblem::pointer).toList());
    }

    private static Reading<WorkbenchAction> read(String frequency, String field, String value) {
        String payload = """
                {"schedule": {"frequency": "%s", "%s": %s, "recipients": ["ada@example.org"]}}""".formatted(frequency, field, value);
        return ActionReader.read(Workbench.REPORT, "schedule", Json.object(payload));
    }
}
