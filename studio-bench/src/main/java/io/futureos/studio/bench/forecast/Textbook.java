package io.futureos.studio.bench.forecast;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The textbook's methods as R's package forecast has them: {@code ets} and {@code auto.arima}, both on the log-odds of a
 * share, on the logarithm of what is never negative, and on the plain figures otherwise. Quantiles are taken back from the
 * scale one by one.
 */
enum Textbook {
    ETS("ETS", "ets"),
    ARIMA("ARIMA", "arima");

    private static final String SCRIPT = "textbook.R";
    private static final long MINUTES = 60;

    private final String label;
    private final String argument;

    Textbook(String label, String argument) {
        this.label = label;
        this.argument = argument;
    }

    String label() {
        return label;
    }

    /** Whether R is installed here with its package forecast. */
    static boolean isThere() {
        try {
            Process process = new ProcessBuilder("Rscript", "-e", "library(forecast)")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the method says at each origin of the months after it. */
    Map<YearMonth, Map<YearMonth, Predictive>> forecast(Subject subject, List<YearMonth> origins) {
        List<Scale> scales = new ArrayList<>();
        List<String> histories = new ArrayList<>();
        for (YearMonth origin : origins) {
            double[] known = subject.history().upTo(origin);
            MonthlySeries series = MonthlySeries.of(months(subject.history().first(), known.length), known);
            Scale scale = Scale.fitting(subject.variable(), series);
            scales.add(scale);
            histories.add(String.join(
                    ",",
                    Arrays.stream(scale.forward(series))
                            .mapToObj(value -> Double.isNaN(value) ? "NA" : Double.toString(value))
                            .toList()));
        }
        Map<YearMonth, Map<YearMonth, Predictive>> said = new LinkedHashMap<>();
        for (String line : run(histories, subject.history().first().getMonthValue())) {
            String[] cells = line.split(",", -1);
            int number = Integer.parseInt(cells[0]) - 1;
            List<Double> values = new ArrayList<>();
            for (int i = 2; i < cells.length; i++) {
                values.add(scales.get(number).back(Double.parseDouble(cells[i])));
            }
            YearMonth origin = origins.get(number);
            said.computeIfAbsent(origin, any -> new LinkedHashMap<>())
                    .put(origin.plusMonths(Long.parseLong(cells[1])), Predictive.of(values));
        }
        return said;
    }

    private static List<String> months(YearMonth first, int count) {
        List<String> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(first.plusMonths(i).toString());
        }
        return months;
    }

    private List<String> run(List<String> histories, int firstMonth) {
        try {
            Path folder = Files.createTempDirectory("textbook");
            try {
                return run(folder, histories, firstMonth);
            } finally {
                for (String name : List.of(SCRIPT, "in", "out", "err")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while R was working", e);
        }
    }

    private List<String> run(Path folder, List<String> histories, int firstMonth)
            throws IOException, InterruptedException {
        try (InputStream script = Textbook.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException("The resource " + SCRIPT + " is not beside this class");
            }
            Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.write(folder.resolve("in"), histories, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(
                        "Rscript",
                        folder.resolve(SCRIPT).toString(),
                        argument,
                        Integer.toString(Pipeline.HORIZON),
                        Integer.toString(Predictive.VALUES),
                        Integer.toString(firstMonth))
                .redirectInput(folder.resolve("in").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("R's " + label + " did not end within " + MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("R's " + label + " failed: "
                    + Files.readString(folder.resolve("err")).strip());
        }
        return Files.readAllLines(folder.resolve("out"));
    }
}
