package io.futureos.studio.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.ConfigureSource;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.PreviewData;
import io.futureos.studio.action.PopulationAction.AdjustDistribution;
import io.futureos.studio.action.PopulationAction.EditArchetype;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.PopulationAction.ResizePopulation;
import io.futureos.studio.action.PopulationAction.ViewNetwork;
import io.futureos.studio.action.ReportAction.AddAnnotation;
import io.futureos.studio.action.ReportAction.Customize;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.action.ScenarioAction.CompareScenarios;
import io.futureos.studio.action.ScenarioAction.DuplicateScenario;
import io.futureos.studio.action.SimulationAction.InjectShock;
import io.futureos.studio.action.SimulationAction.Replay;
import io.futureos.studio.action.SimulationAction.StepBackward;
import io.futureos.studio.action.SimulationAction.StepForward;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever makes an action without JSON meets the same rules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordChecksTest {

    private static final ScenarioId SCENARIO = ScenarioId.of("0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11");
    private static final String LONG = "x".repeat(256);

    static Stream<ThrowingCallable> unmakeable() {
        return Stream.of(
                () -> new ConfigureSource(" ", null, Map.of()),
                () -> new ConfigureSource("s", LONG, Map.of()),
                () -> new ConfigureSource("s", null, Map.of("type", "csv")),
                () -> new ConfigureSource("s", null, Map.of("deep", nested(40))),
                () -> new PreviewData("", 0, 1),
                () -> new PreviewData(null, -1, 1),
                () -> new PreviewData(null, 0, 1_001),
                () -> new OverrideValue(LONG, 1, "r", false),
                () -> new OverrideValue("f", List.of(), "r", false),
                () -> new OverrideValue("f", 1, "", false),
                () -> new OverrideValue("f", 1, "r", true),
                () -> new OverrideValue("f", null, " ", true),
                () -> new AddCustomSource(new DataSource("", "csv", Map.of())),
                () -> new AddCustomSource(new DataSource("s", "", Map.of())),
                () -> new AddCustomSource(new DataSource("s", "csv", Map.of("type", "csv"))),
                () -> new AdjustDistribution("age", Map.of("young", 0)),
                () -> new AdjustDistribution("age", Map.of("young", "1")),
                () -> new AdjustDistribution("age", Map.of("young", -1)),
                () -> new AdjustDistribution("", Map.of()),
                () -> new EditArchetype("", Map.of()),
                () -> new EditArchetype("a", Map.of("deep", nested(40))),
                () -> new ResizePopulation(0),
                () -> new ResizePopulation(2_000_001),
                () -> new Regenerate(1L << 53, null),
                () -> new ViewNetwork(2_001),
                () -> new ScenarioConfig("", "", Map.of(), Map.of(), List.of()),
                () -> new ScenarioConfig("n", "x".repeat(10_001), Map.of(), Map.of(), List.of()),
                () -> new ScenarioConfig("n", "", nullFor("v"), Map.of(), List.of()),
                () -> new ScenarioConfig("n", "", Map.of("v", nested(40)), Map.of(), List.of()),
                () -> new ScenarioConfig("n", "", Map.of("", 1), Map.of(), List.of()),
                () -> new ScenarioConfig("n", "", Map.of(), Map.of("age", Map.of()), List.of()),
                () -> new ScenarioConfig("n", "", Map.of(), Map.of("age", 1), List.of()),
                () -> new ScenarioConfig("n", "", Map.of(), Map.of(), List.of(new Shock(1_201, "v", 1))),
                () -> new ScenarioConfig("n", "", Map.of(), Map.of(), List.of(new Shock(1, " ", 1))),
                () -> new ScenarioEdit(null, null, null, null, null),
                () -> new ScenarioEdit(null, null, nullFor("v"), null, null),
                () -> new DuplicateScenario(SCENARIO, ""),
                () -> new CompareScenarios(List.of()),
                () -> new CompareScenarios(List.of(SCENARIO, SCENARIO)),
                () -> new Replay(null, -1),
                () -> new StepForward(null, 1_201),
                () -> new StepBackward(null, -1),
                () -> new InjectShock(null, 0, "v", 1),
                () -> new InjectShock(null, 1, "", 1),
                () -> new InjectShock(null, 1, "v", Double.NaN),
                () -> new Customize(new ReportEdit(null, null, null, null, null)),
                () -> new ReportEdit(null, List.of(""), null, null, null),
                () -> scheduling("hourly", "UTC", List.of("a@b")),
                () -> scheduling("daily", "Oslo", List.of("a@b")),
                () -> scheduling("daily", "UTC", List.of()),
                () -> scheduling("daily", "UTC", List.of("a")),
                () -> scheduling("R0/2026-01-05T08:00/P1D", "UTC", List.of("a@b")),
                () -> new AddAnnotation("", "t", null),
                () -> new AddAnnotation("s", "x".repeat(10_001), null),
                () -> new AddAnnotation("s", "t", ""));
    }

    private static ScheduleReport scheduling(String frequency, String timeZone, List<String> recipients) {
        return new ScheduleReport(null, new Schedule(frequency, timeZone, recipients));
    }

    @ParameterizedTest
    @MethodSource("unmakeable")
    void what_json_would_be_refused_for_can_not_be_made(ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making);
    }

    @Test
    void a_schedule_is_removed_by_its_id() {
        assertThatThrownBy(() -> new ScheduleReport(null, null)).hasMessage("A schedule is removed by its id");
    }

    @Test
    void the_message_says_what_which_value_and_what_would_be_right() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResizePopulation(2_000_001))
                .withMessage("targetSize is 2000001. Give a whole number from 1 to 2,000,000.");
    }

    @Test
    void an_action_keeps_its_own_copy() {
        var ids = new ArrayList<>(List.of(SCENARIO, new ScenarioId(new UUID(0, 1))));
        var overrides = new LinkedHashMap<String, Object>(Map.of("v", 1));
        var comparison = new CompareScenarios(ids);
        var config = new ScenarioConfig("n", "", overrides, Map.of(), List.of());
        ids.clear();
        overrides.clear();

        assertThat(comparison.scenarios()).hasSize(2);
        assertThat(config.variableOverrides()).hasSize(1);
    }

    @Test
    void a_shock_of_minus_nothing_is_a_shock_of_nothing() {
        assertThat(new InjectShock(null, null, "v", -0.0)).isEqualTo(new InjectShock(null, null, "v", 0.0));
    }

    private static Map<String, Object> nullFor(String name) {
        return Json.object("{\"" + name + "\": null}");
    }

    private static Object nested(int levels) {
        Object value = 1;
        for (int i = 0; i < levels; i++) {
            value = List.of(value);
        }
        return value;
    }
}
