package io.futureos.studio.bench.engines;

import io.futureos.studio.action.Template;
import io.futureos.studio.action.TemplateReader;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quickstart's data, asked about with as many households, futures and months as wanted. */
final class NorwayRequest {

    private static final long SEED = 7;

    private final LocalEngines engines;
    private final EngineContext context;
    private final Template template;
    private final PredictionTask task;
    private final DataPackage data;

    NorwayRequest(Path folder, EngineContext context) throws IOException {
        this.engines = LocalEngines.readingFrom(folder);
        this.context = context;
        Map<?, ?> json = StudioJson.read(Files.readAllBytes(folder.resolve("template.json")), Map.class);
        this.template = TemplateReader.read(OpenValue.map(json)).match(read -> read, problems -> {
            throw new IllegalStateException("template.json: " + problems);
        });
        this.task = new PredictionTask(
                "Will most new cars be electric?",
                "battery_electric_share",
                PredictionTask.Comparison.ABOVE,
                0.5,
                "2025-01",
                "2025-12",
                PredictionTask.Occasion.OVER_PERIOD,
                "2024-12");
        List<PinnedSource> pinned = template.sources().stream()
                .map(source -> new PinnedSource(
                        source,
                        engines.dataOrchestrator().fetch(source, context).raw()))
                .toList();
        this.data = engines.dataOrchestrator().build(new BuildRequest(pinned, List.of(), task), context);
    }

    LocalEngines engines() {
        return engines;
    }

    Population population(int size) {
        return engines.populationSynthesizer()
                .synthesize(
                        new PopulationSynthesizer.Request(
                                data, template.population().config(), Map.of(), Map.of(), size, SEED),
                        context);
    }

    /** Nothing is changed, so there is no second world beside it. */
    SimulationEngine.Request simulation(Population population, int futures, int months) {
        Map<String, Object> config = new LinkedHashMap<>(template.simulation());
        config.put("replicates", futures);
        return new SimulationEngine.Request(
                task, data, population, Map.of(), Map.of(), List.of(), config, months, SEED);
    }
}
