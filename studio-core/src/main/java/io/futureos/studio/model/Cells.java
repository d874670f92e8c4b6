package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue: every cell that a project can have. A path that matches none of these belongs to another version of the
 * library; its value is carried along as it is.
 */
public final class Cells {

    private static final Map<String, List<Kind<?>>> CATALOGUE = new HashMap<>();

    private static final Kind<String> PROJECT_NAME = input("project/name", CellTypes.TEXT);
    private static final Kind<String> PROJECT_DESCRIPTION = input("project/description", CellTypes.TEXT);
    private static final Kind<String> QUESTION = input("project/question", CellTypes.TEXT);
    private static final Kind<String> AS_OF = input("project/as_of", CellTypes.TEXT);
    private static final Kind<UserId> OWNER = record("project/owner", CellTypes.USER);
    private static final Kind<TeamId> TEAM = record("project/team", CellTypes.TEAM);
    private static final Kind<Instant> DELETED_AT = record("project/deleted_at", CellTypes.INSTANT);
    private static final Kind<Long> VERSION = record("version", CellTypes.WHOLE);
    private static final Kind<Role> COLLABORATOR = record("collaborator/*", CellTypes.ROLE);

    private static final Kind<DataSource> SOURCE = input("data/source/*", CellTypes.DATA_SOURCE);
    private static final Kind<DataOverride> DATA_OVERRIDE = input("data/override/*", CellTypes.DATA_OVERRIDE);
    private static final Kind<RawPin> RAW = record("data/raw/*/*", CellTypes.RAW_PIN);

    private static final Kind<Map<String, Object>> POPULATION_CONFIG = input("population/config", CellTypes.OBJECT);
    private static final Kind<PopulationAdjustment> ADJUSTMENT = input("population/adjustment/*", CellTypes.ADJUSTMENT);
    private static final Kind<PopulationAdjustment> ARCHETYPE = input("population/archetype/*", CellTypes.ADJUSTMENT);
    private static final Kind<Long> TARGET_SIZE = input("population/target_size", CellTypes.WHOLE);
    private static final Kind<Long> POPULATION_SEED = input("population/seed", CellTypes.WHOLE);

    private static final Kind<String> SCENARIO_NAME = input("scenario/*/name", CellTypes.TEXT);
    private static final Kind<String> SCENARIO_DESCRIPTION = input("scenario/*/description", CellTypes.TEXT);
    private static final Kind<Long> SCENARIO_RANK = input("scenario/*/rank", CellTypes.WHOLE);
    private static final Kind<Object> SCENARIO_OVERRIDE = input("scenario/*/override/*", CellTypes.OPEN);
    private static final Kind<Map<String, Object>> SCENARIO_ADJUSTMENT =
            input("scenario/*/adjustment/*", CellTypes.OBJECT);
    private static final Kind<Shock> SCENARIO_SHOCK = input("scenario/*/shock/*", CellTypes.SHOCK);

    private static final Kind<Map<String, Object>> SIMULATION_CONFIG = input("simulation/config", CellTypes.OBJECT);
    private static final Kind<ScenarioId> LAST_RUN = record("simulation/last_run", CellTypes.SCENARIO);
    private static final Kind<RunControl> RUN_CONTROL = record("simulation/control/*", CellTypes.RUN_CONTROL);
    private static final Kind<RunRecord> RUN_RECORD = record("simulation/record/*", CellTypes.RUN_RECORD);
    private static final Kind<Shock> INJECTED = record("simulation/injected/*/*", CellTypes.SHOCK);

    private static final Kind<ReportConfig> REPORT_CONFIG = input("report/config", CellTypes.REPORT_CONFIG);
    private static final Kind<Annotation> ANNOTATION = input("report/annotation/*", CellTypes.ANNOTATION);
    private static final Kind<Schedule> SCHEDULE = input("report/schedule/*", CellTypes.SCHEDULE);
    private static final Kind<Instant> DELIVERED = record("report/delivered/*", CellTypes.INSTANT);

    private static final Kind<Resolution> RESOLUTION = input("report/resolution", CellTypes.RESOLUTION);
    private static final Kind<PublishedForecast> PUBLISHED = record("report/published/*", CellTypes.PUBLISHED);

    static {
        for (Lane.Kind kind : Lane.Kind.values()) {
            String lane = kind.segment() + (kind.hasKey() ? "/*" : "");
            record("job/" + lane, CellTypes.JOB);
            record("failure/" + lane, CellTypes.FAILURE);
            input("made/" + lane + "/*", CellTypes.OUTPUT);
        }
    }

    private Cells() {}

    /** The cell at {@code path}; one that holds any open value if the catalogue has no such path. */
    public static Cell<?> at(CellPath path) {
        Kind<?> kind = kindOf(path);
        return kind == null ? new Cell<>(path, CellTypes.OPEN, false) : kind.at(path);
    }

    private static @Nullable Kind<?> kindOf(CellPath path) {
        List<String> segments = path.segments();
        for (Kind<?> kind : CATALOGUE.getOrDefault(segments.get(0), List.of())) {
            if (kind.matches(segments)) {
                return kind;
            }
        }
        return null;
    }

