package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.workflow.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a package says, apart from how it is stored: figures, variables and the as-of month. The order of the sources, the
 * file format and Parquet's own bytes do not count.
 */
final class PackageContent {

    private PackageContent() {}

    static Fingerprint fingerprint(List<SourceTable> tables, List<Variable> variables, Optional<String> asOf) {
        Map<String, Object> byTable = new TreeMap<>();
        tables.forEach(table -> byTable.put(table.name(), table(table)));
        Map<String, Object> byVariable = new TreeMap<>();
        variables.forEach(variable -> byVariable.put(variable.name(), variable(variable)));
        return CanonicalJson.fingerprint(
                OpenValue.of(Map.of("as_of", asOf.orElse(""), "tables", byTable, "variables", byVariable)));
    }

    /** A variable as an open object. */
    static Map<String, @Nullable Object> variable(Variable variable) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", variable.name());
        object.put("label", variable.label());
        object.put("unit", variable.unit());
        object.put("kind", variable.kind().name().toLowerCase(Locale.ROOT));
        object.put("table", variable.table());
        object.put("aggregation", variable.aggregation().name().toLowerCase(Locale.ROOT));
        object.put("numerator", variable.numerator());
        object.put("denominator", variable.denominator());
        object.put("value", variable.value());
        object.put("minimum", variable.minimum());
        object.put("maximum", variable.maximum());
        return object;
    }

    private static Map<String, Object> table(SourceTable table) {
        Map<String, Object> columns = new TreeMap<>();
        for (Column column : table.columns()) {
            columns.put(
                    column.name(),
                    List.of(
                            column.spec().type().configName(),
                            column.fingerprint().value()));
        }
        return Map.of("time_column", table.source().timeColumn().orElse(""), "rows", table.rows(), "columns", columns);
    }
}
