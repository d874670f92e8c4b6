package io.futureos.studio.bench.forecast;

import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often the intervals that a forecast states hold what comes, on simulated series whose future is known: 1,000 by
 * default, as many from each process. A program and no benchmark of JMH.
 */
public final class SimulatedCoverage {

    private static final long SEED = 2_026;
    private static final int SERIES = 1_000;
    private static final int THREADS = 2;
    private static final List<Truth> TRUTHS = List.of(Truth.values());
    private static final YearMonth FIRST = YearMonth.of(2010, 1);

    private final Path folder;
    private final int series;
    private final PrintStream progress;

    private SimulatedCoverage(Path folder, int series, PrintStream progress) {
        this.folder = folder;
        this.series = series;
        this.progress = progress;
    }

    /** Takes {@code --series N}. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, InputProblem {
        int series = Arguments.read(List.of("series"), arguments).whole("series", SERIES, TRUTHS.size(), 1_000_000);
        Path folder = Files.createTempDirectory("simulated");
        try {
            new SimulatedCoverage(folder, series, System.err).run(System.out);
        } finally {
            Files.delete(folder);
        }
    }

    /**
     * What became of one forecast month.
     *
     * @param inside by level, whether the interval held it
     */
    private record Month(Truth truth, int number, int horizon, List<Boolean> inside) {}

    private void run(PrintStream out) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Month>>> asked = new ArrayList<>();
            for (int i = 0; i < series; i++) {
                Truth truth = TRUTHS.get(i % TRUTHS.size());
                int number = i / TRUTHS.size();
                asked.add(pool.submit(() -> forecast(truth, number)));
            }
            List<Month> months = new ArrayList<>();
            for (int i = 0; i < series; i++) {
                months.addAll(asked.get(i).get());
                if ((i + 1) % 100 == 0) {
                    progress.println((i + 1) + " series");
                }
            }
            print(out, months);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The year to come is in the file, and left out by the as-of month like anybody's later rows. */
    private List<Month> forecast(Truth truth, int number) throws IOException, InputProblem {
        double[] values = truth.series(SEED, number);
        Path file = folder.resolve(truth.name() + "-" + number + ".csv");
        List<String> lines = new ArrayList<>(List.of("month,value"));
        for (int t = 0; t < values.length; t++) {
            lines.add(FIRST.plusMonths(t) + "," + values[t]);
        }
        Files.write(file, lines);
        try {
            SubjectFiles.Read read = SubjectFiles.read(Arguments.read(
                    SubjectFiles.OPTIONS, "--csv", file.toString(), "--month", "month", "--value", "value"));
            YearMonth origin = read.subject().history().last().minusMonths(Pipeline.HORIZON);
            Forecast forecast = new Pipeline(read.subject(), read.engines(), new December(0)).fan(origin);
            List<Month> months = new ArrayList<>();
            for (int h = 1; h <= Pipeline.HORIZON; h++) {
                double outcome = values[values.length - Pipeline.HORIZON + h - 1];
                months.add(new Month(truth, number, h, inside(forecast.periods().get(h - 1), outcome)));
            }
            return months;
        } finally {
            Files.delete(file);
        }
    }

    private static List<Boolean> inside(Quantiles quantiles, double outcome) {
        return List.of(
                quantiles.q25() <= outcome && outcome <= quantiles.q75(),
                quantiles.q10() <= outcome && outcome <= quantiles.q90(),
                quantiles.q05() <= outcome && outcome <= quantiles.q95());
    }

    private void print(PrintStream out, List<Month> months) {
        out.printf(
                Locale.ROOT,
                "%d simulated series, each forecast a year ahead. In per cent; in brackets the distance to nominal, and%n"
                        + "after +- twice the standard error over series.%n%n",
                series);
        out.printf(Locale.ROOT, "%-34s %21s %21s %21s%n", "", "50 % covers", "80 % covers", "90 % covers");
        line(out, "all", months, month -> true);
        out.println();
        for (Truth truth : Truth.values()) {
            line(out, truth.label(), months, month -> month.truth() == truth);
        }
        out.println();
        for (int h = 1; h <= Pipeline.HORIZON; h++) {
            int horizon = h;
            line(out, h + (h == 1 ? " month ahead" : " months ahead"), months, month -> month.horizon() == horizon);
        }
    }

    private static void line(PrintStream out, String name, List<Month> months, Predicate<Month> which) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-34s", name));
        for (int level = 0; level < Track.LEVELS.size(); level++) {
            double nominal = 100 * Track.LEVELS.get(level);
            double[] shares = shares(months.stream().filter(which).toList(), level);
            double mean = mean(shares);
            line.append(String.format(
                    Locale.ROOT,
                    " %21s",
                    String.format(
                            Locale.ROOT,
                            "%.1f (%+.1f) +-%.1f",
                            100 * mean,
                            100 * mean - nominal,
                            200 * error(shares, mean))));
        }
        out.println(line);
    }

    /** By series, since the months of one are not independent. */
    private static double[] shares(List<Month> months, int level) {
        return months.stream()
                .collect(Collectors.groupingBy(
                        month -> month.truth() + "-" + month.number(),
                        TreeMap::new,
                        Collectors.averagingDouble(month -> month.inside().get(level) ? 1 : 0)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    private static double error(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
    }
}
