package io.futureos.studio.testkit.world;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ScenarioStatus;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a project must be, worked out from the journal in the plainest way: revision by revision, and everything anew at each.
 * What people do bears a mark that nothing else bears, so that it can be counted.
 */
final class Ledger {

    private static final Pattern MARK = Pattern.compile("mark-\\d+;");

    /** What brings back what somebody did before, marks included. */
    private static final Set<String> REPEATING = Set.of("undo", "redo", "restore_version", "duplicate_scenario");

    private final ProjectId id;
    private final Journal journal;
    private final Map<String, Integer> marks = new HashMap<>();
    private final Set<String> acknowledged = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final Set<JobId> jobs = new LinkedHashSet<>();
    private final Set<Integer> versions = new TreeSet<>();
    private Project project;

    Ledger(ProjectId id, Journal journal) {
        this.id = id;
        this.journal = journal;
        this.project = Project.empty(id, journal.find(id, 1).orElseThrow().at());
        catchUp();
    }

    ProjectId id() {
        return id;
    }

    /** The project as the journal has it. */
    Project project() {
        return project;
    }

    static String mark(int number) {
        return "mark-" + number + ";";
    }

    /** What bears the mark was acknowledged: from now on it is in the journal, once. */
    void acknowledge(String mark) {
        acknowledged.add(mark);
    }

    /** What bears the mark was refused, the first time it was asked for: it is not in the journal. */
    void refuse(String mark) {
        refused.add(mark);
    }

    /** Somebody was told of a job. */
    void job(JobId job) {
        jobs.add(job);
    }

    Set<JobId> jobs() {
        return jobs;
    }

    /** Somebody was told of a version. */
    void version(int number) {
        versions.add(number);
    }

    Set<Integer> versions() {
        return versions;
    }

    /** Folds in what is new, and checks that the journal is a chain in which everything stands that was acknowledged. */
    void catchUp() {
        for (Revision revision : journal.after(id, project.revision())) {
            check(
                    revision.number() == project.revision() + 1,
                    "revision " + revision.number() + " follows " + project.revision());
            for (Change<?> change : revision.changes()) {
                checkBefore(revision, change);
            }
            project = revision.applyTo(project);
            count(revision);
        }
        for (String mark : acknowledged) {
            check(
                    marks.getOrDefault(mark, 0) == 1,
                    mark + " was acknowledged and is in the journal " + marks.getOrDefault(mark, 0) + " times");
        }
        acknowledged.clear();
        for (String mark : refused) {
            check(!marks.containsKey(mark), mark + " was refused and is in the journal all the same");
        }
    }

    private <T> void checkBefore(Revision revision, Change<T> change) {
        check(
                project.get(change.cell()).equals(change.before()),
                () -> "revision " + revision.number() + " says that " + change.path() + " was " + change.before()
                        + ", but it was " + project.get(change.cell()));
    }

    private void count(Revision revision) {
        if (REPEATING.contains(revision.action())) {
            return;
        }
        var found = new TreeSet<String>();
        for (Change<?> change : revision.changes()) {
            change.after().ifPresent(value -> {
                Matcher mark = MARK.matcher(String.valueOf(Cells.open(value)));
                while (mark.find()) {
                    found.add(mark.group());
                }
            });
        }
        for (String mark : found) {
            int times = marks.merge(mark, 1, Integer::sum);
            check(times == 1, mark + " is in the journal " + times + " times, again in revision " + revision.number());
        }
    }

    /** Checks what a node tells of the project, if it tells of the same revision. */
    void checkView(ProjectState state) {
        check(
                state.revision() <= project.revision(),
                "a node is at revision " + state.revision() + ", which is not in the journal yet");
        if (state.revision() < project.revision()) {
            return;
        }
        Assessment anew = Assessment.of(project);
        check(state.status() == anew.status(), "the status is " + anew.status() + ", a node says " + state.status());
        var stages = state.workbenchStates();
        same(anew, Workbench.DATA, stages.data().freshness().stale());
        same(anew, Workbench.POPULATION, stages.population().freshness().stale());
        same(anew, Workbench.SIMULATION, stages.simulation().freshness().stale());
        same(anew, Workbench.REPORT, stages.report().freshness().stale());
        for (ScenarioState scenario : state.scenarios()) {
            LaneState run = anew.lane(Lane.scenario(scenario.scenarioId()));
            check(scenario.stale() == run.isStale(), () -> scenario.scenarioId() + " is stale or not: " + scenario);
            check(
                    (scenario.status() == ScenarioStatus.COMPLETED) == (run.isCurrent() && !atWork(run.lane())),
                    () -> scenario.scenarioId() + " is complete or not: " + scenario);
        }
    }

    private boolean atWork(Lane lane) {
        return project.get(Cells.job(lane)).isPresent();
    }

    private static void same(Assessment anew, Workbench stage, boolean told) {
        check(anew.isStale(stage) == told, stage + " is stale: " + anew.isStale(stage) + ", a node says " + told);
    }

    /** The lanes that belong to jobs. */
    List<Lane> lanesAtWork() {
        var lanes = new ArrayList<Lane>();
        project.under(CellPath.of("job")).forEach(cell -> lanes.add(Cells.laneOf(cell.getKey())));
        return lanes;
    }

    /** As what does not hold is told at length, it is put into words only then. */
    private static void check(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new AssertionError(what.get());
        }
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
