package io.futureos.studio.decide;

import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.Template;
import io.futureos.studio.change.Edits;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.TeamId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what concerns the project as a whole. */
public final class ProjectDecider {

    private final DecideContext context;

    public ProjectDecider(DecideContext context) {
        this.context = context;
    }

    /**
     * Makes a project of what a user asks for, on top of what the template brings. Starts to understand the question if
     * there is one.
     */
    public Decision create(
            @Nullable TeamId team,
            String name,
            @Nullable String description,
            @Nullable String question,
            @Nullable Template template) {
        var edits = new Edits(context.project())
                .set(Cells.owner(), context.actor())
                .set(Cells.collaborator(context.actor()), Role.OWNER)
                .set(Cells.version(), 1L);
        if (team != null) {
            edits.set(Cells.team(), team);
        }
        if (template != null) {
            fill(edits, template);
        }
        edits.set(Cells.projectName(), name);
        if (description != null) {
            edits.set(Cells.projectDescription(), description);
        }
        if (question != null) {
            edits.set(Cells.question(), question);
        }
        boolean asked = question != null || (template != null && template.question() != null);
        return asked
                ? Decider.started(context, edits, Lane.QUESTION, "parse", "Created the project")
                : Decider.accepted(edits, "Created the project");
    }

    private void fill(Edits edits, Template template) {
        if (template.description() != null) {
            edits.set(Cells.projectDescription(), template.description());
        }
        if (template.question() != null) {
            edits.set(Cells.question(), template.question());
        }
        if (template.asOf() != null) {
            edits.set(Cells.asOf(), template.asOf());
        }
        template.sources().forEach(source -> edits.set(Cells.source(source.name()), source));
        template.overrides().forEach(override -> edits.set(Cells.dataOverride(override.field()), override));
        fillPopulation(edits, template.population());
        if (!template.simulation().isEmpty()) {
            edits.set(Cells.simulationConfig(), template.simulation());
        }
        long rank = 0;
        for (ScenarioConfig scenario : template.scenarios()) {
            fillScenario(edits, scenario, ++rank);
        }
        if (template.report() != null) {
            edits.set(Cells.reportConfig(), ReportDecider.edited(ReportConfig.standard(), template.report()));
        }
    }

    private static void fillPopulation(Edits edits, Template.TemplatePopulation population) {
        if (population.size() != null) {
            edits.set(Cells.targetSize(), population.size().longValue());
        }
        if (population.seed() != null) {
            edits.set(Cells.populationSeed(), population.seed());
        }
        if (!population.config().isEmpty()) {
            edits.set(Cells.populationConfig(), population.config());
        }
        population
                .adjustments()
                .forEach(
                        (dimension, weights) -> edits.set(Cells.adjustment(dimension), adjustment(dimension, weights)));
        population
                .archetypes()
                .forEach((archetype, edit) ->
                        edits.set(Cells.archetype(archetype), adjustment("archetype/" + archetype, edit)));
    }

    /** What it started from is not known before a population was made. */
    private static PopulationAdjustment adjustment(String dimension, Object modified) {
        return new PopulationAdjustment(dimension, Map.of(), OpenValue.map((Map<?, ?>) modified));
    }

    private void fillScenario(Edits edits, ScenarioConfig scenario, long rank) {
        var id = new ScenarioId(context.ids().get());
        ScenarioDecider.set(
                edits, ScenarioDecider.blank(id), ScenarioDecider.scenario(id, scenario, rank), context.ids());
    }

    /** Nobody sees the project any more. */
    public Decision delete() {
        return Decider.accepted(
                new Edits(context.project()).set(Cells.deletedAt(), context.now()), "Deleted the project");
    }

    /** Brings a deleted project back. */
    public Decision bringBack() {
        return Decider.accepted(new Edits(context.project()).clear(Cells.deletedAt()), "Brought the project back");
    }

    /** Cuts a version. */
    public Decision save(String reason) {
        long next = context.project().get(Cells.version()).orElse(0L) + 1;
        return Decider.accepted(
                new Edits(context.project()).set(Cells.version(), next),
                "Saved version " + next + (reason.isEmpty() ? "" : ": " + reason),
                Decider.result("version", next));
    }

    /** Cuts a version, unless one was cut since {@code last}. */
    public Decision saveUnlessBeyond(int last, String reason) {
        return context.project().get(Cells.version()).orElse(0L) == last
                ? save(reason)
                : Decider.nothingToDo("A version was cut already");
    }

    /** Takes away the files to which the report was exported before {@code instant}. */
    public Decision dropExports(Instant instant) {
        var edits = new Edits(context.project());
        for (Map.Entry<CellPath, Stamp> stamp : context.project().stampsUnder(CellPath.of("made", "export"))) {
            if (stamp.getValue().at().isBefore(instant)) {
                edits.clear(Cells.at(stamp.getKey()));
            }
        }
        return Decider.accepted(edits, "Removed the files to which the report was exported before " + instant);
    }

    /** Changes what is said about the project; null leaves a part as it is. */
    public Decision update(
            @Nullable String name, @Nullable String description, @Nullable String question, @Nullable String asOf) {
        var edits = new Edits(context.project());
        if (name != null) {
            edits.set(Cells.projectName(), name);
        }
        if (description != null) {
            edits.set(Cells.projectDescription(), description);
        }
        if (question != null) {
            edits.set(Cells.question(), question);
        }
        if (asOf != null) {
            edits.set(Cells.asOf(), asOf);
        }
        return Decider.accepted(edits, "Changed what the project is about");
    }
}
