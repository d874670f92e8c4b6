package io.futureos.studio.workflow;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.workflow.Assessment.Runs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the lanes in the order of the workflow, takes over what nothing has touched, and works out again what
 * changed or stands below a change.
 */
final class Assessor {

    private final Project project;
    private final @Nullable Assessment before;
    private final Touched touched;

    Assessor(Project project, @Nullable Assessment before, Touched touched) {
        this.project = project;
        this.before = before;
        this.touched = touched;
    }

    Assessment assess() {
        Assessment was = before;
        LaneState question = was == null || touched.lane(Lane.QUESTION) ? lane(Lane.QUESTION, Map.of()) : was.question;
        LaneState data = was == null || touched.lane(Lane.DATA) || !sameOutputs(was.question, question)
                ? lane(Lane.DATA, asked(question))
                : was.data;
        LaneState population = was == null || touched.lane(Lane.POPULATION) || !sameOutputs(was.data, data)
                ? lane(Lane.POPULATION, from("data", data))
                : was.population;
        Runs runs = runs(question, data, population);
        boolean sameStory = was != null
                && !touched.names()
                && Objects.equals(was.data.inputs(), data.inputs())
                && was.runs.outcomes().equals(runs.outcomes());
        Fingerprint shown = was != null && sameStory ? was.shown : shown(data, runs);
        LaneState report = was == null || touched.lane(Lane.REPORT) || !shown.equals(was.shown)
                ? lane(Lane.REPORT, runs.anyCurrent() ? told(shown) : null)
                : was.report;
        return new Assessment(project, question, data, population, runs, shown, report);
    }

    /** @param upstream the inputs that come from other lanes; null while one of them is missing */
    private LaneState lane(Lane lane, @Nullable Map<String, Fingerprint> upstream) {
        if (upstream == null) {
            return LaneState.of(project, lane, null);
        }
        Map<String, Fingerprint> groups = new TreeMap<>(upstream);
        Inputs was = before == null ? null : before.lane(lane).inputs();
        for (InputGroup group : InputGroup.of(lane)) {
            groups.put(group.name(), fingerprint(group, was));
        }
        return LaneState.of(project, lane, Inputs.of(groups));
    }

    private Fingerprint fingerprint(InputGroup group, @Nullable Inputs was) {
        return was != null && !touched.group(group) && was.groups().get(group.name()) instanceof String known
                ? new Fingerprint(known)
                : group.fingerprint(project);
    }

    /** Data may be collected without a question; one that was asked must be understood first. */
    private @Nullable Map<String, Fingerprint> asked(LaneState question) {
        return project.get(Cells.question()).isEmpty() ? Map.of() : from("question", question);
    }

    private Map<String, Fingerprint> told(Fingerprint shown) {
        Map<String, Fingerprint> told = new TreeMap<>(Map.of("scenarios", shown));
        InputGroup.outcome(project).ifPresent(group -> told.put(group.name(), group.fingerprint(project)));
        return told;
    }

    private static @Nullable Map<String, Fingerprint> from(String name, LaneState lane) {
        Output current = lane.current();
        return current == null ? null : Map.of(name, current.content());
    }

    private static boolean sameOutputs(LaneState a, LaneState b) {
        return Objects.equals(a.current(), b.current()) && Objects.equals(a.newest(), b.newest());
    }

    private Runs runs(LaneState question, LaneState data, LaneState population) {
        Assessment was = before;
        Fingerprint settings =
                was == null || touched.settings() ? InputGroup.simulation().fingerprint(project) : was.runs.settings();
        Runs runs = was == null ? Runs.none(settings) : was.runs.with(settings);
        boolean all = was == null
                || !settings.equals(was.runs.settings())
                || !sameOutputs(was.question, question)
                || !sameOutputs(was.data, data)
                || !sameOutputs(was.population, population);
        Set<Lane> again = new LinkedHashSet<>(all ? runs.lanes().keySet() : Set.of());
        again.addAll(touched.scenarios());
        if (again.isEmpty()) {
            return runs;
        }
        Map<String, Fingerprint> shared = shared(settings, question, data, population);
        var check = new ScenarioCheck(data.shown(), population.shown());
        for (Lane lane : again) {
            Scenario scenario = Scenario.of(project, lane.scenarioId()).orElse(null);
            runs = scenario == null ? runs.without(lane) : runs.with(lane(lane, shared), check.problems(scenario));
        }
        return runs;
    }

    private static @Nullable Map<String, Fingerprint> shared(
            Fingerprint settings, LaneState question, LaneState data, LaneState population) {
        Output task = question.current();
        Output figures = data.current();
        Output people = population.current();
        return task == null || figures == null || people == null
                ? null
                : Map.of(
                        InputGroup.simulation().name(),
                        settings,
                        "question",
                        task.content(),
                        "data",
                        figures.content(),
                        "population",
                        people.content());
    }

    /**
     * What a report tells: the names, inputs and outcomes of the scenarios that have a current run, in their order, and where
     * the data comes from.
     */
    private Fingerprint shown(LaneState data, Runs runs) {
        var shown = new ArrayList<Object>();
        shown.add(project.get(Cells.projectName()).orElse(""));
        Inputs sources = data.inputs();
        shown.add(sources == null ? "" : sources.fingerprint().value());
        for (ScenarioId id : Scenario.ordered(project, runs.outcomes().keySet())) {
            LaneState run = requireNonNull(runs.lanes().get(Lane.scenario(id)));
            shown.add(List.of(
                    project.get(Cells.scenarioName(id)).orElse(""),
                    project.get(Cells.scenarioDescription(id)).orElse(""),
                    requireNonNull(run.inputs()).fingerprint().value(),
                    requireNonNull(run.current()).content().value()));
        }
        return CanonicalJson.fingerprint(shown);
    }
}
