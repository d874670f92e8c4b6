package io.futureos.studio.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.ConfigureSource;
import io.futureos.studio.action.DataAction.ExploreSources;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.PreviewData;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.AdjustDistribution;
import io.futureos.studio.action.PopulationAction.EditArchetype;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.PopulationAction.ResizePopulation;
import io.futureos.studio.action.PopulationAction.ViewArchetypes;
import io.futureos.studio.action.PopulationAction.ViewNetwork;
import io.futureos.studio.action.ReportAction.AddAnnotation;
import io.futureos.studio.action.ReportAction.Customize;
import io.futureos.studio.action.ReportAction.Export;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ResolveOutcome;
import io.futureos.studio.action.ReportAction.ReviewOverrides;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.action.ScenarioAction.CompareScenarios;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.DeleteScenario;
import io.futureos.studio.action.ScenarioAction.DuplicateScenario;
import io.futureos.studio.action.ScenarioAction.EditScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.SimulationAction.AdoptShocks;
import io.futureos.studio.action.SimulationAction.ExportData;
import io.futureos.studio.action.SimulationAction.InjectShock;
import io.futureos.studio.action.SimulationAction.Pause;
import io.futureos.studio.action.SimulationAction.Replay;
import io.futureos.studio.action.SimulationAction.Resume;
import io.futureos.studio.action.SimulationAction.Run;
import io.futureos.studio.action.SimulationAction.StepBackward;
import io.futureos.studio.action.SimulationAction.StepForward;
import io.futureos.studio.action.SimulationAction.Stop;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.MissedPolicy;
import io.futureos.studio.model.NumberFormat;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.Shock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A payload in which every field of an action is given, and the action that it stands for. */
record Example(String payload, WorkbenchAction action) {

    private static final String ID = "0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11";
    private static final String OTHER_ID = "7d0b8f4e-93b1-4a9e-8a53-0f2d0e6b4c22";
    private static final ScenarioId SCENARIO = ScenarioId.of(ID);

    private static final String WHOLE_CONFIG = """
            {"name": "VAT ends", "description": "Full VAT.",
             "variable_overrides": [{"variable": "vat", "value": 0}, {"variable": "charging", "value": [0.8, null]}],
             "population_adjustments": {"age": {"young": 1, "old": 0.5}},
             "shock_events": [{"tick": 3, "variable": "price", "magnitude": -0.25}]}""";
    private static final Map<String, Object> OVERRIDES = Json.object("""
            {"vat": 0, "charging": [0.8, null]}""");
    private static final Map<String, Object> ADJUSTMENTS = Json.object("""
            {"age": {"young": 1, "old": 0.5}}""");
    private static final List<Shock> SHOCKS = List.of(new Shock(3, "price", -0.25));

    private static final String REPORT_CONFIG = """
            {"template": "comparison", "sections": ["headline", "method"],
             "branding": {"logo_url": "data:,x", "colors": {"primary": "#0b5394"}},
             "include_charts": true, "include_methodology": false, "language": "nb",
             "number_format": {"decimal_mark": "comma", "grouping": "apostrophe", "percent_space": false}}""";
    private static final ReportEdit REPORT_EDIT = new ReportEdit(
            ReportTemplate.COMPARISON,
            List.of("headline", "method"),
            new Branding("data:,x", Map.of("primary", "#0b5394")),
            true,
            false,
            ReportLanguage.NB,
            new NumberFormat(NumberFormat.DecimalMark.COMMA, NumberFormat.Grouping.APOSTROPHE, false));

    static final List<Example> DATA = List.of(
            of("{}", new ExploreSources()),
            of("""
                    {"source_name": "cars", "configuration": {"type": "csv", "path": "cars.csv", "skip": 2.0}}""", new ConfigureSource("cars", "csv", Map.of("path", "cars.csv", "skip", 2))),
            of("""
                    {"source_name": "cars", "offset": 100, "limit": 20}""", new PreviewData("cars", 100, 20)),
            of("""
                    {"override": {"field": "cars.sold[2024-01]", "value": 12.5, "reason": "typo", "remove": false}}""", new OverrideValue("cars.sold[2024-01]", 12.5, "typo", false)),
            of("""
                    {"source_name": "mine", "configuration": {"type": "csv", "path": "mine.csv"}}""", new AddCustomSource(new DataSource("mine", "csv", Map.of("path", "mine.csv")))),
            of("""
                    {"fetch": false}""", new RefreshData(false)));

    static final List<Example> POPULATION = List.of(
            of("{}", new ViewArchetypes()),
            of("""
                    {"adjustment": {"dimension": "age", "target": {"young": 3, "old": 1.5, "none": 0}}}""", new AdjustDistribution("age", Map.of("young", 3, "old", 1.5, "none", 0))),
            of("""
                    {"archetype_id": "a3", "edits": {"cars": 2}}""", new EditArchetype("a3", Map.of("cars", 2))),
            of("""
                    {"target_size": 20000}""", new ResizePopulation(20_000)),
            of("""
                    {"seed": -7, "configuration": {"archetypes": 6}}""", new Regenerate(-7L, Map.of("archetypes", 6))),
            of("""
                    {"nodes": 500}""", new ViewNetwork(500)));

