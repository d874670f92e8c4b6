package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.population.Neighbours;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Small towns whose households, links and archetypes are drawn by a seed. */
final class Towns {

    static final Map<String, Object> CONFIG = Map.of(
            "attributes",
            List.of(Map.of("dimension", "income", "slope", 1)),
            "purchases",
            Map.of("dimension", "cars", "propensity", Map.of("0", 0.3, "1", 1, "2", 2.5), "monthly_rate", 0.1));

    private Towns() {}

    static Town drawn(int size, long seed) {
        return Town.of(households(size, seed), SimulationConfig.read(CONFIG));
    }

    static Households households(int size, long seed) {
        var random = new CounterRandom(seed);
        return new Households(
                List.of("income", "cars"),
                List.of(List.of("low", "middle", "high"), List.of("0", "1", "2")),
                new byte[][] {column(size, random.branch(0), 3), column(size, random.branch(1), 3)},
                List.of("a1", "a2"),
                column(size, random.branch(2), 2),
                links(size, random.branch(3)));
    }

    private static byte[] column(int size, CounterRandom random, int categories) {
        byte[] column = new byte[size];
        for (int household = 0; household < size; household++) {
            column[household] = (byte) random.below(household, categories);
        }
        column[0] = (byte) (categories - 1); // Somebody buys.
        return column;
    }

    private static Neighbours links(int size, CounterRandom random) {
        List<TreeSet<Integer>> rows =
                IntStream.range(0, size).mapToObj(i -> new TreeSet<Integer>()).toList();
        for (int link = 0; link < 2 * size; link++) {
            int one = random.below(2L * link, size);
            int other = random.below(2L * link + 1, size);
            if (one != other) {
                rows.get(one).add(other);
                rows.get(other).add(one);
            }
        }
        int[] first = new int[size + 1];
        for (int household = 0; household < size; household++) {
            first[household + 1] = first[household] + rows.get(household).size();
        }
        return new Neighbours(
                first,
                rows.stream()
                        .flatMap(TreeSet::stream)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }
}
