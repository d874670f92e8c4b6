package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.madeAlready;
import static io.futureos.studio.decide.Decider.refused;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.action.PopulationAction;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Asked;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.Project;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.Workbench;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides the actions of the population workbench. */
final class PopulationDecider implements PopulationAction.Cases<Decision> {

    private final DecideContext context;
    private final Project project;
    private final LaneState population;

    PopulationDecider(DecideContext context) {
        this.context = context;
        this.project = context.project();
        this.population = context.assessment().lane(Lane.POPULATION);
    }

    @Override
    public Decision viewArchetypes(PopulationAction.ViewArchetypes action) {
        Output shown = population.shown();
        return shown == null ? notMade() : new Asked(new Inquiry.Archetypes(shown));
    }

    @Override
    public Decision adjustDistribution(PopulationAction.AdjustDistribution action) {
        Optional<Refusal> misfit = misfit(action.dimension(), action.target());
        if (misfit.isPresent()) {
            return refused(misfit.get());
        }
        return adjusted(
                Cells.adjustment(action.dimension()),
                action.dimension(),
                original("shares", action.dimension()),
                action.target(),
                "the distribution of " + action.dimension());
    }

    private Optional<Refusal> misfit(String dimension, Map<String, Object> target) {
        if (!(summary("dimensions") instanceof Map<?, ?> dimensions)) {
            return Optional.empty();
        }
        if (!(dimensions.get(dimension) instanceof List<?> categories)) {
            return Optional.of(new Refusal.UnknownDimension(dimension, names(dimensions.keySet())));
        }
        return target.keySet().stream()
                .filter(category -> !categories.contains(category))
                .findFirst()
                .map(category -> new Refusal.UnknownCategory(dimension, category, names(categories)));
    }

    @Override
    public Decision editArchetype(PopulationAction.EditArchetype action) {
        if (summary("archetypes") instanceof Map<?, ?> archetypes && !archetypes.containsKey(action.archetype())) {
            return refused(new Refusal.UnknownArchetype(action.archetype(), names(archetypes.keySet())));
        }
        return adjusted(
                Cells.archetype(action.archetype()),
                "archetype/" + action.archetype(),
                original("archetypes", action.archetype()),
                action.edits(),
                "archetype " + action.archetype());
    }

    /** Sets an adjustment that remembers what it changed; an empty one withdraws it. */
    private Decision adjusted(
            Cell<PopulationAdjustment> cell,
            String dimension,
            Map<String, Object> original,
            Map<String, Object> modified,
            String what) {
        if (modified.isEmpty()) {
            return accepted(edits().clear(cell), "Withdrew the change of " + what);
        }
        Map<String, Object> first =
                project.get(cell).map(PopulationAdjustment::original).orElse(original);
        return accepted(edits().set(cell, new PopulationAdjustment(dimension, first, modified)), "Changed " + what);
    }

    /** What the population last made says, before anything was adjusted. */
    private Map<String, Object> original(String part, String name) {
        if (summary(part) instanceof Map<?, ?> all && all.get(name) instanceof Map<?, ?> original) {
            return OpenValue.map(original);
        }
        return Map.of();
    }

    @Override
    public Decision resizePopulation(PopulationAction.ResizePopulation action) {
        if (action.targetSize() > context.limits().population()) {
            return refused(new Refusal.PopulationTooLarge(
                    action.targetSize(), context.limits().population()));
        }
        return accepted(
                edits().set(Cells.targetSize(), (long) action.targetSize()),
                "Resized the population to " + action.targetSize() + " households");
    }

    @Override
    public Decision regenerate(PopulationAction.Regenerate action) {
        Edits edits = edits();
        if (action.seed() != null) {
            edits.set(Cells.populationSeed(), action.seed());
        }
        if (action.configuration() != null) {
            edits.set(Cells.populationConfig(), action.configuration());
        }
        if (!context.assessment().isComplete(Workbench.DATA)) {
            return refused(new Refusal.NotReady(
                    Workbench.POPULATION, "a data package that is up to date", "Build one with refresh_data."));
        }
        if (context.after(edits).lane(Lane.POPULATION).isCurrent()) {
            return madeAlready(edits, "The population is up to date");
        }
        return started(context, edits, Lane.POPULATION, "synthesize", "Started to generate the population");
    }

    @Override
    public Decision viewNetwork(PopulationAction.ViewNetwork action) {
        Output shown = population.shown();
        return shown == null ? notMade() : new Asked(new Inquiry.Network(shown, action.nodes()));
    }

    private static Decision notMade() {
        return refused(new Refusal.NotReady(Workbench.POPULATION, "a population", "Make one with regenerate."));
    }

    private @Nullable Object summary(String part) {
        Output shown = population.shown();
        return shown == null ? null : shown.summary().get(part);
    }

    private static List<String> names(Collection<?> names) {
        return names.stream().map(String::valueOf).toList();
    }

    private Edits edits() {
        return new Edits(project);
    }
}
