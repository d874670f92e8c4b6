package io.futureos.studio.bench.forecast;

import io.futureos.studio.json.InvalidJsonException;
import io.futureos.studio.json.StudioJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints a line in Markdown for each backtest that {@link ForecastBacktest} wrote with {@code --write-json}. */
public final class BacktestOverview {

    private BacktestOverview() {}

    /** Takes the files, and prints them in the order given. */
    public static void main(String[] files) throws IOException {
        try {
            print(System.out, List.of(files));
        } catch (InputProblem e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static void print(PrintStream out, List<String> files) throws IOException, InputProblem {
        out.println(
                "| series | months | CRPS of seasonal naive's | of the better of ETS and ARIMA's | 50 % | 80 % | 90 % |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (String file : files) {
            out.println(line(file));
        }
    }

    private static String line(String file) throws IOException, InputProblem {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new InputProblem("There is no file " + file + "; ForecastBacktest writes it with --write-json.");
        }
        try {
            Map<String, Object> all = StudioJson.readOwn(Files.readString(path));
            Map<?, ?> coverage = (Map<?, ?>) all.getOrDefault("ensemble_coverage", Map.of());
            return String.join(
                    " | ",
                    "| " + String.valueOf(all.get("series")).replace(".csv", "") + ", " + all.get("label"),
                    String.valueOf(all.get("months")),
                    ratio(all.get("against_naive"), false),
                    ratio(all.get("against_textbook"), true),
                    interval(coverage.get("coverage50")),
                    interval(coverage.get("coverage80")),
                    interval(coverage.get("coverage90")) + " |");
        } catch (InvalidJsonException | ClassCastException e) {
            throw new InputProblem(
                    file + " is not what ForecastBacktest writes with --write-json: " + e.getMessage(), e);
        }
    }

    private static String ratio(@Nullable Object ratio, boolean named) {
        return ratio instanceof Map<?, ?> one
                ? String.format(
                        Locale.ROOT,
                        "%.2f (%.2f to %.2f)%s",
                        number(one.get("ratio")),
                        number(one.get("low")),
                        number(one.get("high")),
                        named ? ", " + one.get("other") : "")
                : "";
    }

    private static String interval(@Nullable Object coverage) {
        return coverage instanceof Map<?, ?> one
                ? String.format(
                        Locale.ROOT,
                        "%.0f (%.0f to %.0f)",
                        100 * number(one.get("share")),
                        100 * number(one.get("low")),
                        100 * number(one.get("high")))
                : "";
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
