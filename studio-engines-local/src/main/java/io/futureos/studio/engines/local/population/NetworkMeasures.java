package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.Population;
import java.util.List;

/** Measures a network as it turned out. */
final class NetworkMeasures {

    private static final int CLUSTERING_SAMPLE = 20_000;

    private final Neighbours neighbours;
    private final int size;

    private NetworkMeasures(Neighbours neighbours, int size) {
        this.neighbours = neighbours;
        this.size = size;
    }

    /**
     * Mean degree, clustering and homophily.
     *
     * @param alike by dimension along which neighbours should be alike, the households' categories
     */
    static Population.Network measure(Neighbours neighbours, int size, List<byte[]> alike) {
        var measures = new NetworkMeasures(neighbours, size);
        double homophily =
                alike.stream().mapToDouble(measures::assortativity).average().orElse(0);
        return new Population.Network(neighbours.list().length / (double) size, measures.clustering(), homophily);
    }

    /** The mean, over households, of the share of pairs of their neighbours that are linked; over an even sample if large. */
    private double clustering() {
        int step = Math.max(1, size / CLUSTERING_SAMPLE);
        double sum = 0;
        int households = 0;
        for (int household = 0; household < size; household += step) {
            sum += clustering(household);
            households++;
        }
        return sum / households;
    }

    private double clustering(int household) {
        int from = neighbours.first()[household];
        int to = neighbours.first()[household + 1];
        int linked = 0;
        int pairs = 0;
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                linked += neighbours.linked(neighbours.list()[i], neighbours.list()[j]) ? 1 : 0;
                pairs++;
            }
        }
        return pairs == 0 ? 0 : linked / (double) pairs;
    }

    /**
     * Newman's assortativity for categories ("Mixing patterns in networks", 2003): (e - a) / (1 - a), with {@code e} the
     * share of links within a category and {@code a} what chance would give. 0 where all are of one category.
     */
    private double assortativity(byte[] category) {
        double ends = neighbours.list().length;
        double within = 0;
        double[] share = new double[256];
        for (int household = 0; household < size; household++) {
            share[category[household] & 0xff] += neighbours.degree(household);
            for (int i = neighbours.first()[household]; i < neighbours.first()[household + 1]; i++) {
                within += category[neighbours.list()[i]] == category[household] ? 1 : 0;
            }
        }
        double chance = 0;
        for (double sum : share) {
            chance += ends == 0 ? 0 : sum / ends * (sum / ends);
        }
        return ends == 0 || chance >= 1 ? 0 : (within / ends - chance) / (1 - chance);
    }
}
