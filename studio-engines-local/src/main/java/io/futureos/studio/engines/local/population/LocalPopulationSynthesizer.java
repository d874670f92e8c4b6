package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.population.CellFitting.Profile;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.TableAccess;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes households by iterative proportional fitting: margins from tables or shares, profiles of means as an entropy
 * tilt, whole households by truncating and sampling, kinds by clustering, a small-world network of the alike. The keys of
 * its configuration are those of {@link PopulationConfig}. The same request gives the same population, byte for byte.
 */
public final class LocalPopulationSynthesizer implements PopulationSynthesizer {

    /** The largest population: more households would not fit the network's keys. */
    static final int MAX_SIZE = 2_000_000;

    private final TableSource source;

    public LocalPopulationSynthesizer() {
        this(new RecentTables());
    }

    /** One that gets its tables here, as others may too. */
    public LocalPopulationSynthesizer(TableSource source) {
        this.source = source;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local population synthesizer", "1");
    }

    @Override
    public Population synthesize(Request request, EngineContext context) {
        if (request.size() < 1 || request.size() > MAX_SIZE) {
            throw new EngineException(
                    "size_out_of_range",
                    "The population's size is " + request.size() + "; it must be from 1 to " + MAX_SIZE + ".");
        }
        PopulationConfig config = PopulationConfig.read(request.config());
        context.progress("reading margins", 0);
        var reader = new MarginReader(new TableAccess(request.data(), context, source));
        CellSpace space = reader.space(config);
        List<Margin> given = config.margins().stream()
                .map(spec -> reader.margin(spec, space))
                .toList();
        var adjustment = new MarginAdjustment(space, given, request.adjustments());
        List<Margin> margins = given.stream().map(adjustment::adjusted).toList();
        context.progress("fitting " + space.cells() + " cells", 0.1);
        CellFitting.Result fit = new CellFitting(space, margins, profiles(config, reader, space)).fit();
        context.progress("drawing households", 0.3);
        return new Assembly(config, space, fit, request, context).population();
    }

    private static List<Profile> profiles(PopulationConfig config, MarginReader reader, CellSpace space) {
        var profiles = new ArrayList<Profile>();
        for (TargetMeanSpec spec : config.targetMeans()) {
            int by = space.dimension(spec.by(), spec.name());
            int of = space.dimension(spec.of(), spec.name());
            List<String> categories = space.dimension(of).categories();
            spec.levels().keySet().forEach(level -> space.dimension(of).category(level, "levels of " + spec.name()));
            double[] levels = new double[categories.size()];
            for (int category = 0; category < levels.length; category++) {
                Double level = spec.levels().get(categories.get(category));
                if (level == null) {
                    throw new EngineException(
                            "level_missing",
                            "Target mean \"" + spec.name() + "\" gives no level for " + spec.of() + " \""
                                    + categories.get(category) + "\""
                                    + Spelling.hint("", spec.levels().keySet()) + ".");
                }
                levels[category] = level;
            }
            profiles.add(new Profile(spec.name(), by, of, reader.profile(spec, space.dimension(by)), levels));
        }
        return profiles;
    }

    @Override
    public NetworkView network(NetworkRequest request, EngineContext context) {
        if (request.nodes() < 1) {
            throw new EngineException(
                    "nodes_out_of_range", "A view of the network needs at least 1 node, not " + request.nodes() + ".");
        }
        context.progress("laying out the network", 0);
        return NetworkLayout.layOut(
                Households.read(context.read(request.population().households())), request.nodes());
    }

    /** The seeds of the parts of one population. */
    static CounterRandom random(long seed, Part part) {
        return new CounterRandom(seed).branch(part.branch);
    }

    /** The parts of the work that use chance. */
    enum Part {
        HOUSEHOLDS(0),
        EDITS(1),
        NETWORK(2);

        private final long branch;

        Part(long branch) {
            this.branch = branch;
        }
    }
}