    static final List<Example> SCENARIOS = List.of(
            of(
                    "{\"scenario_config\": " + WHOLE_CONFIG + "}",
                    new CreateScenario(new ScenarioConfig("VAT ends", "Full VAT.", OVERRIDES, ADJUSTMENTS, SHOCKS))),
            of(
                    "{\"scenario_id\": \"" + ID + "\", \"scenario_config\": " + WHOLE_CONFIG + "}",
                    new EditScenario(
                            SCENARIO, new ScenarioEdit("VAT ends", "Full VAT.", OVERRIDES, ADJUSTMENTS, SHOCKS))),
            of(
                    "{\"scenario_id\": \"" + ID + "\", \"scenario_config\": {\"name\": \"Copy\"}}",
                    new DuplicateScenario(SCENARIO, "Copy")),
            of("{\"scenario_id\": \"" + ID + "\"}", new DeleteScenario(SCENARIO)),
            of(
                    "{\"compare_ids\": [\"" + OTHER_ID + "\", \"" + ID + "\"]}",
                    new CompareScenarios(List.of(ScenarioId.of(OTHER_ID), SCENARIO))),
            of("{\"scenario_id\": \"" + ID + "\"}", new RunScenario(SCENARIO)));

    static final List<Example> SIMULATIONS = List.of(
            ofScenario("\"simulation_config\": {\"replicates\": 200}", new Run(SCENARIO, Map.of("replicates", 200))),
            of("{\"scenario_id\": \"" + ID + "\"}", new Pause(SCENARIO)),
            of("{\"scenario_id\": \"" + ID + "\"}", new Resume(SCENARIO)),
            of("{\"scenario_id\": \"" + ID + "\"}", new Stop(SCENARIO)),
            ofScenario("\"tick\": 0", new Replay(SCENARIO, 0)),
            ofScenario("\"tick\": 3", new StepForward(SCENARIO, 3)),
            ofScenario("\"tick\": 4.0", new StepBackward(SCENARIO, 4)),
            ofScenario(
                    "\"tick\": 6, \"shock\": {\"variable\": \"price\", \"magnitude\": 2}",
                    new InjectShock(SCENARIO, 6, "price", 2)),
            of("{\"scenario_id\": \"" + ID + "\"}", new AdoptShocks(SCENARIO)),
            ofScenario("\"export_format\": \"parquet\"", new ExportData(SCENARIO, DataFormat.PARQUET)));

    static final List<Example> REPORTS = List.of(
            of("{\"report_config\": " + REPORT_CONFIG + "}", new Generate(REPORT_EDIT)),
            of("{\"report_config\": " + REPORT_CONFIG + "}", new Customize(REPORT_EDIT)),
            of("""
                    {"export_format": "docx"}""", new Export(ExportFormat.DOCX)),
            of(
                    "{\"schedule\": {\"schedule_id\": \"" + ID + "\", \"frequency\": \"weekly\", "
                            + "\"time_zone\": \"Europe/Oslo\", \"time\": \"06:30\", \"weekday\": \"friday\", "
                            + "\"missed\": \"all\", \"formats\": [\"pdf\", \"html\"], \"refresh\": true, "
                            + "\"recipients\": [\"ada@example.org\"], \"remove\": false}}",
                    new ScheduleReport(
                            UUID.fromString(ID),
                            new Schedule(
                                    "weekly",
                                    "Europe/Oslo",
                                    LocalTime.of(6, 30),
                                    DayOfWeek.FRIDAY,
                                    null,
                                    MissedPolicy.ALL,
                                    List.of(ExportFormat.PDF, ExportFormat.HTML),
                                    true,
                                    List.of("ada@example.org")))),
            of("""
                    {"annotation": {"section": "headline", "text": "Mind the tax.", "author": "Ada"}}""", new AddAnnotation("headline", "Mind the tax.", "Ada")),
            of("""
                    {"outcome": {"value": 0.96, "answer": true, "known_at": "2026-01-15T09:00:00Z", "source": "OFV"}}""", new ResolveOutcome(new KnownOutcome(0.96, true, Instant.parse("2026-01-15T09:00:00Z"), "OFV"))),
            of("{}", new ReviewOverrides()));

    /** One for each action of the contract. */
    static List<Example> all() {
        return List.of(DATA, POPULATION, SCENARIOS, SIMULATIONS, REPORTS).stream()
                .flatMap(List::stream)
                .toList();
    }

    static Example named(String action) {
        return all().stream()
                .filter(example -> example.action.name().equals(action))
                .findFirst()
                .orElseThrow();
    }

    JsonNode tree() {
        return Json.tree(payload);
    }

    Reading<WorkbenchAction> read(JsonNode changed) {
        return ActionReader.read(action.workbench(), action.name(), Json.object(changed));
    }

    private static Example of(String payload, WorkbenchAction action) {
        return new Example(payload, action);
    }

    private static Example ofScenario(String rest, WorkbenchAction action) {
        return of("{\"scenario_id\": \"" + ID + "\", " + rest + "}", action);
    }

    @Override
    public String toString() {
        return action.name();
    }
}
