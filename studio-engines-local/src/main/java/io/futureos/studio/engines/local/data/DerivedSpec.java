package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engines.local.config.ConfigObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column to be computed from others.
 *
 * @param of the columns to compute it from
 * @param lag how many rows (months) back a lag looks
 * @param aggregation how months add up to a period; empty if that follows from the columns
 */
record DerivedSpec(
        String name,
        String label,
        String unit,
        Operation operation,
        List<String> of,
        int lag,
        Optional<Aggregation> aggregation,
        Bounds bounds) {

    static final List<String> KEYS =
            List.of("name", "label", "unit", "operation", "of", "lag", "aggregation", "minimum", "maximum");

    /** How a derived column is computed. */
    enum Operation {
        RATIO,
        DIFFERENCE,
        PRODUCT,
        LAG;

        private static final List<String> CONFIG_NAMES = Arrays.stream(values())
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .toList();

        private boolean takes(int operands) {
            return switch (this) {
                case RATIO, DIFFERENCE -> operands == 2;
                case PRODUCT -> operands >= 2;
                case LAG -> operands == 1;
            };
        }

        private String arity() {
            return switch (this) {
                case RATIO -> "a ratio is of two columns, the one above first";
                case DIFFERENCE -> "a difference is of two columns, the second taken from the first";
                case PRODUCT -> "a product is of two columns or more";
                case LAG -> "a lag is of one column";
            };
        }
    }

    static DerivedSpec of(ConfigObject config, String sourceUnit) {
        String name = config.text("name");
        Operation operation = config.choice("operation", Operation.CONFIG_NAMES)
                .map(text -> Operation.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> config.wrong(
                        "operation", "is missing; expected one of " + String.join(", ", Operation.CONFIG_NAMES)));
        List<String> of = config.texts("of");
        if (!operation.takes(of.size())) {
            throw config.wrong("of", "names " + of.size() + " columns, but " + operation.arity());
        }
        String unit = config.optionalText("unit").orElse(operation == Operation.RATIO ? "ratio" : sourceUnit);
        return new DerivedSpec(
                name,
                config.optionalText("label").orElse(ColumnSpec.spoken(name)),
                unit,
                operation,
                of,
                config.whole("lag", 1, 1, Integer.MAX_VALUE),
                config.choice("aggregation", ColumnSpec.AGGREGATIONS).map(ColumnSpec::aggregation),
                Bounds.of(config, unit));
    }
}