    public static Cell<String> projectName() {
        return PROJECT_NAME.at();
    }

    public static Cell<String> projectDescription() {
        return PROJECT_DESCRIPTION.at();
    }

    /** The question as it was asked. */
    public static Cell<String> question() {
        return QUESTION.at();
    }

    /** The last month that forecasts may know, {@code YYYY-MM}. */
    public static Cell<String> asOf() {
        return AS_OF.at();
    }

    /** Who created the project. */
    public static Cell<UserId> owner() {
        return OWNER.at();
    }

    public static Cell<TeamId> team() {
        return TEAM.at();
    }

    public static Cell<Instant> deletedAt() {
        return DELETED_AT.at();
    }

    /** The number of the last version that was cut. */
    public static Cell<Long> version() {
        return VERSION.at();
    }

    public static Cell<Role> collaborator(UserId user) {
        return COLLABORATOR.at(user.toString());
    }

    public static Cell<DataSource> source(String name) {
        return SOURCE.at(name);
    }

    public static Cell<DataOverride> dataOverride(String field) {
        return DATA_OVERRIDE.at(field);
    }

    /** The bytes that the source gave when it was last fetched with this configuration. */
    public static Cell<RawPin> raw(String source, Fingerprint configuration) {
        return RAW.at(source, configuration.value());
    }

    /** What populations are built from. */
    public static Cell<Map<String, Object>> populationConfig() {
        return POPULATION_CONFIG.at();
    }

    public static Cell<PopulationAdjustment> adjustment(String dimension) {
        return ADJUSTMENT.at(dimension);
    }

    public static Cell<PopulationAdjustment> archetype(String archetype) {
        return ARCHETYPE.at(archetype);
    }

    public static Cell<Long> targetSize() {
        return TARGET_SIZE.at();
    }

    public static Cell<Long> populationSeed() {
        return POPULATION_SEED.at();
    }

    public static Cell<String> scenarioName(ScenarioId scenario) {
        return SCENARIO_NAME.at(scenario.toString());
    }

    public static Cell<String> scenarioDescription(ScenarioId scenario) {
        return SCENARIO_DESCRIPTION.at(scenario.toString());
    }

    /** Where the scenario stands in the analyst's order; the smallest comes first. */
    public static Cell<Long> scenarioRank(ScenarioId scenario) {
        return SCENARIO_RANK.at(scenario.toString());
    }

    public static Cell<Object> scenarioOverride(ScenarioId scenario, String variable) {
        return SCENARIO_OVERRIDE.at(scenario.toString(), variable);
    }

    public static Cell<Map<String, Object>> scenarioAdjustment(ScenarioId scenario, String dimension) {
        return SCENARIO_ADJUSTMENT.at(scenario.toString(), dimension);
    }

    public static Cell<Shock> scenarioShock(ScenarioId scenario, UUID shock) {
        return SCENARIO_SHOCK.at(scenario.toString(), shock.toString());
    }

    public static Cell<Map<String, Object>> simulationConfig() {
        return SIMULATION_CONFIG.at();
    }

    /** The scenario whose run was started last; what the console is about unless it is told otherwise. */
    public static Cell<ScenarioId> lastRun() {
        return LAST_RUN.at();
    }

    public static Cell<RunControl> runControl(ScenarioId scenario) {
        return RUN_CONTROL.at(scenario.toString());
    }

    /** How far the scenario's run was recorded. */
    public static Cell<RunRecord> runRecord(ScenarioId scenario) {
        return RUN_RECORD.at(scenario.toString());
    }

    /** A shock that was injected into the scenario's run and is not part of the scenario. */
    public static Cell<Shock> injectedShock(ScenarioId scenario, UUID shock) {
        return INJECTED.at(scenario.toString(), shock.toString());
    }

    public static Cell<ReportConfig> reportConfig() {
        return REPORT_CONFIG.at();
    }

    public static Cell<Annotation> annotation(UUID id) {
        return ANNOTATION.at(id.toString());
    }

    public static Cell<Schedule> schedule(UUID id) {
        return SCHEDULE.at(id.toString());
    }

    /** The last occurrence of the schedule that was handled. */
    public static Cell<Instant> delivered(UUID schedule) {
        return DELIVERED.at(schedule.toString());
    }

    /** How the project's question turned out. */
    public static Cell<Resolution> resolution() {
        return RESOLUTION.at();
    }

    /** The forecast in the headline of a report. */
    public static Cell<PublishedForecast> publishedForecast(ReportId report) {
        return PUBLISHED.at(report.toString());
    }

    /** The job that owns the lane. */
    public static Cell<JobRef> job(Lane lane) {
        return new Cell<>(lane.under("job"), CellTypes.JOB, false);
    }

    /** Why the lane's last job failed. */
    public static Cell<Failure> failure(Lane lane) {
        return new Cell<>(lane.under("failure"), CellTypes.FAILURE, false);
    }

