package io.futureos.studio.action;

import static io.futureos.studio.action.TextRule.DESCRIPTION;
import static io.futureos.studio.action.TextRule.NAME;

import io.futureos.studio.action.Template.TemplatePopulation;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads templates from JSON, given as maps, lists, text, numbers, booleans and null. What a template says of scenarios and
 * the report has the form that the contract's actions have. Every problem is found in one go.
 */
public final class TemplateReader {

    static final String FORMAT = "studio-template";
    private static final Range SCHEMA = new Range(1, 1);
    private static final Range SOURCES = new Range(0, 1_000);
    private static final Range SCENARIOS = new Range(0, 20);

    private TemplateReader() {}

    /** Reads a whole template; the pointers of problems start at its root. */
    public static Reading<Template> read(Map<String, Object> json) {
        var problems = new Problems();
        return problems.reading(template(new Fields(json, Pointer.ROOT, problems)));
    }

    private static Field<Template> template(Fields json) {
        json.required("format").text(new Choice(List.of(FORMAT)));
        json.required("schema").whole(SCHEMA);
        var name = json.required("name").text(NAME);
        var description = json.optional("description").text(DESCRIPTION);
        var question = json.optional("question").text(DESCRIPTION);
        var asOf = json.optional("as_of").text(new MonthRule());
        var data = json.optional("data").object(TemplateReader::data);
        var population = json.optional("population").object(TemplateReader::population);
        Field<List<ScenarioConfig>> scenarios =
                json.optional("scenarios").list(SCENARIOS, scenario -> scenario.object(ScenarioConfigReader::whole));
        var simulation = json.optional("simulation").object(TemplateReader::simulation);
        var report = json.optional("report").object(ReportReader::reportEdit);
        return json.build(() -> new Template(
                name.get(),
                description.orNull(),
                question.orNull(),
                asOf.orNull(),
                data.or(Data.NONE).sources(),
                data.or(Data.NONE).overrides(),
                population.or(TemplatePopulation.NONE),
                scenarios.or(List.of()),
                simulation.or(Map.of()),
                report.orNull()));
    }

    private record Data(List<DataSource> sources, List<DataOverride> overrides) {
        static final Data NONE = new Data(List.of(), List.of());
    }

    private static Field<Data> data(Fields json) {
        var names = new Unrepeated(NAME, Function.identity());
        Field<List<DataSource>> sources =
                json.optional("sources").list(SOURCES, source -> source.object(fields -> source(fields, names)));
        Field<List<DataOverride>> overrides =
                json.optional("overrides").list(SOURCES, override -> override.object(TemplateReader::override));
        return json.build(() -> new Data(sources.or(List.of()), overrides.or(List.of())));
    }

    private static Field<DataSource> source(Fields json, Rule<String> nameRule) {
        var name = json.required("name").text(nameRule);
        var type = json.required("type").text(NAME);
        var config = json.required("config").openObject();
        return json.build(() -> new DataSource(name.get(), type.get(), config.get()));
    }

    private static Field<DataOverride> override(Fields json) {
        var field = json.required("field").text(NAME);
        var value = json.required("value").openOrNull(FigureRule.FIGURE);
        var reason = json.required("reason").text(TextRule.REASON);
        return json.build(() -> new DataOverride(field.get(), value.orNull(), reason.get()));
    }

    private static Field<TemplatePopulation> population(Fields json) {
        var size = json.optional("size")
                .whole(PopulationAction.ResizePopulation.SIZE)
                .map(Math::toIntExact);
        var seed = json.optional("seed").whole(PopulationAction.Regenerate.SEED);
        var config = json.optional("config").openObject();
        var adjustments = json.optional("adjustments").object(ScenarioConfigReader::populationAdjustments);
        var archetypes = json.optional("archetypes").object(edits -> edits.each(NAME, Slot::openObject));
        return json.build(() -> new TemplatePopulation(
                size.orNull(), seed.orNull(), config.or(Map.of()), adjustments.or(Map.of()), archetypes.or(Map.of())));
    }

    private static Field<Map<String, Object>> simulation(Fields json) {
        var config = json.required("config").openObject(SimulationConfigRule.CONFIG);
        return json.build(config::get);
    }
}
