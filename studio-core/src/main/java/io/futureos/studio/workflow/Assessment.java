package io.futureos.studio.workflow;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.PersistentMap;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.TrackRecord;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is current in a project and what is stale, derived from its cells and from nothing else: an output is current when
 * it is filed under the fingerprint of today's inputs. Immutable; {@link #after} works out only what a change can have
 * touched and equals {@link #of} on the changed project.
 */
public final class Assessment {

    final Project project;
    final LaneState question;
    final LaneState data;
    final LaneState population;
    final Runs runs;
    final Fingerprint shown;
    final LaneState report;

    /** @param shown what a report tells of the scenarios */
    Assessment(
            Project project,
            LaneState question,
            LaneState data,
            LaneState population,
            Runs runs,
            Fingerprint shown,
            LaneState report) {
        this.project = project;
        this.question = question;
        this.data = data;
        this.population = population;
        this.runs = runs;
        this.shown = shown;
        this.report = report;
    }

    /**
     * The scenarios' runs.
     *
     * @param settings the fingerprint of what all runs share
     * @param outcomes the outputs of those that are current
     * @param problems of those scenarios that do not fit data and population, what is wrong with them
     */
    record Runs(
            Fingerprint settings,
            PersistentMap<Lane, LaneState> lanes,
            PersistentMap<Lane, Output> outcomes,
            PersistentMap<Lane, List<String>> problems) {

        static Runs none(Fingerprint settings) {
            return new Runs(settings, PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());
        }

        Runs with(LaneState run, List<String> wrong) {
            Lane lane = run.lane();
            Output outcome = run.current();
            return new Runs(
                    settings,
                    lanes.with(lane, run),
                    outcome == null ? outcomes.without(lane) : outcomes.with(lane, outcome),
                    wrong.isEmpty() ? problems.without(lane) : problems.with(lane, wrong));
        }

        Runs without(Lane lane) {
            return new Runs(settings, lanes.without(lane), outcomes.without(lane), problems.without(lane));
        }

        Runs with(Fingerprint otherSettings) {
            return settings.equals(otherSettings) ? this : new Runs(otherSettings, lanes, outcomes, problems);
        }

        boolean anyCurrent() {
            return !outcomes.isEmpty();
        }

        /** Whether there is a scenario and all have a current run. */
        boolean allCurrent() {
            return anyCurrent() && outcomes.size() == lanes.size();
        }

        boolean anyStale() {
            for (LaneState run : lanes.values()) {
                if (run.isStale()) {
                    return true;
                }
            }
            return false;
        }

        /** Whether all were current and are not any more, or a scenario that is still there lost its current run. */
        boolean lostSince(Runs before) {
            if (before.allCurrent() && !allCurrent()) {
                return true;
            }
            if (outcomes.equals(before.outcomes)) {
                return false; // told at once where nothing was touched
            }
            for (Lane lane : before.outcomes.keySet()) {
                if (!outcomes.containsKey(lane) && lanes.containsKey(lane)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Assesses everything. */
    public static Assessment of(Project project) {
        return new Assessor(project, null, Touched.everything(project)).assess();
    }

    /**
     * The assessment of {@code next}, which differs from this project in the changed cells only.
     *
     * @param changed the paths of all cells that differ; more do no harm
     */
    public Assessment after(Project next, Collection<CellPath> changed) {
        return new Assessor(next, this, Touched.by(changed)).assess();
    }

    public Project project() {
        return project;
    }

    /** Of the inputs of a scenario's run, by the groups' names, those that are not the scenario's own. */
    public static Map<String, Object> shared(Map<String, Object> groups) {
        var shared = new TreeMap<>(groups);
        InputGroup.ofAnyScenario().forEach(shared::remove);
        return shared;
    }

    /** Where the lane stands; a scenario that does not exist has made nothing. */
    public LaneState lane(Lane lane) {
        return switch (lane.kind()) {
            case QUESTION -> question;
            case DATA -> data;
            case POPULATION -> population;
            case REPORT -> report;
            case SCENARIO ->
                Objects.requireNonNullElseGet(runs.lanes().get(lane), () -> new LaneState(lane, null, null, null));
            case EXPORT -> LaneState.of(project, lane, exportInputs(lane));
            case DELIVERY -> new LaneState(lane, null, null, null);
            case RESOLUTION -> LaneState.of(project, lane, resolutionInputs());
        };
    }

    /** Where the exports of the report in one format stand. */
    public LaneState export(ExportFormat format) {
        return lane(Lane.export(format));
    }

    private @Nullable Inputs exportInputs(Lane lane) {
        Output newest = report.shown();
        if (newest == null) {
            return null;
        }
        Map<String, Fingerprint> groups = InputGroup.fingerprints(project, lane);
        groups.put("report", newest.content());
        groups.put("staleness", CanonicalJson.fingerprint(stalenessOfReport()));
        return Inputs.of(groups);
    }

    /** The last forecast that stood when the outcome became known, and that outcome. */
    private @Nullable Inputs resolutionInputs() {
        TrackRecord record = TrackRecord.of(project);
        Resolution resolution = record.resolution();
        return resolution == null
                ? null
                : record.last()
                        .map(entry -> Inputs.of(Map.of(
                                InputGroup.OUTCOME,
                                CanonicalJson.fingerprint(Cells.open(resolution)),
                                "forecast",
                                CanonicalJson.fingerprint(Cells.open(entry.forecast())))))
                        .orElse(null);
    }

    private List<String> stalenessOfReport() {
        return Causes.of(this, Lane.REPORT).stream()
                .map(cause -> cause.input() + ": " + cause.summary())
                .toList();
    }

    /** The runs of all scenarios, by the order of their ids. */
    public Collection<LaneState> scenarios() {
        return runs.lanes().values();
    }

    /** What keeps the scenario from fitting data and population, one sentence each. */
    public List<String> problemsOf(ScenarioId scenario) {
        return problemsOf(Lane.scenario(scenario));
    }

    /** What keeps the scenario of these runs from fitting data and population, one sentence each. */
    public List<String> problemsOf(Lane run) {
        return Objects.requireNonNullElse(runs.problems().get(run), List.of());
    }

    /** Whether the stage and everything upstream of it is done and up to date. */
    public boolean isComplete(Workbench stage) {
        return switch (stage) {
            case DATA -> data.isCurrent();
            case POPULATION -> population.isCurrent() && isComplete(Workbench.DATA);
            case SCENARIO ->
                isComplete(Workbench.POPULATION)
                        && !runs.lanes().isEmpty()
                        && runs.problems().isEmpty();
            case SIMULATION -> isComplete(Workbench.SCENARIO) && runs.allCurrent();
            case REPORT -> report.isCurrent() && isComplete(Workbench.SIMULATION);
        };
    }

    /** Whether the stage shows something that was made from other inputs than today's. */
    public boolean isStale(Workbench stage) {
        return switch (stage) {
            case DATA -> data.isStale();
            case POPULATION -> population.isStale();
            case SCENARIO -> false;
            case SIMULATION -> runs.anyStale();
            case REPORT -> report.isStale();
        };
    }

    /** The longest prefix of complete stages. */
    public ProjectStatus status() {
        ProjectStatus status = ProjectStatus.DRAFT;
        for (Workbench stage : Workbench.values()) {
            if (!isComplete(stage)) {
                break;
            }
            status = reached(stage);
        }
        return status;
    }

    private static ProjectStatus reached(Workbench stage) {
        return switch (stage) {
            case DATA -> ProjectStatus.DATA_READY;
            case POPULATION -> ProjectStatus.POPULATION_READY;
            case SCENARIO -> ProjectStatus.SCENARIOS_DEFINED;
            case SIMULATION -> ProjectStatus.SIMULATED;
            case REPORT -> ProjectStatus.COMPLETE;
        };
    }

    /** The stages that had something current before and have lost it now. */
    public Set<Workbench> lostSince(Assessment before) {
        Set<Workbench> lost = EnumSet.noneOf(Workbench.class);
        addIf(before.data.isCurrent() && !data.isCurrent(), Workbench.DATA, lost);
        addIf(before.population.isCurrent() && !population.isCurrent(), Workbench.POPULATION, lost);
        addIf(before.isComplete(Workbench.SCENARIO) && !isComplete(Workbench.SCENARIO), Workbench.SCENARIO, lost);
        addIf(runs.lostSince(before.runs), Workbench.SIMULATION, lost);
        addIf(before.report.isCurrent() && !report.isCurrent(), Workbench.REPORT, lost);
        return lost;
    }

    private static void addIf(boolean condition, Workbench stage, Set<Workbench> stages) {
        if (condition) {
            stages.add(stage);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assessment that
                && question.equals(that.question)
                && data.equals(that.data)
                && population.equals(that.population)
                && report.equals(that.report)
                && runs.equals(that.runs)
                && shown.equals(that.shown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(question, data, population, report, runs);
    }

    @Override
    public String toString() {
        return status() + ", stale: "
                + List.of(Workbench.values()).stream().filter(this::isStale).toList();
    }
}