    /** What was made from these inputs. */
    public static Cell<Output> made(Lane lane, Fingerprint inputs) {
        return made(lane).cell(inputs.value());
    }

    /** Whether this version of the library knows what belongs there. */
    public static boolean knows(CellPath path) {
        return kindOf(path) != null;
    }

    /** The lane of a path that this version knows and that starts with {@code job}, {@code failure} or {@code made}. */
    public static Lane laneOf(CellPath path) {
        List<String> segments = path.segments();
        return Lane.of(segments.subList(1, segments.size()));
    }

    /** All sources by name. */
    public static Room<DataSource> sources() {
        return SOURCE.room();
    }

    /** All overrides by field. */
    public static Room<DataOverride> dataOverrides() {
        return DATA_OVERRIDE.room();
    }

    /** What a source gave, by the fingerprint of its configuration. */
    public static Room<RawPin> raws(String source) {
        return RAW.room(source);
    }

    /** All adjustments of the population by dimension. */
    public static Room<PopulationAdjustment> adjustments() {
        return ADJUSTMENT.room();
    }

    /** All edited archetypes by id. */
    public static Room<PopulationAdjustment> archetypes() {
        return ARCHETYPE.room();
    }

    /** A scenario's overrides by variable. */
    public static Room<Object> scenarioOverrides(ScenarioId scenario) {
        return SCENARIO_OVERRIDE.room(scenario.toString());
    }

    /** A scenario's population adjustments by dimension. */
    public static Room<Map<String, Object>> scenarioAdjustments(ScenarioId scenario) {
        return SCENARIO_ADJUSTMENT.room(scenario.toString());
    }

    /** A scenario's shocks by id. */
    public static Room<Shock> scenarioShocks(ScenarioId scenario) {
        return SCENARIO_SHOCK.room(scenario.toString());
    }

    /** The shocks injected into a scenario's run, by id. */
    public static Room<Shock> injectedShocks(ScenarioId scenario) {
        return INJECTED.room(scenario.toString());
    }

    /** All annotations by id. */
    public static Room<Annotation> annotations() {
        return ANNOTATION.room();
    }

    /** All schedules by id. */
    public static Room<Schedule> schedules() {
        return SCHEDULE.room();
    }

    /** All forecasts that were published, by the id of their report. */
    public static Room<PublishedForecast> publishedForecasts() {
        return PUBLISHED.room();
    }

    /** The last occurrence that was handled of each schedule, by the schedule's id. */
    public static Room<Instant> deliveries() {
        return DELIVERED.room();
    }

    /** All collaborators by user id. */
    public static Room<Role> collaborators() {
        return COLLABORATOR.room();
    }

    /** What a lane made, by the fingerprint of the inputs. */
    public static Room<Output> made(Lane lane) {
        return new Room<>(lane.under("made"), CellTypes.OUTPUT, true);
    }

    /** The open value that stands for a cell's value, whatever its type. */
    public static Object open(Object value) {
        return CellTypes.open(value);
    }

    /** What people set and undo takes back, and what is made from it. */
    private static <T> Kind<T> input(String pattern, CellType<T> type) {
        return listed(new Kind<>(List.of(pattern.split("/")), type, true));
    }

    /** What happened; no undo makes it not have happened. */
    private static <T> Kind<T> record(String pattern, CellType<T> type) {
        return listed(new Kind<>(List.of(pattern.split("/")), type, false));
    }

    private static <T> Kind<T> listed(Kind<T> kind) {
        CATALOGUE
                .computeIfAbsent(kind.pattern.get(0), first -> new ArrayList<>())
                .add(kind);
        return kind;
    }

    /** Cells that differ only in the segments that the pattern leaves open with a star. */
    private static final class Kind<T> {
        private final List<String> pattern;
        private final CellType<T> type;
        private final boolean undoable;
        private final @Nullable Cell<T> only;

        Kind(List<String> pattern, CellType<T> type, boolean undoable) {
            this.pattern = pattern;
            this.type = type;
            this.undoable = undoable;
            this.only = pattern.contains("*") ? null : at(CellPath.of(pattern.toArray(new String[0])));
        }

        /** The cell of a pattern that leaves nothing open. */
        Cell<T> at() {
            return requireNonNull(only);
        }

        Cell<T> at(String... keys) {
            return at(filled(pattern.size(), keys));
        }

        /** The cells that differ in the last segment only. */
        Room<T> room(String... keys) {
            return new Room<>(filled(pattern.size() - 1, keys), type, undoable);
        }

        private CellPath filled(int length, String... keys) {
            var segments = new String[length];
            int key = 0;
            for (int i = 0; i < length; i++) {
                segments[i] = pattern.get(i).equals("*") ? keys[key++] : pattern.get(i);
            }
            return CellPath.of(segments);
        }

        Cell<T> at(CellPath path) {
            return new Cell<>(path, type, undoable);
        }

        boolean matches(List<String> segments) {
            if (segments.size() != pattern.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                if (!pattern.get(i).equals("*") && !pattern.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
