package io.futureos.studio.engines.local.data;

import io.futureos.studio.engines.local.config.ConfigObject;
import io.futureos.studio.model.DataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table in a file.
 *
 * @param path of the file, relative to the engine's directory
 * @param timeColumn the column with the months; empty if the table has none
 * @param columns the columns to read, by name; if empty all are read and their types are inferred
 * @param derived the columns to compute, in this order
 */
record FileSource(
        String name,
        SourceFormat format,
        String path,
        Dialect dialect,
        Optional<String> title,
        Optional<String> citation,
        String unit,
        Optional<String> timeColumn,
        Map<String, ColumnSpec> columns,
        List<DerivedSpec> derived)
        implements SourceSpec {

    private static final List<String> KEYS =
            List.of("path", "title", "citation", "unit", "time_column", "columns", "derived");

    FileSource {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        derived = List.copyOf(derived);
    }

    static FileSource of(DataSource source, SourceFormat format) {
        List<String> keys = new ArrayList<>(KEYS);
        if (format == SourceFormat.CSV) {
            keys.addAll(Dialect.KEYS);
        }
        ConfigObject config = new ConfigObject("Source \"" + source.name() + "\": ", source.config()).allowing(keys);
        String unit = config.optionalText("unit").orElse("");
        Optional<String> timeColumn = config.optionalText("time_column");
        Map<String, ColumnSpec> columns = columns(config, unit, timeColumn);
        return new FileSource(
                source.name(),
                format,
                config.text("path"),
                format == SourceFormat.CSV ? Dialect.of(config) : Dialect.STANDARD,
                config.optionalText("title"),
                config.optionalText("citation"),
                unit,
                timeColumn,
                columns,
                derived(config, unit, columns, timeColumn));
    }

    /** The same with the columns that were found in the file. */
    FileSource withColumns(Map<String, ColumnSpec> found) {
        return new FileSource(name, format, path, dialect, title, citation, unit, timeColumn, found, derived);
    }

    RowReader reader() {
        return format.reader(dialect);
    }

    boolean isTimeColumn(String column) {
        return timeColumn.filter(column::equals).isPresent();
    }

    private static Map<String, ColumnSpec> columns(ConfigObject config, String unit, Optional<String> timeColumn) {
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        config.objectsByName("columns")
                .forEach((name, column) ->
                        columns.put(name, ColumnSpec.of(name, unit, column.allowing(ColumnSpec.KEYS))));
        timeColumn.filter(name -> !columns.isEmpty()).ifPresent(name -> {
            ColumnSpec time =
                    columns.computeIfAbsent(name, added -> ColumnSpec.inferred(added, ColumnType.MONTH, "", false));
            if (time.type() != ColumnType.MONTH) {
                throw config.wrong("time_column", "is \"" + name + "\", whose type must then be month");
            }
        });
        return columns;
    }

    private static List<DerivedSpec> derived(
            ConfigObject config, String unit, Map<String, ColumnSpec> columns, Optional<String> timeColumn) {
        List<DerivedSpec> derived = new ArrayList<>();
        Set<String> names = new HashSet<>(columns.keySet());
        for (ConfigObject object : config.objects("derived")) {
            DerivedSpec spec = DerivedSpec.of(object.allowing(DerivedSpec.KEYS), unit);
            spec.of().stream()
                    .filter(operand -> !columns.isEmpty() && !names.contains(operand))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw object.wrong(
                                "of",
                                "names \"" + unknown + "\", which is no column before it; there are "
                                        + String.join(", ", new TreeSet<>(names)));
                    });
            if (!names.add(spec.name())) {
                throw object.wrong("name", "is \"" + spec.name() + "\", which is a column already; choose another");
            }
            if (spec.operation() == DerivedSpec.Operation.LAG && timeColumn.isEmpty()) {
                throw object.wrong("operation", "is lag, which needs a \"time_column\" in the source");
            }
            derived.add(spec);
        }
        return derived;
    }
}
