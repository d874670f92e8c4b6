package io.futureos.studio.runtime;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Edits;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.Fetched;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.RawPin;
import io.futureos.studio.workflow.Inputs;
import io.futureos.studio.workflow.Pins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fetches what is to be fetched and builds the data package, after understanding the question if that is needed. */
final class DataWork implements LaneWork {

    /** How much of the job is done when the question is understood, and when everything is fetched. */
    private static final double UNDERSTOOD = 0.05;

    private static final double FETCHED = 0.5;

    private final DataOrchestrator orchestrator;
    private final QuestionWork question;

    DataWork(Engines engines, QuestionWork question) {
        this.orchestrator = engines.dataOrchestrator();
        this.question = question;
    }

    @Override
    public Finished run(Job job) {
        Project project = job.project();
        job.phase(0, UNDERSTOOD);
        Output understood = newlyUnderstood(job);
        PredictionTask task = task(job, understood);

        Map<String, DataSource> sources = Cells.sources().in(project);
        Map<String, RawPin> pins = pins(job, sources);

        job.phase(FETCHED, 1);
        DataPackage built = orchestrator.build(request(project, pins, task), job);

        Inputs inputs = inputs(job, understood, sources, pins);
        Output output =
                job.output(job.newId(), built.content(), job.storeJson(built), summary(built), inputs, orchestrator);
        return Finished.done("Built the data package", result -> {
            if (understood != null) {
                result.made(Lane.QUESTION, QuestionWork.inputs(job).fingerprint(), understood);
            }
            sources.forEach((name, source) -> result.fetched(source, Objects.requireNonNull(pins.get(name))));
            result.made(Lane.DATA, inputs.fingerprint(), output);
        });
    }

    /** What a package of the project's data is built from, as far as it was fetched. */
    static BuildRequest request(Project project, @Nullable PredictionTask task) {
        return request(project, Pins.of(project), task);
    }

    private static BuildRequest request(Project project, Map<String, RawPin> pins, @Nullable PredictionTask task) {
        List<PinnedSource> pinned = Cells.sources().in(project).values().stream()
                .map(source -> new PinnedSource(
                        source, Objects.requireNonNull(pins.get(source.name())).key()))
                .toList();
        return new BuildRequest(
                pinned, List.copyOf(Cells.dataOverrides().in(project).values()), task);
    }

    private @Nullable Output newlyUnderstood(Job job) {
        boolean asked = job.project().get(Cells.question()).isPresent();
        return asked && !job.assessment().lane(Lane.QUESTION).isCurrent() ? question.understand(job) : null;
    }

    private static @Nullable PredictionTask task(Job job, @Nullable Output understood) {
        Output task = understood != null
                ? understood
                : job.assessment().lane(Lane.QUESTION).current();
        boolean asked = job.project().get(Cells.question()).isPresent();
        return asked && task != null ? job.result(task, PredictionTask.class) : null;
    }

    private Map<String, RawPin> pins(Job job, Map<String, DataSource> sources) {
        boolean fetchAll = !job.ref().task().equals("rebuild");
        var pins = new LinkedHashMap<String, RawPin>();
        int done = 0;
        for (DataSource source : sources.values()) {
            job.phase(fetching(done, sources.size()), fetching(++done, sources.size()));
            RawPin known = job.project().get(Pins.cell(source)).orElse(null);
            pins.put(source.name(), fetchAll || known == null ? fetch(job, source) : known);
        }
        return pins;
    }

    private static double fetching(int done, int of) {
        return UNDERSTOOD + (FETCHED - UNDERSTOOD) * done / of;
    }

    private RawPin fetch(Job job, DataSource source) {
        Fetched fetched = orchestrator.fetch(source, job);
        return new RawPin(fetched.raw(), fetched.size());
    }

    /** The inputs of the data lane once the fetched bytes and the understood question are part of the project. */
    private static Inputs inputs(
            Job job, @Nullable Output understood, Map<String, DataSource> sources, Map<String, RawPin> pins) {
        var edits = new Edits(job.project());
        if (understood != null) {
            edits.set(Cells.made(Lane.QUESTION, QuestionWork.inputs(job).fingerprint()), understood);
        }
        sources.forEach((name, source) -> edits.set(Pins.cell(source), Objects.requireNonNull(pins.get(name))));
        Project after = job.project();
        for (Change<?> change : edits.changes()) {
            after = change.applyTo(after);
        }
        return Objects.requireNonNull(job.assessment()
                .after(after, edits.changes().stream().map(Change::path).toList())
                .lane(Lane.DATA)
                .inputs());
    }

    /** What scenarios are checked against, and what views show. */
    private static Map<String, Object> summary(DataPackage data) {
        var variables = new LinkedHashMap<String, Object>();
        for (Variable variable : data.variables()) {
            var bounds = new LinkedHashMap<String, Object>();
            if (variable.minimum() != null) {
                bounds.put("minimum", variable.minimum());
            }
            if (variable.maximum() != null) {
                bounds.put("maximum", variable.maximum());
            }
            variables.put(variable.name(), bounds);
        }
        var summary = new LinkedHashMap<String, Object>();
        summary.put("variables", variables);
        if (data.asOf() != null) {
            summary.put("as_of", data.asOf());
        }
        return summary;
    }
}
