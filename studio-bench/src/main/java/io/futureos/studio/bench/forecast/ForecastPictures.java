package io.futureos.studio.bench.forecast;

import io.futureos.studio.bench.forecast.BlockBootstrap.Interval;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.render.chart.ChartReader;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.svg.ChartSvg;
import io.futureos.studio.report.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws what a backtest wrote: the ensemble's fans at four origins with what came after, and how often outcomes fell below
 * its quantiles.
 */
public final class ForecastPictures {

    private static final int PANEL = 480;
    private static final int PANEL_HEIGHT = 300;
    private static final int CURVE = 560;
    private static final int MARGIN = 12;
    private static final int TITLE = 24;
    private static final int SHOWN_BEFORE = 36;
    private static final int PANELS = 4;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final Palette PALETTE = new Palette(
            Rgb.WHITE,
            new Rgb(0xf5, 0xf7, 0xf9),
            new Rgb(0x1c, 0x27, 0x33),
            new Rgb(0x58, 0x64, 0x72),
            new Rgb(0xdb, 0xe1, 0xe7),
            new Rgb(0x1d, 0x5a, 0x94),
            new Rgb(0xc2, 0x57, 0x1a),
            List.of(new Rgb(0x1d, 0x5a, 0x94), new Rgb(0xc2, 0x57, 0x1a)));

    private final History history;
    private final boolean share;
    private final Map<YearMonth, List<Line>> origins;

    private ForecastPictures(Subject subject, Map<YearMonth, List<Line>> origins) {
        this.history = subject.history();
        this.share = subject.isShare();
        this.origins = origins;
    }

    /**
     * One forecast of one month.
     *
     * @param below the share of the forecast below the outcome
     */
    private record Line(
            YearMonth month,
            double outcome,
            double q05,
            double q25,
            double q50,
            double q75,
            double q95,
            double below) {}

    /** Takes the options that name a series, {@code --forecasts FILE} and {@code --out FOLDER}. */
    public static void main(String[] arguments) throws IOException {
        List<String> known = new ArrayList<>(SubjectFiles.OPTIONS);
        known.addAll(List.of("forecasts", "out"));
        try {
            Arguments read = Arguments.read(known, arguments);
            Path forecasts = Path.of(read.required("forecasts", "what ForecastBacktest wrote with --write-csv"));
            Path out = Path.of(read.required("out", "the folder for the pictures"));
            if (!Files.isRegularFile(forecasts)) {
                throw new InputProblem(
                        "There is no file " + forecasts + "; ForecastBacktest writes it with --write-csv.");
            }
            ForecastPictures pictures =
                    new ForecastPictures(SubjectFiles.read(read).subject(), lines(Files.readAllLines(forecasts)));
            Files.createDirectories(out);
            Files.writeString(out.resolve("forecasting-fans.svg"), pictures.fans());
            Files.writeString(out.resolve("forecasting-reliability.svg"), pictures.reliability());
        } catch (InputProblem | EngineException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static Map<YearMonth, List<Line>> lines(List<String> csv) {
        Map<YearMonth, List<Line>> origins = new TreeMap<>();
        for (String line : csv) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(Pipeline.ENSEMBLE)) {
                origins.computeIfAbsent(YearMonth.parse(cells[1]), any -> new ArrayList<>())
                        .add(new Line(
                                YearMonth.parse(cells[2]),
                                Double.parseDouble(cells[4]),
                                Double.parseDouble(cells[5]),
                                Double.parseDouble(cells[6]),
                                Double.parseDouble(cells[7]),
                                Double.parseDouble(cells[8]),
                                Double.parseDouble(cells[9]),
                                Double.parseDouble(cells[10])));
            }
        }
        return origins;
    }

    /** Four origins, evenly spread over those whose whole year is known. */
    private String fans() {
        List<YearMonth> whole = origins.entrySet().stream()
                .filter(origin -> origin.getValue().size() == Pipeline.HORIZON)
                .map(Map.Entry::getKey)
                .toList();
        var picture = new StringBuilder();
        int panels = Math.min(PANELS, whole.size());
        List<YearMonth> drawn = IntStream.range(0, panels)
                .mapToObj(i -> whole.get(panels == 1 ? 0 : i * (whole.size() - 1) / (panels - 1)))
                .toList();
        Map<String, Object> axis = axis(drawn);
        for (int i = 0; i < panels; i++) {
            picture.append(panel(
                    "Forecast at the end of " + MONTH.format(drawn.get(i)),
                    fan(drawn.get(i), axis),
                    "fan" + i,
                    MARGIN + i % 2 * (PANEL + MARGIN),
                    MARGIN + i / 2 * PANEL_HEIGHT,
                    PANEL));
        }
        return document(2 * PANEL + 3 * MARGIN, (panels + 1) / 2 * PANEL_HEIGHT + MARGIN, picture);
    }

