package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engines.local.config.ConfigObject;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.workflow.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures that nobody measured: an analyst states them in the configuration itself, and scenarios may change them. */
record AssumptionSource(String name, Optional<String> citation, String unit, List<Variable> variables)
        implements SourceSpec {

    static final String TYPE = "values";
    private static final List<String> KEYS = List.of("title", "citation", "unit", "variables");
    private static final List<String> VARIABLE_KEYS = List.of("name", "label", "unit", "value", "minimum", "maximum");

    static AssumptionSource of(DataSource source) {
        ConfigObject config = new ConfigObject("Source \"" + source.name() + "\": ", source.config()).allowing(KEYS);
        String unit = config.optionalText("unit").orElse("");
        List<Variable> variables = new ArrayList<>();
        for (ConfigObject object : config.objects("variables")) {
            variables.add(variable(object.allowing(VARIABLE_KEYS), unit));
        }
        if (variables.isEmpty()) {
            throw config.wrong("variables", "is missing; expected at least one {name, value}");
        }
        return new AssumptionSource(source.name(), config.optionalText("citation"), unit, List.copyOf(variables));
    }

    /** The assumptions alone, in a form that is the same for equal assumptions. */
    byte[] canonical() {
        var open = OpenValue.map(Map.of(
                "variables", variables.stream().map(AssumptionSource::config).toList()));
        return CanonicalJson.write(open).getBytes(StandardCharsets.UTF_8);
    }

    private static Variable variable(ConfigObject config, String sourceUnit) {
        String name = config.text("name");
        Double value = config.optionalNumber("value");
        if (value == null) {
            throw config.wrong("value", "is missing; expected a number");
        }
        String unit = config.optionalText("unit").orElse(sourceUnit);
        Bounds bounds = Bounds.of(config, unit);
        bounds.violation(value).ifPresent(violation -> {
            throw config.wrong("value", "does not fit: " + violation);
        });
        return new Variable(
                name,
                config.optionalText("label").orElse(ColumnSpec.spoken(name)),
                unit,
                Variable.Kind.ASSUMPTION,
                null,
                Aggregation.MEAN,
                null,
                null,
                value,
                bounds.minimum(),
                bounds.maximum());
    }

    private static Map<String, @Nullable Object> config(Variable variable) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        config.put("name", variable.name());
        config.put("label", variable.label());
        config.put("unit", variable.unit().isEmpty() ? null : variable.unit());
        config.put("value", variable.value());
        config.put("minimum", variable.minimum());
        config.put("maximum", variable.maximum());
        return config;
    }
}
