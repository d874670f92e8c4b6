package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engines.local.config.ConfigObject;
import java.util.List;
import java.util.Locale;

/**
 * What a configuration says about a column of a file.
 *
 * @param label how people call it
 * @param aggregation how months add up to a period
 * @param optional whether cells may be empty
 */
record ColumnSpec(
        String name,
        ColumnType type,
        String label,
        String unit,
        Aggregation aggregation,
        Bounds bounds,
        boolean optional) {

    static final List<String> KEYS = List.of("type", "label", "unit", "aggregation", "minimum", "maximum", "optional");
    static final List<String> AGGREGATIONS = List.of("sum", "mean");

    static ColumnSpec of(String name, String sourceUnit, ConfigObject config) {
        String type = config.choice("type", ColumnType.CONFIG_NAMES)
                .orElseThrow(() -> config.wrong(
                        "type", "is missing; expected one of " + String.join(", ", ColumnType.CONFIG_NAMES)));
        String unit = config.optionalText("unit").orElse(sourceUnit);
        return new ColumnSpec(
                name,
                ColumnType.ofConfigName(type),
                config.optionalText("label").orElse(spoken(name)),
                unit,
                config.choice("aggregation", AGGREGATIONS)
                        .map(ColumnSpec::aggregation)
                        .orElse(Aggregation.MEAN),
                Bounds.of(config, unit),
                config.flag("optional", false));
    }

    /** A column that no configuration describes. */
    static ColumnSpec inferred(String name, ColumnType type, String sourceUnit, boolean optional) {
        return new ColumnSpec(name, type, spoken(name), sourceUnit, Aggregation.MEAN, Bounds.NONE, optional);
    }

    static Aggregation aggregation(String name) {
        return Aggregation.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** A name as one would say it. */
    static String spoken(String name) {
        return name.replace('_', ' ').strip();
    }
}
