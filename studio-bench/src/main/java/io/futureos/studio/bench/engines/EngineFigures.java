package io.futureos.studio.bench.engines;

import io.futureos.studio.bench.engines.Race.Turn;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.json.StudioJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures the simulation and the fitting of cells beside plain C, and prints the tables of {@code docs/benchmarks.md}. Where
 * there is no gcc what needs it is left out. An argument names the folder of the quickstart's data.
 */
public final class EngineFigures {

    private static final int AGENTS = 100_000;
    private static final int FUTURES = 16;
    private static final int MONTHS = 12;
    private static final double SAME = 1e-9;

    private final Path directory;
    private final MemoryContext context;
    private final NorwayRequest norway;

    private EngineFigures(Path directory, MemoryContext context, NorwayRequest norway) {
        this.directory = directory;
        this.context = context;
        this.norway = norway;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "studio-examples/quickstart/data/norway");
        var context = new MemoryContext();
        var figures = new EngineFigures(
                Files.createTempDirectory("engine-figures"), context, new NorwayRequest(data, context));
        System.out.println("| what | floor | ours | ours / floor (range) | aim | |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        figures.town();
        figures.run();
        figures.fitting();
        System.out.println();
        System.out.println("| households | made in | calibrated in | 200 futures of 12 months | heap in use |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (int size : new int[] {1, 20_000, 2_000_000}) {
            figures.size(size);
        }
    }

    private void town() throws IOException, InterruptedException {
        Optional<PeerInC> compiled = PeerInC.compiled("town", directory);
        if (compiled.isEmpty()) {
            return;
        }
        PeerInC peer = compiled.get();
        var race = new TownRace(households(AGENTS));
        Path file = race.write(directory.resolve("town.bin"));
        String what = "one future, 100,000 households, 100 months, one thread";
        print(
                what + ", beside C that asks every household every month",
                Race.run(() -> peer.run("every", file, Race.ROUNDS).figures("seconds"), race::seconds),
                1.5);
        print(
                what + ", beside C that does what we do",
                Race.run(() -> peer.run("changes", file, Race.ROUNDS).figures("seconds"), race::seconds),
                1.5);
        agreed("shares of the same loop", race.worstDifference(peer.run("changes", file, 1)), SAME);
        agreed("shares when every household is asked", race.worstDifference(peer.run("every", file, 1)), 5e-3);
    }

    private Households households(int size) {
        return Households.read(context.read(norway.population(size).households()));
    }

    /** One thread and two; frames dropped, and kept and written. */
    private void run() throws IOException, InterruptedException {
        Request request = norway.simulation(norway.population(AGENTS), FUTURES, MONTHS);
        SimulationEngine alone = norway.engines().simulation();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            SimulationEngine two = norway.engines().withThreads(pool, 2).simulation();
            print(
                    "a run of 16 futures, 100,000 households, 12 months: two threads beside one",
                    Race.run(() -> seconds(alone, request, false), () -> seconds(two, request, false)),
                    1 / 1.6);
            print(
                    "sixteen parts of arithmetic: two threads beside one, for what the machine gave meanwhile",
                    Race.run(
                            () -> Race.timed(() -> arithmetic(Workers.alone())),
                            () -> Race.timed(() -> arithmetic(Workers.of(pool, 2)))),
                    1 / 1.6);
            agreed("outcomes of one thread and of two", outcome(alone, request).equals(outcome(two, request)));
        } finally {
            pool.shutdownNow();
        }
        print(
                "the same on one thread: frames kept and written as JSON, beside frames dropped",
                Race.run(() -> seconds(alone, request, false), () -> seconds(alone, request, true)),
                1.1);
    }

    /** As long as a run, and touching no memory. */
    private static void arithmetic(Workers workers) {
        double[] sums = new double[FUTURES];
        workers.each(FUTURES, () -> {}, part -> {
            double sum = part;
            for (int i = 0; i < 1_000_000; i++) {
                sum = sum / 3 + i;
            }
            sums[part] = sum;
        });
        agreed("sums", sums[0] > 0);
    }

    private double[] seconds(SimulationEngine engine, Request request, boolean recording) {
        double[] seconds = new double[Race.ROUNDS];
        for (int round = 0; round < seconds.length; round++) {
            SimulationRun run = engine.start(request, context);
            long start = System.nanoTime();
            List<Frame> frames = frames(run);
            if (recording) {
                frames.forEach(StudioJson::write);
            }
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    private List<Frame> frames(SimulationRun run) {
        var frames = new ArrayList<Frame>();
        while (run.tick() < run.totalTicks()) {
            frames.add(run.step(context));
        }
        return frames;
    }

    private Outcome outcome(SimulationEngine engine, Request request) {
        SimulationRun run = engine.start(request, context);
        frames(run);
        return Objects.requireNonNull(run.outcome());
    }

    private void fitting() throws IOException, InterruptedException {
        Optional<PeerInC> compiled = PeerInC.compiled("fit", directory);
        if (compiled.isEmpty()) {
            return;
        }
        fitting(compiled.get(), "three pairs among three dimensions", new FittingRace(new int[][] {
            {1, 5}, {5, 2}, {2, 1}
        }));
        fitting(compiled.get(), "six pairs in a ring of all dimensions", new FittingRace(new int[][] {
            {0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}
        }));
    }

    private void fitting(PeerInC peer, String pairs, FittingRace race) throws IOException, InterruptedException {
        Path file = race.write(directory.resolve("margins.bin"));
        PeerInC.Printed printed = peer.run(file, SAME, 1);
        String what =
                String.format(Locale.ROOT, "57,600 cells, %s, %.0f sweeps in C", pairs, printed.figures("sweeps")[0]);
        Turn inC = () -> peer.run(file, SAME, Race.ROUNDS).figures("seconds");
        print(what, Race.run(inC, () -> Race.timed(race::fit)), 2);
        agreed("cells, " + pairs, race.worstDifference(printed), SAME);
        Race whole = Race.run(inC, () -> Race.timed(race::fitAndLayOut));
        System.out.printf(
                Locale.ROOT,
                "| the same, with 1,000,000 whole persons laid out | | %.1f ms | | 15 ms | %s |%n",
                1e3 * whole.ours().median(),
                verdict(whole.ours().median() <= 0.015));
    }

    /** A population from one household to the most that are possible, as the main job runs it. */
    private void size(int size) {
        long start = System.nanoTime();
        Population population = norway.population(size);
        long made = System.nanoTime();
        SimulationRun run = norway.engines().simulation().start(norway.simulation(population, 200, MONTHS), context);
        long calibrated = System.nanoTime();
        frames(run);
        long over = System.nanoTime();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.1f s | %.1f s | %.1f s | %,d MB |%n",
                size,
                (made - start) / 1e9,
                (calibrated - made) / 1e9,
                (over - calibrated) / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        if (run.tick() < MONTHS) {
            throw new IllegalStateException("The run ended at tick " + run.tick());
        }
    }

    private static void print(String what, Race race, double aim) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | %s | %.2f | %s |%n",
                what,
                1e3 * race.floor().median(),
                1e3 * race.ours().median(),
                race.ratio(),
                aim,
                verdict(race.ratio().median() <= aim));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "missed";
    }

    private static void agreed(String what, double difference, double most) {
        System.err.printf(Locale.ROOT, "%s differ by at most %.2g%n", what, difference);
        agreed(what, difference <= most);
    }

    private static void agreed(String what, boolean agreed) {
        if (!agreed) {
            throw new IllegalStateException("Not the same thing was measured: " + what + " differ");
        }
    }
}
