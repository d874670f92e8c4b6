package io.futureos.studio.runtime;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Defaults;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Room;
import io.futureos.studio.workflow.Inputs;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the population. */
final class PopulationWork implements LaneWork {

    private final PopulationSynthesizer synthesizer;

    PopulationWork(Engines engines) {
        this.synthesizer = engines.populationSynthesizer();
    }

    @Override
    public Finished run(Job job) {
        Population made =
                synthesizer.synthesize(request(job.project(), job.current(Lane.DATA, DataPackage.class)), job);

        Inputs inputs = job.inputs();
        Output output =
                job.output(job.newId(), made.content(), job.storeJson(made), summary(made), inputs, synthesizer);
        return Finished.done(
                "Generated a population of " + made.size() + " households",
                result -> result.made(Lane.POPULATION, inputs.fingerprint(), output));
    }

    /** What the project's population is made from. */
    static PopulationSynthesizer.Request request(Project project, DataPackage data) {
        return new PopulationSynthesizer.Request(
                data,
                project.get(Cells.populationConfig()).orElse(Map.of()),
                modified(project, Cells.adjustments()),
                modified(project, Cells.archetypes()),
                Math.toIntExact(project.get(Cells.targetSize()).orElse(Defaults.POPULATION_SIZE)),
                project.get(Cells.populationSeed()).orElse(Defaults.SEED));
    }

    private static Map<String, Map<String, Object>> modified(Project project, Room<PopulationAdjustment> room) {
        var modified = new LinkedHashMap<String, Map<String, Object>>();
        room.in(project).forEach((name, adjustment) -> modified.put(name, adjustment.modified()));
        return modified;
    }

    /** What actions and scenarios are checked against, and what adjustments started from. */
    private static Map<String, Object> summary(Population population) {
        var dimensions = new LinkedHashMap<String, Object>();
        var shares = new LinkedHashMap<String, Object>();
        for (Population.Dimension dimension : population.dimensions()) {
            dimensions.put(dimension.name(), dimension.categories());
            var byCategory = new LinkedHashMap<String, Object>();
            for (int i = 0; i < dimension.categories().size(); i++) {
                byCategory.put(dimension.categories().get(i), dimension.shares().get(i));
            }
            shares.put(dimension.name(), byCategory);
        }
        var archetypes = new LinkedHashMap<String, Object>();
        population.archetypes().forEach(archetype -> archetypes.put(archetype.id(), archetype.traits()));
        return Map.of("dimensions", dimensions, "shares", shares, "archetypes", archetypes, "size", population.size());
    }
}
