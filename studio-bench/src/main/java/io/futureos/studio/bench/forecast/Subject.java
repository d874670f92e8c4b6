package io.futureos.studio.bench.forecast;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.action.Template;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataOrchestrator.PreviewRequest;
import io.futureos.studio.engine.DataOrchestrator.TablePage;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Engines;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The quantity whose past is forecast again, and all that the forecasts are made from.
 *
 * @param pinned the bytes of every source as they are today
 * @param variable the target as the data have it today
 * @param history what forecasts are held against; they never see it
 */
record Subject(Template template, List<PinnedSource> pinned, Variable variable, History history, Blobs blobs) {

    private static final int PAGE = 500;

    /**
     * Fetches the template's sources and reads the history of one of their variables.
     *
     * @param engines that may read the template's files
     * @param until the last month that counts, {@code YYYY-MM}; null for all
     * @throws InputProblem if the variable has no months
     */
    static Subject of(Template template, String target, Engines engines, @Nullable String until) throws InputProblem {
        DataOrchestrator orchestrator = engines.dataOrchestrator();
        Blobs blobs = new Blobs();
        List<PinnedSource> pinned = new ArrayList<>();
        for (var source : template.sources()) {
            pinned.add(
                    new PinnedSource(source, orchestrator.fetch(source, blobs).raw()));
        }
        DataPackage data = orchestrator.build(new BuildRequest(pinned, template.overrides(), null), blobs);
        Variable variable = data.variable(target).orElseThrow();
        History history = history(orchestrator, data, variable, until, blobs);
        return new Subject(template, pinned, variable, history, blobs);
    }

    private static History history(
            DataOrchestrator orchestrator, DataPackage data, Variable variable, @Nullable String until, Blobs blobs)
            throws InputProblem {
        Table table = variable.table() == null
                ? null
                : data.table(variable.table())
                        .filter(any -> any.timeColumn() != null)
                        .orElse(null);
        if (table == null) {
            throw new InputProblem("The variable \"" + variable.name() + "\" has no months to forecast from.");
        }
        NavigableMap<YearMonth, Double> values = new TreeMap<>();
        for (long offset = 0; offset < table.rows(); offset += PAGE) {
            add(
                    values,
                    orchestrator.preview(new PreviewRequest(data, table.name(), offset, PAGE), blobs),
                    requireNonNull(table.timeColumn()),
                    variable.name());
        }
        if (until != null) {
            values = values.headMap(YearMonth.parse(until), true);
        }
        if (values.isEmpty()) {
            throw new InputProblem("The variable \"" + variable.name() + "\" has no figure"
                    + (until == null ? "." : " up to " + until + "; name a later month with --as-of."));
        }
        return new History(values);
    }

    private static void add(NavigableMap<YearMonth, Double> values, TablePage page, String timeColumn, String column) {
        int month = page.columns().indexOf(timeColumn);
        int value = page.columns().indexOf(column);
        for (List<@Nullable Object> row : page.rows()) {
            if (row.get(value) instanceof Number number) {
                values.put(YearMonth.parse(String.valueOf(row.get(month))), number.doubleValue());
            }
        }
    }

    boolean isShare() {
        return variable.unit().equals("share");
    }

    boolean hasPopulation() {
        return !template.population().config().isEmpty();
    }
}
