package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.Population.Dimension;
import io.futureos.studio.engine.Population.MarginFit;
import io.futureos.studio.engine.PopulationSynthesizer.Request;
import io.futureos.studio.engines.local.population.LocalPopulationSynthesizer.Part;
import io.futureos.studio.model.BlobKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Turns fitted cells into a population: households, kinds, network, and the report of how well it fits. */
final class Assembly {

    private final PopulationConfig config;
    private final CellSpace space;
    private final CellFitting.Result fit;
    private final Request request;
    private final EngineContext context;

    Assembly(PopulationConfig config, CellSpace space, CellFitting.Result fit, Request request, EngineContext context) {
        this.config = config;
        this.space = space;
        this.fit = fit;
        this.request = request;
        this.context = context;
    }

    Population population() {
        int[] counts = Integerisation.counts(
                fit.fitted().weights(),
                request.size(),
                LocalPopulationSynthesizer.random(request.seed(), Part.HOUSEHOLDS));
        context.progress("grouping households", 0.4);
        Households grouped = households(counts, Clustering.group(space, counts, config.archetypes()));
        new ArchetypeEdits(space, LocalPopulationSynthesizer.random(request.seed(), Part.EDITS))
                .apply(grouped, request.archetypeEdits());
        context.progress("linking neighbours", 0.5);
        Households linked = linked(grouped);
        context.progress("measuring the network", 0.8);
        Population.Network network = NetworkMeasures.measure(linked.neighbours(), linked.size(), alike(linked));
        context.progress("storing households", 0.9);
        BlobKey stored = context.store(linked.toBytes());
        return new Population(
                stored.value(),
                stored,
                linked.size(),
                dimensions(linked),
                Archetypes.describe(linked, space.dimensions()),
                network,
                fitReport(linked),
                caveats(network));
    }

    /** Households in the order of their cells, without neighbours yet. */
    private Households households(int[] counts, int[] groups) {
        byte[] archetype = new byte[request.size()];
        int from = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            int to = from + counts[cell];
            Arrays.fill(archetype, from, to, (byte) groups[cell]);
            from = to;
        }
        return new Households(
                space.dimensions().stream().map(DimensionSpec::name).toList(),
                space.dimensions().stream().map(DimensionSpec::categories).toList(),
                space.laidOut(counts, request.size()),
                Archetypes.ids(Arrays.stream(groups).max().orElse(-1) + 1),
                archetype,
                new Neighbours(new int[request.size() + 1], new int[0]));
    }

    private Households linked(Households households) {
        int[] similarity = new int[households.size()];
        for (int dimension : homophily()) {
            for (int household = 0; household < similarity.length; household++) {
                similarity[household] =
                        similarity[household] * space.categories(dimension) + households.category(dimension, household);
            }
        }
        Neighbours neighbours = SmallWorld.link(
                similarity,
                config.meanDegree(),
                config.rewiring(),
                LocalPopulationSynthesizer.random(request.seed(), Part.NETWORK));
        return new Households(
                households.dimensions(),
                households.categories(),
                households.values(),
                households.archetypes(),
                households.archetype(),
                neighbours);
    }

    /** Says so if a target of the network is missed by more than a twentieth of it. */
    private static Optional<String> missed(String measure, double wanted, double measured) {
        return Math.abs(measured - wanted) <= wanted / 20 + 0.01
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The network was to have a %s of %.2f, but what could be made has %.2f.",
                        measure,
                        wanted,
                        measured));
    }

    private int[] homophily() {
        return config.homophily().stream()
                .mapToInt(name -> space.dimension(name, "network"))
                .toArray();
    }

    private List<byte[]> alike(Households households) {
        return Arrays.stream(homophily())
                .mapToObj(dimension -> households.values()[dimension])
                .toList();
    }

    private List<Dimension> dimensions(Households households) {
        var dimensions = new ArrayList<Dimension>();
        for (int d = 0; d < space.dimensions().size(); d++) {
            DimensionSpec spec = space.dimension(d);
            List<Double> shares = Arrays.stream(households.shares(d)).boxed().toList();
            dimensions.add(new Dimension(spec.name(), spec.label(), spec.categories(), shares));
        }
        return dimensions;
    }

    private Population.Fit fitReport(Households households) {
        double[] realised = realised(households);
        var margins = new ArrayList<MarginFit>();
        for (int i = 0; i < fit.constraints().size(); i++) {
            Constraint constraint = fit.constraints().get(i);
            double gap = constraint.gap(constraint.projection().sums(realised));
            margins.add(new MarginFit(constraint.name(), fit.fitted().gaps()[i], gap));
        }
        return new Population.Fit(fit.fitted().sweeps(), fit.fitted().worst(), margins);
    }

    /** The cells' shares of the households as they turned out, edits included. */
    private double[] realised(Households households) {
        double[] realised = new double[space.cells()];
        for (int household = 0; household < households.size(); household++) {
            int cell = 0;
            for (int d = 0; d < space.dimensions().size(); d++) {
                cell = cell * space.categories(d) + households.category(d, household);
            }
            realised[cell] += 1.0 / households.size();
        }
        return realised;
    }

    private List<String> caveats(Population.Network network) {
        var caveats = new ArrayList<>(config.caveats());
        caveats.addAll(fit.caveats());
        config.targetMeans().stream()
                .map(mean -> "The population follows the shape of \"" + mean.name()
                        + "\", scaled to the mean that the margins give.")
                .forEach(caveats::add);
        missed("mean degree", config.meanDegree(), network.meanDegree()).ifPresent(caveats::add);
        Optional.ofNullable(config.clustering())
                .flatMap(wanted -> missed("clustering", wanted, network.clustering()))
                .ifPresent(caveats::add);
        if (!request.archetypeEdits().isEmpty()) {
            caveats.add("Archetypes were edited by hand ("
                    + String.join(", ", new TreeSet<>(request.archetypeEdits().keySet()))
                    + "), which moves the population away from its margins.");
        }
        return caveats;
    }
}
