package io.futureos.studio.workflow;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectState.StalenessCause;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why something is stale: the inputs that differ from those of the newest output, up to the roots, and who set them when.
 */
public final class Causes {

    private static final int MOST = 50;
    private static final String NAMES = "names";

    private final Assessment assessment;
    private final Project project;
    /** As often as it was found: that others have found a cause before does not mean that a lane has none. */
    private final List<StalenessCause> found = new ArrayList<>();

    private Causes(Assessment assessment) {
        this.assessment = assessment;
        this.project = assessment.project();
    }

    /** The causes, nearest first, at most 50; empty if the lane is not stale. */
    public static List<StalenessCause> of(Assessment assessment, Lane lane) {
        LaneState state = assessment.lane(lane);
        Output newest = state.newest();
        if (!state.isStale() || newest == null) {
            return List.of();
        }
        var causes = new Causes(assessment);
        causes.explain(lane, newest);
        return causes.found.stream().distinct().limit(MOST).toList();
    }

    private void explain(Lane lane, Output newest) {
        int before = found.size();
        explainByWhoSetIt(lane, newest);
        if (found.size() == before) {
            explainByGroup(lane, newest);
        }
    }

    /** Where no cell tells it, the names of the inputs that differ have to do. */
    private void explainByGroup(Lane lane, Output newest) {
        Inputs today = assessment.lane(lane).inputs();
        Map<String, Object> now = today == null ? Map.of() : today.groups();
        var names = new TreeSet<>(now.keySet());
        names.addAll(newest.basis().keySet());
        for (String name : names) {
            if (!Objects.equals(now.get(name), newest.basis().get(name))) {
                addNobodys(name, "The input \"" + name + "\" is not what the newest output was made from");
            }
        }
    }

    private void explainByWhoSetIt(Lane lane, Output newest) {
        for (InputGroup group : groups(lane)) {
            if (!fingerprint(lane, group).equals(newest.basis().get(group.name()))) {
                addSettersSince(group, newest.basedOn());
            }
        }
        if (lane.kind() == Lane.Kind.REPORT) {
            explainRuns(newest);
        } else {
            upstream(lane).forEach((name, above) -> explainUpstream(name, assessment.lane(above), newest));
        }
    }

    /** Most runs are as the report tells of them, so those are passed over quickly. */
    private void explainRuns(Output report) {
        for (LaneState run : assessment.scenarios()) {
            Output current = run.current();
            if (current == null || current.acceptedAt() > report.basedOn()) {
                explainUpstream(run.lane().toString(), run, report);
            }
        }
    }

    /** What the assessment has worked out already is not worked out again. */
    private Object fingerprint(Lane lane, InputGroup group) {
        Inputs inputs = assessment.lane(lane).inputs();
        Object known = inputs == null ? null : inputs.groups().get(group.name());
        return known == null ? group.fingerprint(project).value() : known;
    }

    private void explainUpstream(String name, LaneState above, Output newest) {
        Output current = above.current();
        if (current != null) {
            if (isOther(current, above.lane(), newest.basis().get(name))) {
                addRootsSince(above.lane(), newest.basedOn());
            }
        } else if (above.newest() != null) {
            explain(above.lane(), above.newest());
        } else {
            addNobodys(name, missing(above.lane()));
        }
    }

    /** A report's basis holds all its scenarios as one, so any run that came later than the report counts as another. */
    private boolean isOther(Output current, Lane lane, @Nullable Object basis) {
        if (lane.kind() != Lane.Kind.SCENARIO) {
            return !current.content().value().equals(basis);
        }
        Output report = assessment.lane(Lane.REPORT).newest();
        return report != null && current.acceptedAt() > report.basedOn();
    }

    private void addRootsSince(Lane lane, long revision) {
        groups(lane).forEach(group -> addSettersSince(group, revision));
        upstream(lane).values().forEach(above -> addRootsSince(above, revision));
    }

    private void addSettersSince(InputGroup group, long revision) {
        int before = found.size();
        for (CellPath place : group.places()) {
            Stamp stamp = project.stamps().get(place);
            if (stamp != null) {
                addSince(revision, place, stamp);
            }
            if (!group.name().equals(NAMES)) { // below a name there is nothing
                project.stampsUnder(place).forEach(entry -> addSince(revision, entry.getKey(), entry.getValue()));
            }
        }
        if (found.size() == before && revision == 0) {
            addNobodys(group.name(), "The input \"" + group.name() + "\" has changed");
        }
    }

    private void addSince(long revision, CellPath path, Stamp stamp) {
        if (stamp.revision() > revision) {
            found.add(new StalenessCause(path.text(), stamp.summary(), stamp.revision(), stamp.actor(), stamp.at()));
        }
    }

    private void addNobodys(String input, String summary) {
        found.add(new StalenessCause(input, summary, null, null, null));
    }

    private String missing(Lane lane) {
        return switch (lane.kind()) {
            case QUESTION -> "The question has not been understood yet";
            case SCENARIO ->
                "Scenario \""
                        + project.get(Cells.scenarioName(lane.scenarioId())).orElse("") + "\" has not been run yet";
            case DATA, POPULATION, REPORT, EXPORT, DELIVERY, RESOLUTION -> "The " + lane + " has not been made yet";
        };
    }

    private List<InputGroup> groups(Lane lane) {
        var groups = new ArrayList<>(InputGroup.of(lane));
        if (lane.kind() == Lane.Kind.SCENARIO) {
            groups.add(InputGroup.simulation());
        }
        if (lane.kind() == Lane.Kind.REPORT) {
            groups.add(new InputGroup(NAMES, names()));
            CellPath resolution = Cells.resolution().path();
            if (project.stamps().containsKey(resolution)) {
                groups.add(new InputGroup(InputGroup.OUTCOME, List.of(resolution)));
            }
        }
        return groups;
    }

    /** Where people set what the project and its scenarios are called, and in which order they stand. */
    private List<CellPath> names() {
        var places = new ArrayList<>(List.of(Cells.projectName().path()));
        for (LaneState run : assessment.scenarios()) {
            ScenarioId id = run.lane().scenarioId();
            places.add(Cells.scenarioName(id).path());
            places.add(Cells.scenarioDescription(id).path());
            places.add(Cells.scenarioRank(id).path());
        }
        return places;
    }

    private Map<String, Lane> upstream(Lane lane) {
        var upstream = new LinkedHashMap<String, Lane>();
        switch (lane.kind()) {
            case QUESTION -> {
                // the first of all
            }
            case DATA -> {
                if (project.get(Cells.question()).isPresent()) {
                    upstream.put("question", Lane.QUESTION);
                }
            }
            case POPULATION -> upstream.put("data", Lane.DATA);
            case SCENARIO -> {
                upstream.put("question", Lane.QUESTION);
                upstream.put("data", Lane.DATA);
                upstream.put("population", Lane.POPULATION);
            }
            case REPORT ->
                assessment.scenarios().forEach(run -> upstream.put(run.lane().toString(), run.lane()));
            case EXPORT, DELIVERY, RESOLUTION -> upstream.put("report", Lane.REPORT);
        }
        return upstream;
    }
}
