package io.futureos.studio.action;

import io.futureos.studio.action.Template.TemplatePopulation;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.Room;
import io.futureos.studio.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a template of what people set in a project. What was made, who works on it and what was said are left out. */
public final class ProjectTemplate {

    private ProjectTemplate() {}

    /** The template under a name of its own. */
    public static Template of(Project project, String name) {
        return new Template(
                name,
                project.get(Cells.projectDescription()).orElse(null),
                project.get(Cells.question()).orElse(null),
                project.get(Cells.asOf()).orElse(null),
                List.copyOf(Cells.sources().in(project).values()),
                List.copyOf(Cells.dataOverrides().in(project).values()),
                population(project),
                Scenario.allIn(project).stream().map(ScenarioConfig::of).toList(),
                project.get(Cells.simulationConfig()).orElse(Map.of()),
                project.get(Cells.reportConfig()).map(ProjectTemplate::edit).orElse(null));
    }

    private static TemplatePopulation population(Project project) {
        return new TemplatePopulation(
                project.get(Cells.targetSize()).map(Math::toIntExact).orElse(null),
                project.get(Cells.populationSeed()).orElse(null),
                project.get(Cells.populationConfig()).orElse(Map.of()),
                modified(project, Cells.adjustments()),
                modified(project, Cells.archetypes()));
    }

    private static Map<String, Object> modified(Project project, Room<PopulationAdjustment> room) {
        var modified = new LinkedHashMap<String, Object>();
        room.in(project).forEach((name, adjustment) -> modified.put(name, adjustment.modified()));
        return modified;
    }

    private static ReportEdit edit(ReportConfig config) {
        Branding branding = config.branding();
        return new ReportEdit(
                config.template(),
                config.sections(),
                branding,
                config.includeCharts(),
                config.includeMethodology(),
                config.language(),
                config.numberFormat());
    }
}
