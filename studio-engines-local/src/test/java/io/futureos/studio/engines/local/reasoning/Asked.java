package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Packages;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Questions to reasoners about a package's only series. */
final class Asked {

    static final int FIRST = 2017 * 12;

    private Asked() {}

    /** A share of so many months that goes from the one to the other, give or take. */
    static double[] growing(int months, double from, double to, double noise) {
        CounterRandom random = new CounterRandom(5);
        double[] shares = new double[months];
        for (int i = 0; i < months; i++) {
            double share = from + (to - from) * i / Math.max(1, months - 1) + noise * random.normal(i);
            shares[i] = Math.max(0.001, Math.min(0.999, share));
        }
        return shares;
    }

    static Reasoner.Request request(Packages packages, PredictionTask task, List<String> origins) {
        return request(packages, task, Map.of(), origins, 1);
    }

    static Reasoner.Request request(
            Packages packages, PredictionTask task, Map<String, Object> overrides, List<String> origins, long seed) {
        List<String> names =
                packages.data().variables().stream().map(Variable::name).toList();
        List<Edge> edges = names.stream()
                .filter(name -> !name.equals("y"))
                .map(name -> new Edge(name, "y", 1, null, "stated", null, "assumed"))
                .toList();
        var scenario = new SimulationEngine.Request(
                task, packages.data(), population(), overrides, Map.of(), List.of(), Map.of(), 12, seed);
        return new Reasoner.Request(scenario, new CausalGraph(names, edges), List.of(), origins);
    }

    static Reasoning answer(Reasoner reasoner, Packages packages, PredictionTask task) {
        return reasoner.reason(request(packages, task, origins(packages)), new BlobsInMemory());
    }

    /** Every third month of the last three years, as far as there are so many. */
    static List<String> origins(Packages packages) {
        int last =
                Months.number(java.util.Objects.requireNonNull(packages.data().asOf()));
        return IntStream.iterate(36, back -> back >= 3, back -> back - 3)
                .map(back -> last - back)
                .filter(month -> month >= FIRST)
                .mapToObj(Months::text)
                .toList();
    }

    private static Population population() {
        var key = new BlobKey(Fingerprint.of("nobody"));
        return new Population(
                key.value(),
                key,
                1,
                List.of(),
                List.of(),
                new Population.Network(1, 0, 0),
                new Population.Fit(1, 0, List.of()),
                List.of());
    }
}
