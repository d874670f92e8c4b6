package io.futureos.studio.bench.engines;

import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.population.Neighbours;
import io.futureos.studio.engines.local.simulation.TownLife;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One future of a town over a hundred months, on one thread, in C and here. */
final class TownRace {

    private static final int MONTHS = 100;
    private static final long SEED = 7;
    private static final double SLOPE = 1.2;
    private static final double IMITATION = 1.5;
    private static final double MONTHLY_RATE = 0.0055;
    private static final double[] PROPENSITY = {0.1, 1, 2.2};

    private final Households households;
    private final Map<String, Object> config;
    private final double[] levels = new double[MONTHS];
    private final double[] shares = new double[MONTHS];

    TownRace(Households households) {
        this.households = households;
        this.config = config();
        for (int month = 0; month < MONTHS; month++) {
            levels[month] = -4 + 7.0 * month / MONTHS;
        }
    }

    private static Map<String, Object> config() {
        var propensity = new LinkedHashMap<String, Object>();
        List<String> cars = List.of("0", "1", "2+");
        for (int category = 0; category < cars.size(); category++) {
            propensity.put(cars.get(category), PROPENSITY[category]);
        }
        return Map.of(
                "attributes",
                List.of(Map.of("dimension", "income_decile", "slope", SLOPE)),
                "purchases",
                Map.of("dimension", "cars", "propensity", propensity, "monthly_rate", MONTHLY_RATE));
    }

    /** A town that has not begun. */
    TownLife begin() {
        return TownLife.of(households, config, new double[] {SLOPE}, IMITATION, SEED);
    }

    void live(TownLife town) {
        for (int month = 0; month < MONTHS; month++) {
            shares[month] = town.live(month, levels[month]);
        }
    }

    /** Only the months are timed, as in C. */
    double[] seconds() {
        double[] seconds = new double[Race.ROUNDS];
        for (int round = 0; round < seconds.length; round++) {
            TownLife town = begin();
            long start = System.nanoTime();
            live(town);
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    /** How far the shares of our last round are from those that C printed, at worst. */
    double worstDifference(PeerInC.Printed printed) {
        double[] theirs = printed.figures("share");
        return IntStream.range(0, MONTHS)
                .mapToDouble(month -> Math.abs(theirs[month] - shares[month]))
                .max()
                .orElseThrow();
    }

    /** Everything that the C program needs to know. */
    Path write(Path file) throws IOException {
        int income = households.dimensions().indexOf("income_decile");
        int cars = households.dimensions().indexOf("cars");
        Neighbours neighbours = households.neighbours();
        int widest = IntStream.range(0, households.size())
                .map(neighbours::degree)
                .max()
                .orElseThrow();
        return new LittleEndianFile()
                .ints(
                        households.size(),
                        MONTHS,
                        households.categories().get(income).size(),
                        PROPENSITY.length,
                        households.archetypes().size(),
                        neighbours.list().length,
                        widest)
                .longs(SEED)
                .doubles(IntStream.range(0, MONTHS)
                        .mapToDouble(month -> StrictMath.exp(-levels[month]))
                        .toArray())
                .doubles(own(households.shares(income)))
                .doubles(hazards(households.shares(cars)))
                .doubles(seen(widest))
                .ints(neighbours.first())
                .ints(neighbours.list())
                .bytes(households.values()[income])
                .bytes(households.values()[cars])
                .bytes(households.archetype())
                .write(file);
    }

    private static double[] own(double[] shares) {
        double[] own = new double[shares.length];
        double below = 0;
        for (int category = 0; category < own.length; category++) {
            own[category] = StrictMath.exp(-SLOPE * (below + shares[category] / 2 - 0.5));
            below += shares[category];
        }
        return own;
    }

    private static double[] hazards(double[] shares) {
        double mean = 0;
        for (int category = 0; category < shares.length; category++) {
            mean += shares[category] * PROPENSITY[category];
        }
        double[] hazards = new double[shares.length];
        for (int category = 0; category < shares.length; category++) {
            hazards[category] = MONTHLY_RATE * (PROPENSITY[category] / mean);
        }
        return hazards;
    }

    private static double[] seen(int widest) {
        double[] seen = new double[(widest + 1) * (widest + 2) / 2];
        int next = 0;
        for (int degree = 0; degree <= widest; degree++) {
            for (int electric = 0; electric <= degree; electric++) {
                seen[next++] = StrictMath.exp(-IMITATION * (degree == 0 ? 0 : electric / (double) degree));
            }
        }
        return seen;
    }
}
