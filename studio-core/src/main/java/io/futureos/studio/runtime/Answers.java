package io.futureos.studio.runtime;

import io.futureos.studio.decide.Inquiry;
import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.DataOrchestrator.PreviewRequest;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer.NetworkRequest;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.storage.BlobStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what actions ask without changing anything, from what was made and stored. */
final class Answers implements Inquiry.Cases<Map<String, Object>> {

    private final Engines engines;
    private final BlobStore blobs;
    private final WorkingCopy copy;
    private final EngineContext context = new Reading();

    Answers(Engines engines, BlobStore blobs, WorkingCopy copy) {
        this.engines = engines;
        this.blobs = blobs;
        this.copy = copy;
    }

    @Override
    public Map<String, Object> sources(Inquiry.Sources inquiry) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "sources",
                opened(engines.dataOrchestrator()
                        .explore(List.copyOf(Cells.sources().in(copy.project()).values()), context)));
        Output data = inquiry.data();
        if (data != null) {
            DataPackage figures = stored(data, DataPackage.class);
            answer.put("variables", opened(figures.variables()));
            answer.put("tables", opened(figures.tables()));
            answer.put("source_notes", opened(figures.sources()));
            answer.put("overrides", opened(figures.overrides()));
            graph(figures, answer);
        }
        return answer;
    }

    /** A graph that can't be made does not keep the sources from who wants to mend them. */
    private void graph(DataPackage data, Map<String, Object> answer) {
        Output question = copy.assessment().lane(Lane.QUESTION).shown();
        PredictionTask task = question == null ? null : stored(question, PredictionTask.class);
        try {
            CausalGraph graph = engines.causalGraph().graph(AnalystsGraph.request(copy.project(), task, data), context);
            answer.put("causal_graph", StudioJson.toOpen(graph));
            if (task != null) {
                answer.put("scenario_paths", scenarioPaths(graph, task));
            }
        } catch (EngineException e) {
            answer.put("causal_graph_problem", String.valueOf(e.getMessage()));
        }
    }

    /** By which edges what a scenario overrides or shocks reaches the question's variable. */
    private List<Object> scenarioPaths(CausalGraph graph, PredictionTask task) {
        var scenarios = new ArrayList<Object>();
        for (Scenario scenario : Scenario.allIn(copy.project())) {
            var variables = new ArrayList<Object>();
            scenario.touched()
                    .forEach(variable -> variables.add(Map.of(
                            "variable",
                            variable,
                            "paths",
                            graph.paths(variable, task.targetVariable()).stream()
                                    .map(Answers::opened)
                                    .toList())));
            scenarios.add(
                    Map.of("scenario_id", scenario.id().toString(), "name", scenario.name(), "variables", variables));
        }
        return scenarios;
    }

    @Override
    public Map<String, Object> preview(Inquiry.Preview inquiry) {
        return StudioJson.toOpen(engines.dataOrchestrator()
                .preview(
                        new PreviewRequest(
                                stored(inquiry.data(), DataPackage.class),
                                inquiry.source(),
                                inquiry.offset(),
                                inquiry.limit()),
                        context));
    }

    @Override
    public Map<String, Object> archetypes(Inquiry.Archetypes inquiry) {
        return StudioJson.toOpen(stored(inquiry.population(), Population.class));
    }

    @Override
    public Map<String, Object> network(Inquiry.Network inquiry) {
        return StudioJson.toOpen(engines.populationSynthesizer()
                .network(new NetworkRequest(stored(inquiry.population(), Population.class), inquiry.nodes()), context));
    }

    @Override
    public Map<String, Object> comparison(Inquiry.Comparison inquiry) {
        return new ComparisonAnswer(engines.explanationGenerator(), copy, context).of(inquiry.scenarios());
    }

    @Override
    public Map<String, Object> frame(Inquiry.Frame inquiry) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("scenario_id", inquiry.scenario().toString());
        answer.put("tick", inquiry.tick());
        answer.put("total_ticks", inquiry.run().totalTicks());
        answer.put(
                "frame",
                StudioJson.toOpen(recording(inquiry.run().frames()).frames().get(inquiry.tick() - 1)));
        return answer;
    }

    @Override
    public Map<String, Object> frameExport(Inquiry.FrameExport inquiry) {
        Spool.Stored file = written(recording(inquiry.run().frames()).frames(), inquiry.format());
        return Map.of(
                "scenario_id", inquiry.scenario().toString(),
                "format", inquiry.format().name().toLowerCase(Locale.ROOT),
                "blob", file.key().toString(),
                "size", file.size());
    }

    private Spool.Stored written(List<SimulationEngine.Frame> frames, DataFormat format) {
        try {
            return Spool.through(blobs, out -> engines.frameExporter().export(frames, format, out));
        } catch (IOException e) {
            throw new EngineException(
                    "frames_not_written",
                    "The frames could not be written as " + format + ": " + e
                            + ". Make room in the temporary directory " + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
    }

    private Recording recording(BlobKey key) {
        return StudioJson.read(context.read(key), Recording.class);
    }

    private <T> T stored(Output output, Class<T> type) {
        return StudioJson.read(context.read(output.result()), type);
    }

    private static List<@Nullable Object> opened(List<?> values) {
        var opened = new ArrayList<@Nullable Object>();
        values.forEach(value -> opened.add(StudioJson.toOpen(value)));
        return opened;
    }

    /** Engines that answer a question may read and store, and nobody watches their progress. */
    private final class Reading implements EngineContext {
        @Override
        public void progress(String phase, double fraction) {
            // answers are quick
        }

        @Override
        public byte[] read(BlobKey key) {
            return blobs.get(key)
                    .orElseThrow(() -> new IllegalStateException("Blob " + key + " is missing from the blob store"));
        }

        @Override
        public BlobKey store(byte[] content) {
            return blobs.put(content);
        }
    }
}
