package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A simulation whose every answer can be worked out by hand: replicate r of n stays at log-odds of -1 + (r + 1/2) / n - 1/2, and a
 * unit of each lever adds its effect from the moment on at which it is moved.
 */
final class Pond implements SimulationEngine {

    static final double USUAL = 0.5;

    private final Map<String, Double> effects;
    private final boolean models;
    final List<Request> started = new ArrayList<>();

    Pond(Map<String, Double> effects, boolean models) {
        this.effects = effects;
        this.models = models;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("pond", "1");
    }

    @Override
    public boolean models(PredictionTask task, DataPackage data) {
        return models;
    }

    @Override
    public SimulationRun start(Request request, EngineContext context) {
        started.add(request);
        return new Run(request);
    }

    @Override
    public SimulationRun resume(Request request, byte[] checkpoint, EngineContext context) {
        throw new UnsupportedOperationException("nobody pauses a pond");
    }

    @Override
    public List<Hindcast> hindcast(Request request, List<String> origins, int horizon, EngineContext context) {
        return origins.stream()
                .map(origin -> new Hindcast(
                        origin,
                        IntStream.rangeClosed(1, horizon)
                                .mapToObj(ahead -> Months.text(Months.number(origin) + ahead))
                                .toList(),
                        List.of(IntStream.range(0, horizon).mapToObj(h -> 0.0).toList())))
                .toList();
    }

    private double share(Request request, int replicate, int replicates, int tick) {
        double logOdds = -1 + (replicate + 0.5) / replicates - 0.5;
        for (Map.Entry<String, Double> lever : effects.entrySet()) {
            double value =
                    request.variableOverrides().get(lever.getKey()) instanceof Number set ? set.doubleValue() : USUAL;
            for (Shock shock : request.shocks()) {
                value += shock.tick() <= tick && shock.variable().equals(lever.getKey()) ? shock.magnitude() : 0;
            }
            logOdds += lever.getValue() * (value - USUAL);
        }
        return LogOdds.probability(logOdds);
    }

    private final class Run implements SimulationRun {
        private final Request request;
        private final int replicates;
        private int tick;

        Run(Request request) {
            this.request = request;
            this.replicates = ((Number) Objects.requireNonNull(request.config().get("replicates"))).intValue();
        }

        @Override
        public int tick() {
            return tick;
        }

        @Override
        public int totalTicks() {
            return request.horizon();
        }

        @Override
        public Frame step(EngineContext context) {
            tick++;
            return new Frame(tick, "", Map.of());
        }

        @Override
        public void inject(Shock shock) {
            throw new UnsupportedOperationException("nobody throws stones into this pond");
        }

        @Override
        public byte[] checkpoint() {
            return new byte[0];
        }

        @Override
        public @Nullable Outcome outcome() {
            List<List<Double>> paths = IntStream.range(0, replicates)
                    .mapToObj(r -> IntStream.rangeClosed(1, tick)
                            .mapToObj(t -> share(request, r, replicates, t))
                            .toList())
                    .toList();
            return new Outcome(List.of(), paths, List.of(), Map.of(), List.of());
        }
    }
}