    /** One axis for all panels, so that they can be compared. */
    private Map<String, Object> axis(List<YearMonth> drawn) {
        double[] values = drawn.stream()
                .flatMapToDouble(origin -> DoubleStream.concat(
                        origins.getOrDefault(origin, List.of()).stream()
                                .flatMapToDouble(line -> DoubleStream.of(line.q05(), line.q95(), line.outcome())),
                        history.outcomes(origin.minusMonths(SHOWN_BEFORE), SHOWN_BEFORE).stream()
                                .mapToDouble(month -> history.at(month).orElseThrow())))
                .sorted()
                .toArray();
        return Map.of("min", values[0], "max", values[values.length - 1]);
    }

    private Chart fan(YearMonth origin, Map<String, Object> axis) {
        List<String> months = new ArrayList<>();
        List<@Nullable Object> known = new ArrayList<>();
        Map<String, List<@Nullable Object>> said = new LinkedHashMap<>();
        List.of("q05", "q25", "q50", "q75", "q95").forEach(name -> said.put(name, new ArrayList<>()));
        for (int t = 1 - SHOWN_BEFORE; t <= 0; t++) {
            YearMonth month = origin.plusMonths(t);
            months.add(month.toString());
            known.add(history.at(month).isPresent() ? history.at(month).getAsDouble() : null);
            said.values().forEach(values -> values.add(null));
        }
        for (Line line : origins.getOrDefault(origin, List.of())) {
            months.add(line.month().toString());
            known.add(line.outcome());
            double[] values = {line.q05(), line.q25(), line.q50(), line.q75(), line.q95()};
            int next = 0;
            for (List<@Nullable Object> quantile : said.values()) {
                quantile.add(values[next++]);
            }
        }
        return new Chart(
                "line",
                Map.of(
                        "x",
                        months,
                        "series",
                        List.of(
                                Map.of("name", "observed", "values", known),
                                Map.of("name", "median", "values", said.getOrDefault("q50", List.of()))),
                        "bands",
                        List.of(
                                band("90 %", said.getOrDefault("q05", List.of()), said.getOrDefault("q95", List.of())),
                                band(
                                        "50 %",
                                        said.getOrDefault("q25", List.of()), said.getOrDefault("q75", List.of())))),
                config(
                        "The ensemble's forecast at the end of " + MONTH.format(origin) + ", with what came after",
                        share ? "percent" : "number",
                        with(axis, "split", Map.of("x", origin.toString(), "label", ""))));
    }

    /** By level, how many of the outcomes fell below the quantile, with the interval of other years. */
    private String reliability() {
        List<String> levels = new ArrayList<>();
        List<Object> stated = new ArrayList<>();
        List<Object> observed = new ArrayList<>();
        List<Object> low = new ArrayList<>();
        List<Object> high = new ArrayList<>();
        List<List<Line>> all = List.copyOf(origins.values());
        for (int level = 5; level <= 95; level += 5) {
            double quantile = level / 100.0;
            Interval interval = BlockBootstrap.of(all, sample -> below(sample, quantile));
            levels.add(level + " %");
            stated.add(quantile);
            observed.add(below(all, quantile));
            low.add(interval.low());
            high.add(interval.high());
        }
        Chart chart = new Chart(
                "line",
                Map.of(
                        "x",
                        levels,
                        "series",
                        List.of(
                                Map.of("name", "outcomes below it", "values", observed),
                                Map.of("name", "if calibrated", "values", stated)),
                        "bands",
                        List.of(band("what other years might have shown (90 %)", low, high))),
                config(
                        "How often outcomes fell below the ensemble's quantiles",
                        "percent",
                        Map.of("x_label", "quantile of the forecast", "min", 0, "max", 1)));
        String panel = panel("Outcomes below each quantile", chart, "reliability", MARGIN, MARGIN, CURVE);
        return document(CURVE + 2 * MARGIN, PANEL_HEIGHT + 2 * MARGIN + TITLE, new StringBuilder(panel));
    }

    private static double below(List<List<Line>> origins, double quantile) {
        return origins.stream()
                .flatMap(List::stream)
                .mapToDouble(line -> line.below() <= quantile ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> with = new LinkedHashMap<>(map);
        with.put(key, value);
        return with;
    }

    private static Map<String, Object> band(String name, List<?> lower, List<?> upper) {
        return Map.of("name", name, "lower", lower, "upper", upper);
    }

    private static Map<String, Object> config(String title, String unit, Map<String, Object> more) {
        Map<String, Object> config = new LinkedHashMap<>(Map.of("title", title, "alt", title, "unit", unit));
        config.putAll(more);
        return config;
    }

    private static String panel(String title, Chart chart, String id, int x, int y, int width) {
        String drawn =
                ChartSvg.draw(ChartReader.read(chart), PALETTE, id, width).orElse("");
        return String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" font-size=\"14\" font-weight=\"bold\" fill=\"%s\">%s</text>\n",
                        x,
                        y + 15,
                        PALETTE.ink(),
                        title)
                + drawn.replaceFirst("<svg ", "<svg x=\"" + x + "\" y=\"" + (y + TITLE) + "\" ") + "\n";
    }

    /** On white, whatever the page's colour is. */
    private static String document(int width, int height, StringBuilder content) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n%s</svg>\n",
                width,
                height,
                width,
                height,
                PALETTE.background(),
                content);
    }
}
