package io.futureos.studio.engines.local;

import io.futureos.studio.action.Template;
import io.futureos.studio.action.TemplateReader;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.data.TableData;
import io.futureos.studio.engines.local.series.Packages;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Norwegian figures and template of the quickstart, as a data package whose tables are kept in memory. */
public final class NorwayFixture {

    /** The folder with the template and its files. */
    public static final Path FOLDER = Path.of("..", "studio-examples", "quickstart", "data", "norway");

    private final Map<String, TableData> tables = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>(List.of(
            column("new_cars", "new passenger cars"),
            column("battery_electric", "battery-electric new passenger cars"),
            new Variable(
                    "battery_electric_share",
                    "battery-electric cars of the new passenger cars",
                    "share",
                    Variable.Kind.DERIVED,
                    "new_cars",
                    Variable.Aggregation.RATIO_OF_SUMS,
                    "battery_electric",
                    "new_cars",
                    null,
                    0.0,
                    1.0),
            assumption("vat_exemption", 1, 1),
            assumption("charging_access", 1, 2)));

    public NorwayFixture() {
        TableData cars = csv("new-cars.csv", List.of("month"));
        withCars(cars.texts("month"), cars.numbers("new_cars"), cars.numbers("battery_electric"));
        tables.put("households", csv("households.csv", List.of("age_of_oldest", "cars")));
        tables.put("cars_per_adult", csv("cars-per-adult-by-income.csv", List.of("income_decile")));
    }

    private static Variable column(String name, String label) {
        return new Variable(
                name,
                label,
                "cars",
                Variable.Kind.COLUMN,
                "new_cars",
                Variable.Aggregation.SUM,
                null,
                null,
                null,
                0.0,
                null);
    }

    private static Variable assumption(String name, double value, double maximum) {
        return new Variable(
                name,
                name,
                "share",
                Variable.Kind.ASSUMPTION,
                null,
                Variable.Aggregation.MEAN,
                null,
                null,
                value,
                0.0,
                maximum);
    }

    /** Puts a table in place of another, or beside the others. */
    public NorwayFixture with(String name, TableData table) {
        tables.put(name, table);
        return this;
    }

    /** The months of cars registered, with other figures. */
    public NorwayFixture withCars(List<String> months, double[] all, double[] electric) {
        double[] share = new double[all.length];
        for (int i = 0; i < share.length; i++) {
            share[i] = all[i] > 0 ? electric[i] / all[i] : Double.NaN;
        }
        Map<String, double[]> numbers = new LinkedHashMap<>();
        numbers.put("new_cars", all);
        numbers.put("battery_electric", electric);
        numbers.put("battery_electric_share", share);
        return with("new_cars", new TableData(numbers, Map.of("month", months)));
    }

    /** The cars alone, for what looks at nothing else. */
    public Packages cars() {
        TableData cars = table("new_cars");
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (String column : List.of("new_cars", "battery_electric", "battery_electric_share")) {
            numbers.put(column, cars.numbers(column));
        }
        return Packages.of(cars.texts("month"), numbers, variables);
    }

    public TableData table(String name) {
        TableData table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException(name);
        }
        return table;
    }

    public DataPackage data(String asOf) {
        List<Table> listed = tables.keySet().stream()
                .map(name -> new Table(
                        name,
                        BlobKey.of(name.getBytes(StandardCharsets.UTF_8)),
                        1,
                        name.equals("new_cars") ? "month" : null,
                        List.of()))
                .toList();
        var content = Fingerprint.of(asOf + tables);
        return new DataPackage(content, new BlobKey(content), listed, variables, List.of(), List.of(), asOf, List.of());
    }

    /** Reads tables as a data package would. */
    public TableData read(Table table, EngineContext context) {
        context.progress("reading " + table.name(), 0);
        return table(table.name());
    }

    public static PredictionTask task(String asOf) {
        return new PredictionTask(
                "Will battery-electric cars be more than 95 % of the new passenger cars registered in Norway in 2025?",
                "battery_electric_share",
                PredictionTask.Comparison.ABOVE,
                0.95,
                "2025-01",
                "2025-12",
                PredictionTask.Occasion.OVER_PERIOD,
                asOf);
    }

    /** What the template's population is made from, to be changed at will. */
    public static Map<String, Object> populationConfig() {
        return new LinkedHashMap<>(template().population().config());
    }

    /** How the template simulates, to be changed at will. */
    public static Map<String, Object> simulationConfig() {
        return new LinkedHashMap<>(template().simulation());
    }

    /** The template of the quickstart. */
    public static Template template() {
        try {
            Map<?, ?> json = StudioJson.read(Files.readAllBytes(FOLDER.resolve("template.json")), Map.class);
            return TemplateReader.read(OpenValue.map(json)).match(template -> template, problems -> {
                throw new IllegalStateException("template.json: " + problems);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableData csv(String file, List<String> texts) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8);
            String[] header = lines.get(0).split(",", -1);
            Map<String, double[]> numbers = new LinkedHashMap<>();
            Map<String, List<String>> words = new LinkedHashMap<>();
            for (int c = 0; c < header.length; c++) {
                int column = c;
                List<String> cells = lines.stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)[column])
                        .toList();
                if (texts.contains(header[c])) {
                    words.put(header[c], cells);
                } else {
                    numbers.put(
                            header[c],
                            cells.stream().mapToDouble(Double::parseDouble).toArray());
                }
            }
            return new TableData(numbers, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
