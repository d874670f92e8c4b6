package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Scale;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.engines.local.series.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the quantity that a question asks about.
 *
 * @param history up to as-of; nothing later exists for the forecast
 * @param denominators of a ratio, which weigh its months in a sum; null otherwise
 */
record Target(
        Variable variable, MonthlySeries history, @Nullable MonthlySeries denominators) {

    /** A forecast needs this many known months: two thirds of a year, of which the last ones test the first ones. */
    static final int LEAST_MONTHS = 8;

    static Target read(DataPackage data, PredictionTask task, TableSource tables, EngineContext context) {
        SeriesReader reader = new SeriesReader(data, tables, context);
        Variable variable = reader.variable(task.targetVariable());
        String denominator = variable.denominator();
        MonthlySeries history = reader.series(variable);
        String asOf = task.asOf();
        if (asOf != null) {
            history = history.upTo(Months.number(asOf));
        }
        MonthlySeries weights = denominator == null
                ? null
                : reader.column(variable, denominator).upTo(history.last());
        return new Target(variable, history, weights).checked();
    }

    private Target checked() {
        if (history.known() < LEAST_MONTHS) {
            throw new EngineException(
                    "history_too_short",
                    "A forecast of \"" + variable.name() + "\" needs at least " + LEAST_MONTHS
                            + " months with a figure, but up to " + Months.text(history.last()) + " there are "
                            + history.known() + ".");
        }
        return this;
    }

    int asOf() {
        return history.last();
    }

    Scale scale() {
        return scaleAt(asOf());
    }

    /** The scale as somebody at the end of {@code month} would have fitted it. */
    Scale scaleAt(int month) {
        return Scale.fitting(variable, history.upTo(month));
    }

    /** The figure of that month a year before as far as it was known at {@code origin}; NaN if it was not. */
    double seasonalNaive(int month, int origin) {
        int before = month - 12;
        while (before > origin) {
            before -= 12;
        }
        return history.at(before);
    }
}
