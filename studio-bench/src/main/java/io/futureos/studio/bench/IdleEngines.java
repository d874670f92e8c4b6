package io.futureos.studio.bench;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.SimulationEngine;
import java.lang.reflect.Proxy;

/** Engines for a Studio in which nothing is computed: calling one is a mistake of the benchmark. */
public final class IdleEngines implements Engines {

    @Override
    public IntentParser intentParser() {
        return idle(IntentParser.class);
    }

    @Override
    public DataOrchestrator dataOrchestrator() {
        return idle(DataOrchestrator.class);
    }

    @Override
    public CausalGraphEngine causalGraph() {
        return idle(CausalGraphEngine.class);
    }

    @Override
    public PopulationSynthesizer populationSynthesizer() {
        return idle(PopulationSynthesizer.class);
    }

    @Override
    public SimulationEngine simulation() {
        return idle(SimulationEngine.class);
    }

    @Override
    public FrameExporter frameExporter() {
        return idle(FrameExporter.class);
    }

    @Override
    public EnsembleAggregator ensembleAggregator() {
        return idle(EnsembleAggregator.class);
    }

    @Override
    public ExplanationGenerator explanationGenerator() {
        return idle(ExplanationGenerator.class);
    }

    private static <T> T idle(Class<T> engine) {
        return engine.cast(
                Proxy.newProxyInstance(engine.getClassLoader(), new Class<?>[] {engine}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(
                            "The benchmark measures the Studio, so nothing may ask for " + method.getName());
                }));
    }
}
