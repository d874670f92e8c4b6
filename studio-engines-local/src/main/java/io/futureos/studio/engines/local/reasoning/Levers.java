package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which variables a search may move: those that the graph or the scenario connects with the target. The range of one without
 * bounds is that of its history; one without either can't be searched.
 *
 * @param withoutRange labels of variables that can't be searched
 */
record Levers(List<Lever> levers, List<String> withoutRange) {

    Levers {
        levers = List.copyOf(levers);
        withoutRange = List.copyOf(withoutRange);
    }

    static Levers of(Evidence evidence, SeriesReader reader) {
        SimulationEngine.Request scenario = evidence.request().scenario();
        String target = evidence.question().variable().name();
        Set<String> names = new LinkedHashSet<>();
        Stream.of(
                        evidence.request().graph().edges().stream()
                                .filter(edge -> edge.to().equals(target))
                                .map(Edge::from),
                        scenario.variableOverrides().keySet().stream(),
                        scenario.shocks().stream().map(Shock::variable))
                .flatMap(some -> some)
                .forEach(names::add);
        List<Lever> levers = new ArrayList<>();
        List<String> withoutRange = new ArrayList<>();
        for (String name : names) {
            Variable variable = reader.variable(name);
            if (evidence.isAnother(variable)) {
                List<Lever> ways = ways(
                        variable, evidence, reader, scenario.variableOverrides().get(name));
                levers.addAll(ways);
                if (ways.isEmpty()) {
                    withoutRange.add(variable.label());
                }
            }
        }
        return new Levers(levers, withoutRange);
    }

    private static List<Lever> ways(
            Variable variable, Evidence evidence, SeriesReader reader, @org.jspecify.annotations.Nullable Object set) {
        double low = variable.minimum() == null ? Double.NaN : variable.minimum();
        double high = variable.maximum() == null ? Double.NaN : variable.maximum();
        double now = variable.value() == null ? Double.NaN : variable.value();
        if (reader.isMonthly(variable)) {
            MonthlySeries series = reader.series(variable);
            now = series.latest(evidence.question().asOf());
            for (int month = series.first();
                    month <= Math.min(series.last(), evidence.question().asOf());
                    month++) {
                low = variable.minimum() == null && !(low <= series.at(month)) ? series.at(month) : low;
                high = variable.maximum() == null && !(high >= series.at(month)) ? series.at(month) : high;
            }
        }
        double from = set instanceof Number number ? number.doubleValue() : now;
        List<Lever> ways = new ArrayList<>();
        if (high > low && !Double.isNaN(from)) {
            if (from < high) {
                ways.add(new Lever(variable, from, 1, high - low, high - from));
            }
            if (from > low) {
                ways.add(new Lever(variable, from, -1, high - low, from - low));
            }
        }
        return ways;
    }
}
