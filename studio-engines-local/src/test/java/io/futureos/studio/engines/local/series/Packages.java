package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.DataPackage.Variable.Kind;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engines.local.data.TableData;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data packages whose one table is in memory. */
public final class Packages {

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
}
