package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Computes derived columns. A figure that needs a missing one is missing. */
final class Derivation {

    private final SourceTable table;

    private Derivation(SourceTable table) {
        this.table = table;
    }

    /**
     * Adds the derived columns of the table's source.
     *
     * @throws io.futureos.studio.engine.EngineException if a ratio is over zero or a result is out of its bounds
     */
    static void addTo(SourceTable table) {
        Derivation derivation = new Derivation(table);
        table.source().derived().forEach(derivation::add);
    }

    private void add(DerivedSpec spec) {
        List<NumberColumn> of =
                spec.of().stream().map(name -> table.figures(name, spec.name())).toList();
        IntToDoubleFunction figure = switch (spec.operation()) {
            case RATIO -> row -> ratio(spec, of.get(0), of.get(1), row);
            case DIFFERENCE -> row -> of.get(0).number(row) - of.get(1).number(row);
            case PRODUCT -> row -> product(of, row);
            case LAG -> row -> lagged(of.get(0), row, spec.lag());
        };
        double[] values = IntStream.range(0, table.rows())
                .mapToDouble(row -> checked(spec, row, figure.applyAsDouble(row)))
                .toArray();
        table.add(new NumberColumn(columnSpec(spec), values));
    }

    private double ratio(DerivedSpec spec, NumberColumn above, NumberColumn below, int row) {
        if (below.number(row) == 0) {
            throw table.place(row)
                    .column(below.name())
                    .error(
                            "ratio_over_zero",
                            "the figure is 0, but \"" + spec.name() + "\" divides by it; correct the figure or leave"
                                    + " the row out.");
        }
        return above.number(row) / below.number(row);
    }

    /** The figure {@code lag} months before; missing where that month is. */
    private double lagged(NumberColumn figures, int row, int lag) {
        int earlier = table.rowBefore(row, lag);
        return earlier < 0 ? Double.NaN : figures.number(earlier);
    }

    private static double product(List<NumberColumn> factors, int row) {
        double product = 1;
        for (NumberColumn factor : factors) {
            product *= factor.number(row);
        }
        return product;
    }

    private double checked(DerivedSpec spec, int row, double value) {
        Place place = table.place(row).column(spec.name());
        if (Double.isInfinite(value)) {
            throw place.error(
                    "figure_out_of_bounds", "the derived figure is too large for a number; check its inputs.");
        }
        spec.bounds().violation(value).ifPresent(violation -> {
            throw place.error(
                    "figure_out_of_bounds",
                    "the derived figure " + violation + "; check " + String.join(" and ", spec.of()) + ".");
        });
        return value + 0.0;
    }

    private static ColumnSpec columnSpec(DerivedSpec spec) {
        return new ColumnSpec(
                spec.name(), ColumnType.NUMBER, spec.label(), spec.unit(), Aggregation.MEAN, spec.bounds(), true);
    }
}
