package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.DataPackage.Variable.Kind;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.data.TableData;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data packages whose one table is in memory. */
public final class Packages {

    private static final Path NORWAY = Path.of("../studio-examples/quickstart/data/norway/new-cars.csv");

    private final DataPackage data;
    private final TableData rows;

    private Packages(DataPackage data, TableData rows) {
        this.data = data;
        this.rows = rows;
    }

    public DataPackage data() {
        return data;
    }

    public TableSource tables() {
        return (table, context) -> rows;
    }

    /** The real figures of the main job: new cars, battery-electric ones, and their share. */
    public static Packages norway() {
        List<String> lines;
        try {
            lines = Files.readAllLines(NORWAY, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> months = new ArrayList<>();
        double[] cars = new double[lines.size() - 1];
        double[] electric = new double[lines.size() - 1];
        double[] share = new double[lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = Arrays.asList(lines.get(i).split(",", -1));
            months.add(cells.get(0));
            cars[i - 1] = Double.parseDouble(cells.get(1));
            electric[i - 1] = Double.parseDouble(cells.get(2));
            share[i - 1] = electric[i - 1] / cars[i - 1];
        }
        Map<String, double[]> numbers = new LinkedHashMap<>();
        numbers.put("new_cars", cars);
        numbers.put("battery_electric", electric);
        numbers.put("battery_electric_share", share);
        return of(
                months,
                numbers,
                List.of(
                        count("new_cars", "new passenger cars"),
                        count("battery_electric", "battery-electric new passenger cars"),
                        new Variable(
                                "battery_electric_share",
                                "battery-electric cars of the new passenger cars",
                                "share",
                                Kind.DERIVED,
                                "new_cars",
                                Aggregation.RATIO_OF_SUMS,
                                "battery_electric",
                                "new_cars",
                                null,
                                null,
                                null),
                        assumption("vat_exemption"),
                        assumption("charging_access")));
    }

    /** A single share, "y", from January 2017 on. */
    public static Packages share(double... values) {
        return single("share", Aggregation.MEAN, null, values);
    }

    /** A single count, "y", from January 2017 on. */
    public static Packages count(double... values) {
        return single("cars", Aggregation.SUM, 0.0, values);
    }

    /** A single quantity that may be negative, "y", from January 2017 on. */
    public static Packages level(double... values) {
        return single("degrees", Aggregation.MEAN, null, values);
    }

    private static Packages single(String unit, Aggregation aggregation, @Nullable Double minimum, double[] values) {
        List<String> months = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            months.add(Months.text(2017 * 12 + i));
        }
        Variable y = new Variable(
                "y", "the quantity", unit, Kind.COLUMN, "new_cars", aggregation, null, null, null, minimum, null);
        return of(months, Map.of("y", values), List.of(y));
    }

    /** A table "new_cars" with the given columns. */
    public static Packages of(List<String> months, Map<String, double[]> numbers, List<Variable> variables) {
        BlobKey key = new BlobKey(Fingerprint.of("table"));
        DataPackage.Table table = new DataPackage.Table("new_cars", key, months.size(), "month", List.of());
        DataPackage.SourceNote source =
                new DataPackage.SourceNote("new_cars", "OFV <monthly figures>", "cars", key, months.size(), 0);
        DataPackage data = new DataPackage(
                Fingerprint.of("content"),
                key,
                List.of(table),
                variables,
                List.of(source),
                List.of(),
                months.isEmpty() ? null : months.get(months.size() - 1),
                List.of("The figures are those of registrations."));
        return new Packages(data, new TableData(numbers, Map.of("month", months)));
    }

    private static Variable count(String name, String label) {
        return new Variable(name, label, "cars", Kind.COLUMN, "new_cars", Aggregation.SUM, null, null, null, 0.0, null);
    }

    private static Variable assumption(String name) {
        return new Variable(name, name, "share", Kind.ASSUMPTION, null, Aggregation.MEAN, null, null, 1.0, 0.0, 1.0);
    }

    /** The question of the main job. */
    public static PredictionTask norwaysQuestion() {
        return new PredictionTask(
                "Will battery-electric cars be more than 95 % of the new passenger cars registered in Norway in 2025?",
                "battery_electric_share",
                Comparison.ABOVE,
                0.95,
                "2025-01",
                "2025-12",
                Occasion.OVER_PERIOD,
                "2024-12");
    }

    /** Whether "y" will be above {@code threshold} over the {@code months} after the package's last one. */
    public PredictionTask question(double threshold, int months) {
        int asOf = Months.number(java.util.Objects.requireNonNull(data.asOf()));
        return new PredictionTask(
                "Will it?",
                "y",
                Comparison.ABOVE,
                threshold,
                Months.text(asOf + 1),
                Months.text(asOf + months),
                Occasion.OVER_PERIOD,
                null);
    }

    /** A context that has no blobs and listens to nothing. */
    public static EngineContext context() {
        return new EngineContext() {
            @Override
            public void progress(String phase, double fraction) {}

            @Override
            public byte[] read(BlobKey key) {
                throw new IllegalArgumentException("There is no blob " + key);
            }

            @Override
            public BlobKey store(byte[] content) {
                return BlobKey.of(content);
            }
        };
    }
}
