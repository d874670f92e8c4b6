package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.OpenValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a project to start others from: everything that people set, nothing that was made.
 *
 * @param asOf the last month that forecasts may know, {@code YYYY-MM}
 * @param simulation settings that all runs share (open values)
 */
public record Template(
        String name,
        @Nullable String description,
        @Nullable String question,
        @Nullable String asOf,
        List<DataSource> sources,
        List<DataOverride> overrides,
        TemplatePopulation population,
        List<ScenarioConfig> scenarios,
        Map<String, Object> simulation,
        @Nullable ReportEdit report) {

    public Template {
        requireNonNull(name, "name");
        sources = List.copyOf(sources);
        overrides = List.copyOf(overrides);
        requireNonNull(population, "population");
        scenarios = List.copyOf(scenarios);
        simulation = SimulationConfigRule.normal("simulation", simulation);
    }

    /** This template with another question, as-of month or size of the population; null leaves one as it is. */
    public Template with(@Nullable String newQuestion, @Nullable String newAsOf, @Nullable Integer size) {
        return new Template(
                name,
                description,
                newQuestion == null ? question : newQuestion,
                newAsOf == null ? asOf : newAsOf,
                sources,
                overrides,
                size == null ? population : population.ofSize(size),
                scenarios,
                simulation,
                report);
    }

    /** This template with one seed for everything that is drawn by chance. */
    public Template seeded(long seed) {
        var settings = new LinkedHashMap<>(simulation);
        settings.put("seed", seed);
        return new Template(
                name,
                description,
                question,
                asOf,
                sources,
                overrides,
                population.seeded(seed),
                scenarios,
                settings,
                report);
    }

    /**
     * What the population is made from.
     *
     * @param size in households
     * @param config open values; what they mean is up to the synthesizer
     * @param adjustments by dimension, the weights of its categories
     * @param archetypes by archetype, what is edited (open values)
     */
    public record TemplatePopulation(
            @Nullable Integer size,
            @Nullable Long seed,
            Map<String, Object> config,
            Map<String, Object> adjustments,
            Map<String, Object> archetypes) {

        /** Leaves everything to the synthesizer. */
        public static final TemplatePopulation NONE = new TemplatePopulation(null, null, Map.of(), Map.of(), Map.of());

        public TemplatePopulation {
            config = OpenValue.map(config);
            adjustments = Assumptions.populationAdjustments(adjustments);
            archetypes = OpenValue.map(archetypes);
        }

        TemplatePopulation ofSize(int households) {
            return new TemplatePopulation(households, seed, config, adjustments, archetypes);
        }

        TemplatePopulation seeded(long newSeed) {
            return new TemplatePopulation(size, newSeed, config, adjustments, archetypes);
        }
    }
}
