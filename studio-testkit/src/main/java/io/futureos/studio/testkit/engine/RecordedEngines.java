package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.Engines;
import java.util.List;
import java.util.Optional;

/**
 * Engines that work as they always do while somebody takes down what they are asked and answer: results, refusals, the
 * blobs they store, and runs of a simulation month by month. {@link ReplayedEngines} give the same answers without them.
 */
public final class RecordedEngines extends TapedEngines {

    private RecordedEngines(Engines engines, Recording recording) {
        super(new RecordingTape(recording), engines);
    }

    /** Adds what these engines will be asked to a recording. Their names and versions are in it at once. */
    public static RecordedEngines of(Engines engines, Recording recording) {
        var recorded = new RecordedEngines(engines, recording);
        recorded.all().forEach(Engine::provenance);
        return recorded;
    }

    private List<Engine> all() {
        var all = new java.util.ArrayList<Engine>(List.of(
                intentParser(),
                dataOrchestrator(),
                causalGraph(),
                populationSynthesizer(),
                simulation(),
                frameExporter(),
                ensembleAggregator(),
                explanationGenerator()));
        List.of(graphOfThoughts(), treeSearch(), debate()).stream()
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }
}
