package io.futureos.studio.engine;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import java.util.List;
import java.util.Map;

/**
 * A synthetic population.
 *
 * @param content changes exactly when a household or an edge of the network does
 * @param households the households and their network, in the synthesizer's own format
 * @param caveats what a reader of the forecast must know, one sentence each
 */
public record Population(
        Fingerprint content,
        BlobKey households,
        int size,
        List<Dimension> dimensions,
        List<Archetype> archetypes,
        Network network,
        Fit fit,
        List<String> caveats) {

    public Population {
        requireNonNull(content, "content");
        requireNonNull(households, "households");
        dimensions = List.copyOf(dimensions);
        archetypes = List.copyOf(archetypes);
        requireNonNull(network, "network");
        requireNonNull(fit, "fit");
        caveats = List.copyOf(caveats);
    }

    /**
     * One attribute of the households.
     *
     * @param shares of the households by category, in the order of the categories
     */
    public record Dimension(String name, String label, List<String> categories, List<Double> shares) {
        public Dimension {
            categories = List.copyOf(categories);
            shares = List.copyOf(shares);
        }
    }

    /**
     * A kind of household.
     *
     * @param share of all households
     * @param traits open values for display, for example the most frequent category by dimension
     */
    public record Archetype(String id, String name, double share, Map<String, Object> traits) {
        public Archetype {
            traits = OpenValue.map(traits);
        }
    }

    /** The measured network: mean number of neighbours, clustering coefficient, and assortativity from -1 to 1. */
    public record Network(double meanDegree, double clustering, double homophily) {}

    /**
     * How well the given margins are met.
     *
     * @param worst the largest difference between a fitted and a given margin cell, as a share of the households
     */
    public record Fit(int sweeps, double worst, List<MarginFit> margins) {
        public Fit {
            margins = List.copyOf(margins);
        }
    }

    /**
     * How well one margin is met.
     *
     * @param fitted the largest absolute difference of a cell's share after fitting
     * @param integerised the same after whole households were drawn
     */
    public record MarginFit(String margin, double fitted, double integerised) {}
}
