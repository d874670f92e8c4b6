package io.futureos.studio.engines.local.causal;

import static java.util.Comparator.comparingDouble;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.Scale;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.engines.local.series.Significant;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds lagged dependence between the monthly variables by partial correlation at lags of 1 to 6 months, keeps what a
 * false discovery rate of 5 per cent allows (Benjamini and Hochberg, 1995), adds what the analyst states and takes out what
 * the analyst denies. A measured edge leads from an earlier month to a later one, and stated edges between variables without
 * months may not make a circle, so the graph has no cycle in time. A ratio and its own parts are not compared: they move
 * together by definition. Stateless.
 */
public final class LocalCausalGraph implements CausalGraphEngine {

    private static final int LONGEST_LAG = 6;
    private static final double FALSE_DISCOVERIES = 0.05;

    private final TableSource tables;

    public LocalCausalGraph() {
        this(new RecentTables());
    }

    /** One that gets its tables here, as others may too. */
    public LocalCausalGraph(TableSource tables) {
        this.tables = tables;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local causal graph", "1");
    }

    /**
     * The graph of what moves what.
     *
     * @throws EngineException {@code edge_unknown_variable}, {@code edge_to_itself}, {@code edge_twice} or {@code edge_cycle}
     *     if what the analyst says makes no sense
     */
    @Override
    public CausalGraph graph(Request request, EngineContext context) {
        List<String> nodes =
                request.data().variables().stream().map(Variable::name).toList();
        Claims.check(request, nodes);
        Map<String, MonthlySeries> series = series(request, context);
        List<Tested> tested = new ArrayList<>();
        int looked = 0;
        for (String from : series.keySet()) {
            context.progress("Looking for what " + from + " moves", looked++ / (double) series.size());
            for (String to : series.keySet()) {
                if (!from.equals(to) && !definesOther(request, from, to)) {
                    tested.addAll(tests(request, series, from, to));
                }
            }
        }
        List<Edge> edges = new ArrayList<>();
        request.stated()
                .forEach(edge -> edges.add(claimed(edge.from(), edge.to(), "stated", edge.reason(), request, series)));
        discoveries(tested).stream()
                .filter(edge -> !Claims.knows(request, edge))
                .forEach(edges::add);
        Claims.refuseCycles(edges);
        List<Edge> removed = request.removed().stream()
                .map(edge -> claimed(edge.from(), edge.to(), "removed", edge.reason(), request, series))
                .toList();
        return new CausalGraph(nodes, edges, removed);
    }

    private record Tested(String from, String to, PartialCorrelation found) {}

    private Map<String, MonthlySeries> series(Request request, EngineContext context) {
        SeriesReader reader = new SeriesReader(request.data(), tables, context);
        Map<String, MonthlySeries> series = new LinkedHashMap<>();
        for (Variable variable : request.data().variables()) {
            if (reader.isMonthly(variable)) {
                MonthlySeries found = reader.series(variable);
                if (found.known() > 0) {
                    series.put(variable.name(), found);
                }
            }
        }
        return series;
    }

    private static boolean definesOther(Request request, String one, String other) {
        return partOf(request, one, other) || partOf(request, other, one);
    }

    private static boolean partOf(Request request, String part, String ratio) {
        return request.data()
                .variable(ratio)
                .filter(variable -> part.equals(variable.numerator()) || part.equals(variable.denominator()))
                .isPresent();
    }

    private static List<Tested> tests(Request request, Map<String, MonthlySeries> series, String from, String to) {
        MonthlySeries cause = series.get(from);
        MonthlySeries result = series.get(to);
        if (cause == null || result == null) {
            return List.of();
        }
        int first = Math.max(cause.first(), result.first());
        int last = Math.min(cause.last(), result.last());
        if (last <= first) {
            return List.of();
        }
        double[] x = scaled(request, from, cause, first, last);
        double[] y = scaled(request, to, result, first, last);
        return IntStream.rangeClosed(1, LONGEST_LAG)
                .mapToObj(lag -> PartialCorrelation.between(x, y, first, lag))
                .flatMap(Optional::stream)
                .map(found -> new Tested(from, to, found))
                .toList();
    }

    private static double[] scaled(Request request, String name, MonthlySeries series, int first, int last) {
        Scale scale = Scale.fitting(request.data().variable(name).orElseThrow(), series);
        return IntStream.rangeClosed(first, last)
                .mapToDouble(series::at)
                .map(value -> Double.isNaN(value) ? Double.NaN : scale.forward(value))
                .toArray();
    }

    /** The strongest lag of each pair among the tests that the bound on false discoveries lets pass. */
    private static List<Edge> discoveries(List<Tested> tested) {
        List<Tested> byP = tested.stream()
                .sorted(comparingDouble((Tested test) -> test.found.pValue()))
                .toList();
        int passing = 0;
        for (int rank = 1; rank <= byP.size(); rank++) {
            if (byP.get(rank - 1).found.pValue() <= FALSE_DISCOVERIES * rank / byP.size()) {
                passing = rank;
            }
        }
        Map<String, Edge> strongest = new LinkedHashMap<>();
        for (Tested test : byP.subList(0, passing)) {
            strongest.putIfAbsent(test.from + "\n" + test.to, edge(test.from, test.to, test.found, "measured", null));
        }
        return List.copyOf(strongest.values());
    }

    private static Edge edge(
            String from, String to, PartialCorrelation found, String evidence, @Nullable String reason) {
        return new Edge(
                from,
                to,
                found.lag(),
                Significant.six(found.strength()),
                evidence,
                Significant.six(found.pValue()),
                reason);
    }

    /** A claim with what the data says at the lag where it says most, its p-value raised for having chosen the lag. */
    private static Edge claimed(
            String from,
            String to,
            String evidence,
            String reason,
            Request request,
            Map<String, MonthlySeries> series) {
        List<Tested> tests = definesOther(request, from, to) ? List.of() : tests(request, series, from, to);
        return tests.stream()
                .map(Tested::found)
                .min(comparingDouble(PartialCorrelation::pValue))
                .map(found -> new PartialCorrelation(
                        found.lag(), found.strength(), Math.min(1, found.pValue() * tests.size())))
                .map(found -> edge(from, to, found, evidence, reason))
                .orElseGet(() -> new Edge(from, to, series.containsKey(from) ? 1 : 0, null, evidence, null, reason));
    }
}
