package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.data.TableData;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the monthly variables of one package, each table once. Used by one thread. */
public final class SeriesReader {

    private final DataPackage data;
    private final TableAccess tables;
    private final @Nullable String asOf;

    public SeriesReader(DataPackage data, TableSource tables, EngineContext context) {
        this(data, new TableAccess(data, context, tables), data.asOf());
    }

    /** Reads months up to {@code asOf}; null for all. */
    public SeriesReader(DataPackage data, TableAccess tables, @Nullable String asOf) {
        this.data = data;
        this.tables = tables;
        this.asOf = asOf;
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
                        "The data package has no variable \"" + name + "\""
                                + Spelling.hint(
                                        name,
                                        data.variables().stream()
                                                .map(Variable::name)
                                                .toList())
                                + "."));
    }

    /** Whether the variable has a figure for each month. */
    public boolean isMonthly(Variable variable) {
        return monthlyTable(variable).isPresent();
    }

    /**
     * The months of a variable up to the as-of month.
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
        TableData rows = tables.apply(table.name());
        MonthlySeries series = MonthlySeries.of(
                rows.texts(Optional.ofNullable(table.timeColumn()).orElseThrow()), rows.numbers(column));
        return asOf == null ? series : series.upTo(Months.number(asOf));
    }

    private Optional<DataPackage.Table> monthlyTable(Variable variable) {
        return Optional.ofNullable(variable.table()).flatMap(data::table).filter(table -> table.timeColumn() != null);
    }
}
