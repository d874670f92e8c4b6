package io.futureos.studio.action;

import io.futureos.studio.action.Template.TemplatePopulation;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes templates in the form that {@link TemplateReader} reads. */
public final class TemplateWriter {

    private TemplateWriter() {}

    /** The template as an open object. */
    public static Map<String, Object> write(Template template) {
        var report = template.report();
        return new JsonObject()
                .with("format", TemplateReader.FORMAT)
                .with("schema", 1L)
                .with("name", template.name())
                .withPresent("description", template.description())
                .withPresent("question", template.question())
                .withPresent("as_of", template.asOf())
                .with("data", data(template))
                .with("population", population(template.population()))
                .with(
                        "scenarios",
                        template.scenarios().stream()
                                .map(ScenarioWriter::config)
                                .toList())
                .withPresent(
                        "simulation", template.simulation().isEmpty() ? null : Map.of("config", template.simulation()))
                .withPresent("report", report == null || report.isEmpty() ? null : ReportWriter.config(report))
                .toMap();
    }

    private static Map<String, Object> data(Template template) {
        List<Object> sources = Arrays.asList(
                template.sources().stream().map(TemplateWriter::source).toArray());
        List<Object> overrides = Arrays.asList(
                template.overrides().stream().map(TemplateWriter::override).toArray());
        return new JsonObject()
                .with("sources", sources)
                .with("overrides", overrides)
                .toMap();
    }

    private static Map<String, Object> source(DataSource source) {
        return new JsonObject()
                .with("name", source.name())
                .with("type", source.type())
                .with("config", source.config())
                .toMap();
    }

    /** A figure may be overridden with nothing. */
    private static Map<String, Object> override(DataOverride override) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("field", override.field());
        fields.put("value", override.value());
        fields.put("reason", override.reason());
        return fields;
    }

    private static Map<String, Object> population(TemplatePopulation population) {
        return new JsonObject()
                .withPresent(
                        "size",
                        population.size() == null ? null : population.size().longValue())
                .withPresent("seed", population.seed())
                .withPresent("config", population.config().isEmpty() ? null : population.config())
                .withPresent("adjustments", population.adjustments().isEmpty() ? null : population.adjustments())
                .withPresent("archetypes", population.archetypes().isEmpty() ? null : population.archetypes())
                .toMap();
    }
}
