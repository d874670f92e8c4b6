package io.futureos.studio.runtime;

import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.workflow.Inputs;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Understands the project's question. */
final class QuestionWork implements LaneWork {

    private final IntentParser parser;
    private final DataOrchestrator orchestrator;

    QuestionWork(Engines engines) {
        this.parser = engines.intentParser();
        this.orchestrator = engines.dataOrchestrator();
    }

    @Override
    public Finished run(Job job) {
        Output task = understand(job);
        Inputs inputs = inputs(job);
        return Finished.done(
                "Understood the question", result -> result.made(Lane.QUESTION, inputs.fingerprint(), task));
    }

    /** The understood question, to be filed under {@link #inputs}. */
    Output understand(Job job) {
        Project project = job.project();
        String question = project.get(Cells.question()).orElseThrow();
        List<DataSource> sources = List.copyOf(Cells.sources().in(project).values());
        var request = new IntentParser.Request(
                question, project.get(Cells.asOf()).orElse(null), orchestrator.vocabulary(sources));
        PredictionTask task = parsed(request, job);
        Map<String, Object> summary = StudioJson.toOpen(task);
        return job.output(
                job.newId(), Fingerprint.of(StudioJson.write(task)), job.storeJson(task), summary, inputs(job), parser);
    }

    /** Where nothing is known that a question could be about, that is why it was not understood. */
    private PredictionTask parsed(IntentParser.Request request, Job job) {
        try {
            return parser.parse(request, job);
        } catch (EngineUnavailableException e) {
            throw e;
        } catch (EngineException e) {
            if (request.vocabulary().isEmpty()) {
                throw new EngineException(
                        "question_waits",
                        "The question waits for figures that it can be about: add a source with add_custom_source, then"
                                + " refresh_data understands it.",
                        e);
            }
            throw e;
        }
    }

    static Inputs inputs(Job job) {
        return Objects.requireNonNull(job.assessment().lane(Lane.QUESTION).inputs());
    }
}
