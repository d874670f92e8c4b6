package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.ConfigObject;
import io.futureos.studio.engines.local.config.Spelling;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a population is built from. Keys: {@code dimensions}, {@code margins}, {@code target_means}, {@code network}
 * ({@code mean_degree}, {@code clustering} or {@code rewiring}, {@code homophily}), {@code archetypes} (how many) and
 * {@code caveats}.
 *
 * @param meanDegree how many neighbours a household has on average
 * @param clustering how likely two neighbours of a household are to be neighbours, as wanted; null if nobody said
 * @param rewiring the share of links that lead anywhere instead of to a similar household
 * @param homophily the dimensions along which neighbours are alike, the most important first
 * @param archetypes how many kinds of households to tell apart
 */
record PopulationConfig(
        List<DimensionSpec> dimensions,
        List<MarginSpec> margins,
        List<TargetMeanSpec> targetMeans,
        double meanDegree,
        @Nullable Double clustering,
        double rewiring,
        List<String> homophily,
        int archetypes,
        List<String> caveats) {

    private static final String PLACE = "/population/config";

    static PopulationConfig read(Map<String, Object> values) {
        var config = new ConfigObject(PLACE, values)
                .allowing("dimensions", "margins", "target_means", "network", "archetypes", "caveats");
        var network = config.object("network").allowing("mean_degree", "clustering", "rewiring", "homophily");
        double meanDegree = network.number("mean_degree", 8, 0, 100);
        Double clustering = network.has("clustering") ? (Double) network.number("clustering", 0, 1) : null;
        if (clustering != null && network.has("rewiring")) {
            throw network.wrong("rewiring", "follows from \"clustering\"; give one of both");
        }
        var read = new PopulationConfig(
                config.objects("dimensions").stream().map(DimensionSpec::read).toList(),
                config.objects("margins").stream().map(MarginSpec::read).toList(),
                config.objects("target_means").stream()
                        .map(TargetMeanSpec::read)
                        .toList(),
                meanDegree,
                clustering,
                clustering == null
                        ? network.number("rewiring", 0.1, 0, 1)
                        : SmallWorld.rewiring(clustering, meanDegree),
                network.texts("homophily"),
                config.whole("archetypes", 6, 1, 50),
                config.texts("caveats"));
        read.check();
        return read;
    }

    private void check() {
        if (dimensions.isEmpty() || margins.isEmpty()) {
            throw new EngineException(
                    "margins_missing",
                    PLACE + " has " + dimensions.size() + " dimensions and " + margins.size()
                            + " margins; a population needs at least one of each.");
        }
        List<String> names = names();
        if (names.stream().distinct().count() < names.size()) {
            throw new EngineException("dimension_twice", PLACE + "/dimensions names a dimension twice: " + names + ".");
        }
        margins.forEach(margin -> margin.dimensions().forEach(name -> known(name, "margin \"" + margin.name() + "\"")));
        for (TargetMeanSpec mean : targetMeans) {
            known(mean.by(), "target mean \"" + mean.name() + "\"");
            known(mean.of(), "target mean \"" + mean.name() + "\"");
        }
        homophily.forEach(name -> known(name, PLACE + "/network/homophily"));
        for (String name : names) {
            if (margins.stream().noneMatch(margin -> margin.dimensions().contains(name))) {
                throw new EngineException(
                        "margins_missing", "No margin says how dimension \"" + name + "\" is distributed; add one.");
            }
        }
    }

    private List<String> names() {
        return dimensions.stream().map(DimensionSpec::name).toList();
    }

    private void known(String dimension, String where) {
        if (!names().contains(dimension)) {
            throw new EngineException(
                    "dimension_unknown",
                    "There is no dimension \"" + dimension + "\", as used in " + where
                            + Spelling.hint(dimension, names()) + ".");
        }
    }
}
