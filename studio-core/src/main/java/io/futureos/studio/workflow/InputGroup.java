package io.futureos.studio.workflow;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Defaults;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ReportConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Some of the cells that a lane's output is made from, compared as one. Only content counts: neither ids nor the order in
 * which things were set.
 *
 * @param name what people call these inputs
 * @param places the cells, or the rooms whose cells, belong to the group
 * @param lookless whether a report's look does not count
 */
record InputGroup(String name, List<CellPath> places, boolean lookless) {

    InputGroup(String name, List<CellPath> places) {
        this(name, places, false);
    }

    private static final Map<CellPath, Object> UNLESS_SET = Map.of(
            Cells.targetSize().path(), Defaults.POPULATION_SIZE,
            Cells.populationSeed().path(), Defaults.SEED);

    static final String OUTCOME = "outcome";

    private static final String FETCHED = "fetched figures";
    private static final CellPath SOURCES = CellPath.of("data", "source");
    private static final InputGroup SIMULATION = group("simulation settings", "simulation/config");

    private static final List<InputGroup> QUESTION =
            List.of(group("question", "project/question", "project/as_of"), group("sources", "data/source"));

    private static final List<InputGroup> DATA =
            List.of(group("sources", "data/source"), group("overrides", "data/override"), group(FETCHED, "data/raw"));

    private static final List<InputGroup> POPULATION = List.of(
            group("population settings", "population/config"),
            group("adjustments", "population/adjustment"),
            group("archetype edits", "population/archetype"),
            group("size", "population/target_size"),
            group("seed", "population/seed"));

    /** What generates a report never sees its look, which takes effect when the report is exported. */
    private static final List<InputGroup> REPORT = List.of(
            new InputGroup("report settings", List.of(Cells.reportConfig().path()), true));

    private static final List<InputGroup> EXPORT =
            List.of(group("annotations", "report/annotation"), group("report settings", "report/config"));

    /** The groups that belong to the lane itself, without what it takes from other lanes. */
    static List<InputGroup> of(Lane lane) {
        return switch (lane.kind()) {
            case QUESTION -> QUESTION;
            case DATA -> DATA;
            case POPULATION -> POPULATION;
            case SCENARIO -> ofScenario(lane.key());
            case REPORT -> REPORT;
            case EXPORT -> EXPORT;
            case DELIVERY, RESOLUTION -> List.of();
        };
    }

    /** How the question turned out; reports were made without it before it was known, and are not made from it then. */
    static Optional<InputGroup> outcome(Project project) {
        CellPath cell = Cells.resolution().path();
        return project.cells().containsKey(cell)
                ? Optional.of(new InputGroup(OUTCOME, List.of(cell)))
                : Optional.empty();
    }

    /** The settings that all scenarios share. */
    static InputGroup simulation() {
        return SIMULATION;
    }

    /** The fingerprint of each of the lane's own groups, by name. */
    static Map<String, Fingerprint> fingerprints(Project project, Lane lane) {
        var groups = new TreeMap<String, Fingerprint>();
        of(lane).forEach(group -> groups.put(group.name(), group.fingerprint(project)));
        return groups;
    }

    /** What the inputs are called that a scenario has for itself. */
    static List<String> ofAnyScenario() {
        return ofScenario("any").stream().map(InputGroup::name).toList();
    }

    private static List<InputGroup> ofScenario(String id) {
        return List.of(
                new InputGroup("overrides", List.of(CellPath.of("scenario", id, "override"))),
                new InputGroup("population adjustments", List.of(CellPath.of("scenario", id, "adjustment"))),
                new InputGroup("shocks", List.of(CellPath.of("scenario", id, "shock"))));
    }

    /** Whether another value of the cell can give another fingerprint. */
    boolean dependsOn(CellPath cell) {
        if (name.equals(FETCHED) && cell.isUnder(SOURCES)) {
            return true;
        }
        for (CellPath place : places) {
            if (cell.equals(place) || cell.isUnder(place)) {
                return true;
            }
        }
        return false;
    }

    private static InputGroup group(String name, String... places) {
        return new InputGroup(name, List.of(places).stream().map(CellPath::new).toList());
    }

    /** The fingerprint of what the project holds here. */
    Fingerprint fingerprint(Project project) {
        if (name.equals(FETCHED)) {
            return fetched(project);
        }
        var content = new TreeMap<String, Object>();
        for (CellPath place : places) {
            Object value = project.cells().getOrDefault(place, UNLESS_SET.get(place));
            if (value != null) {
                content.put(place.name(), Cells.open(given(value)));
            }
            for (Map.Entry<CellPath, Object> entry : project.under(place)) {
                content.put(entry.getKey().name(), effective(entry.getValue()));
            }
        }
        return CanonicalJson.fingerprint(name.equals("shocks") ? withoutIds(content) : content);
    }

    /** What an adjustment started from is for people to see; only what it sets reaches an engine. */
    private static Object effective(Object value) {
        return value instanceof PopulationAdjustment adjustment ? adjustment.modified() : Cells.open(value);
    }

    private Object given(Object value) {
        return lookless && value instanceof ReportConfig config ? config.withoutLook() : value;
    }

    /** Only the bytes of today's sources count, not what was fetched with other configurations. */
    private static Fingerprint fetched(Project project) {
        var content = new TreeMap<String, Object>();
        Pins.of(project).forEach((source, pin) -> content.put(source, Cells.open(pin)));
        return CanonicalJson.fingerprint(content);
    }

    /** Shocks differ by their content only; their ids say nothing. */
    private static List<String> withoutIds(Map<String, Object> shocks) {
        var contents = new ArrayList<String>();
        shocks.values().forEach(shock -> contents.add(CanonicalJson.write(shock)));
        Collections.sort(contents);
        return contents;
    }
}
