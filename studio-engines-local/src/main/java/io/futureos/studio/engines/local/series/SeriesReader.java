package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.data.TableData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the monthly variables of one package, each table once. Used by one thread. */
public final class SeriesReader {

    private final DataPackage data;
    private final TableSource tables;
    private final EngineContext context;
    private final Map<String, TableData> read = new LinkedHashMap<>();

    public SeriesReader(DataPackage data, TableSource tables, EngineContext context) {
        this.data = data;
        this.tables = tables;
        this.context = context;
    }

    /**
     * The variable of that name.
     *
     * @throws EngineException {@code variable_unknown}
     */
    public Variable variable(String name) {
        return data.variable(name)
                .orElseThrow(() -> new EngineException(
                        "variable_unknown",
                        "The data package has no variable \"" + name + "\"; it has: "
                                + data.variables().stream().map(Variable::name).collect(Collectors.joining(", "))
                                + "."));
    }

    /** Whether the variable has a figure for each month. */
    public boolean isMonthly(Variable variable) {
        return monthlyTable(variable).isPresent();
    }

    /**
     * The months of a variable up to the package's as-of month.
     *
     * @throws EngineException {@code variable_not_monthly} if it has none
     */
    public MonthlySeries series(Variable variable) {
        return column(variable, variable.name());
    }

    /** The months of another column of the variable's table, for example of a ratio's denominator. */
    public MonthlySeries column(Variable variable, String column) {
        DataPackage.Table table = monthlyTable(variable)
                .orElseThrow(() -> new EngineException(
                        "variable_not_monthly",
                        "The variable \"" + variable.name()
                                + "\" has no months to forecast from; ask about one whose table has a time column."));
        TableData rows = read.computeIfAbsent(table.name(), name -> tables.read(table, context));
        MonthlySeries series = MonthlySeries.of(
                rows.texts(Optional.ofNullable(table.timeColumn()).orElseThrow()), rows.numbers(column));
        String asOf = data.asOf();
        return asOf == null ? series : series.upTo(Months.number(asOf));
    }

    private Optional<DataPackage.Table> monthlyTable(Variable variable) {
        return Optional.ofNullable(variable.table()).flatMap(data::table).filter(table -> table.timeColumn() != null);
    }
}
