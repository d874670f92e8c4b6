package io.futureos.studio.bench;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.Edits;
import io.futureos.studio.change.Revision;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.memory.InMemoryStorage;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Inputs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * A project in which everything is made and current: scenarios with their runs, and a report. People's part is done by
 * actions; what jobs would have made stands in the journal as they would have written it.
 */
public final class BenchProject implements AutoCloseable {

    /** Overrides of each scenario; an edit sets one of them to another value. */
    static final int OVERRIDES = 4;

    private static final int SHOCKS = 3;
    private static final int AT_ONCE = 20;
    private static final int REASON = 12;
    private static final List<String> WORDS = List.of(("registry ministry survey annual monthly figure correction"
                    + " published revised late early estimate counted twice missing imported used fleet rental van private"
                    + " north south coast county city rounding typo table footnote mail confirmed phone analyst doubtful"
                    + " season strike harbour delivery tax rule change since before after between above below average")
            .split(" "));

    /** Whose projects these are. */
    public static final UserId ANALYST = UserId.of("00000000-0000-4000-8000-00000000a11a");

    private final Storage storage;
    private final InProcessLive live = InProcessLive.create();
    private final List<StudioOrchestrator> others = new ArrayList<>();
    private final StudioOrchestrator studio;
    private final ProjectId id;
    private final List<String> scenarios;
    private final LongAdder told = new LongAdder();

    /** Sets the project up in memory. */
    BenchProject(int scenarios, int log, int dataOverrides) {
        this(InMemoryStorage.create(), scenarios, log, dataOverrides, 0);
    }

    /**
     * Sets the project up in this storage.
     *
     * @param log how many entries the modification log has at the end
     * @param dataOverrides how many figures of the data are overridden at once, for one reason
     * @param corrections how many are overridden twenty at a time, each for a reason in words of its own
     */
    public BenchProject(Storage storage, int scenarios, int log, int dataOverrides, int corrections) {
        this.storage = storage;
        studio = studio().sweepsItself(false) // a version that the clock cuts is none of the actions that are counted
                .build();
        id = studio.projects()
                .create(new ProjectCreate(ANALYST, "Norway goes electric", "Will the share be above one half in 2025?"))
                .projectId();
        act("data", "add_custom_source", Map.of("source_name", "new_cars", "configuration", Map.of("type", "csv")));
        overrideFigures(dataOverrides);
        correctFigures(corrections);
        this.scenarios =
                IntStream.range(0, scenarios).mapToObj(this::createScenario).toList();
        makeEverything();
        fillLog(log - revisions());
    }

    private StudioOrchestrator.Builder studio() {
        return StudioOrchestrator.builder()
                .storage(storage)
                .live(live)
                .engines(new IdleEngines())
                .executor(job -> {
                    throw new IllegalStateException("The benchmark must not start a job");
                });
    }

    /** Another Studio on the same storage, as it would run in another process: it sweeps. Closed with the project. */
    StudioOrchestrator anotherStudio() {
        StudioOrchestrator other = studio().build();
        others.add(other);
        return other;
    }

    /** A Studio on the same storage that has never seen the project; only what it is asked for is done. */
    public StudioOrchestrator strangeStudio() {
        return studio().sweepsItself(false).build();
    }

    /** Has a checkpoint written, as a sweep does half a minute after an action. */
    public void writeCheckpoint() {
        try (StudioOrchestrator later = studio().sweepsItself(false)
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)))
                .versions((activity, now) -> Optional.empty())
                .build()) {
            while (storage.checkpoints().newestRevision(id) < revisions()) { // a sweep takes only so many projects
                later.sweep();
            }
        }
    }

    /** The Studio that the project was set up with. */
    public StudioOrchestrator studioOfItsOwn() {
        return studio;
    }

    /** The project as a Studio sees it that has never seen it before, as JSON. */
    JsonNode loadedAnew() {
        return WatchedView.json(anotherStudio().projects().load(id, ANALYST));
    }

    public ProjectId id() {
        return id;
    }

    /** Lets somebody edit the project. */
    void invite(UserId user) {
        studio.collaboration().add(id, ANALYST, user, Role.EDITOR);
    }

    private void overrideFigures(int count) {
        Project project = folded();
        var edits = new Edits(project);
        for (int i = 0; i < count; i++) {
            String field = "new_cars.battery_electric[" + i + "]";
            edits.set(Cells.dataOverride(field), new DataOverride(field, 1_000L + i, "Registered late"));
        }
        append("data", project, edits);
    }

    private void correctFigures(int count) {
        var reasons = new Random(count);
        Project project = folded();
        for (int first = 0; first < count; first += AT_ONCE) {
            var edits = new Edits(project);
            for (int i = first; i < Math.min(first + AT_ONCE, count); i++) {
                String field = "new_cars.petrol[" + i + "]";
                edits.set(Cells.dataOverride(field), new DataOverride(field, reasons.nextDouble(), reason(reasons)));
            }
            project = append("data", project, edits);
        }
    }

    private static String reason(Random random) {
        return random.ints(REASON, 0, WORDS.size()).mapToObj(WORDS::get).collect(joining(" "));
    }

    private String createScenario(int number) {
        var config = new LinkedHashMap<String, Object>();
        config.put("name", "Scenario " + number);
        config.put("description", "What if number " + number);
        config.put("variable_overrides", overrides(0.5));
        config.put("population_adjustments", Map.of("age", Map.of("young", 0.4, "old", 0.6)));
        config.put(
                "shock_events",
                IntStream.rangeClosed(1, SHOCKS)
                        .mapToObj(tick -> Map.of("tick", tick, "variable", variable(tick), "magnitude", -0.1))
                        .toList());
        return String.valueOf(act("scenario", "create_scenario", Map.of("scenario_config", config))
                .result()
                .get("scenario_id"));
    }

    private static List<Map<String, Object>> overrides(double first) {
        return IntStream.range(0, OVERRIDES)
                .mapToObj(i -> Map.<String, Object>of("variable", variable(i), "value", i == 0 ? first : 0.5))
                .toList();
    }

    private static String variable(int number) {
        return "variable_" + number;
    }

    private void makeEverything() {
        var variables = new LinkedHashMap<String, Object>();
        for (int i = 0; i < OVERRIDES; i++) {
            variables.put(variable(i), Map.of("minimum", 0.0, "maximum", 1.0));
        }
        Project project = folded();
        project = make(project, Lane.QUESTION, Map.of("target_variable", variable(0)));
        project = make(project, Lane.DATA, Map.of("variables", variables));
        project = make(project, Lane.POPULATION, Map.of("dimensions", Map.of("age", List.of("young", "old"))));
        for (String scenario : scenarios) {
            project = make(
                    project,
                    new Lane(Lane.Kind.SCENARIO, scenario),
                    Map.of(
                            "simulation_id", UUID.randomUUID().toString(),
                            "ensemble_id", UUID.randomUUID().toString(),
                            "event_probability", 0.75));
        }
        make(project, Lane.REPORT, Map.of());
    }

    private Project make(Project project, Lane lane, Map<String, Object> summary) {
        Inputs inputs = requireNonNull(Assessment.of(project).lane(lane).inputs(), lane::toString);
        var content = Fingerprint.of("what " + lane + " made");
        var output = new Output(
                UUID.randomUUID(),
                content,
                new BlobKey(content),
                summary,
                inputs.groups(),
                project.revision(),
                project.revision() + 1,
                "bench 1");
        return append("simulation", project, new Edits(project).set(Cells.made(lane, inputs.fingerprint()), output));
    }

    private Project folded() {
        Project project = Project.empty(id, Instant.EPOCH);
        for (Revision revision : storage.journal().after(id, 0)) {
            project = revision.applyTo(project);
        }
        return project;
    }

    private Project append(String workbench, Project before, Edits edits) {
        List<Change<?>> changes = edits.changes();
        var revision = new Revision(
                before.revision() + 1,
                UUID.randomUUID(),
                ANALYST,
                Instant.now(),
                workbench,
                "result",
                "Made by a job",
                false,
                null,
                null,
                changes);
        Project after = revision.applyTo(before);
        ProjectSummary known = storage.projects().find(id).orElseThrow();
        ProjectStatus status =
                workbench.equals("data") ? known.status() : Assessment.of(after).status();
        storage.journal()
                .append(id, new Commit(revision, known.at(after.revision(), revision.at(), status), null, null));
        return after;
    }

    private void fillLog(long count) {
        List<Map<String, Object>> edits = edits(0, 0.375, 0.625);
        for (int i = 0; i < count; i++) {
            execute(edits.get(i % edits.size()));
        }
    }

    /**
     * Two requests, as JSON would bring them, that set an override of a scenario to one value and to another; it has neither
     * of them yet, nor had it when it ran.
     */
    public List<Map<String, Object>> editsOf(int scenario) {
        return edits(scenario, 0.25, 0.75);
    }

    private List<Map<String, Object>> edits(int scenario, double... values) {
        var edits = new ArrayList<Map<String, Object>>();
        for (double value : values) {
            var payload = Map.<String, Object>of(
                    "scenario_id", scenarios.get(scenario),
                    "scenario_config", Map.of("variable_overrides", overrides(value)));
            edits.add(request("scenario", "edit_scenario", payload));
        }
        return edits;
    }

    /** A request, as JSON would bring it, that describes one of the scenarios anew. */
    Map<String, Object> description(int scenario, String text, UserId user, UUID command) {
        var payload = Map.<String, Object>of(
                "scenario_id",
                scenarios.get(scenario % scenarios.size()),
                "scenario_config",
                Map.of("description", text));
        var request = new LinkedHashMap<>(request("scenario", "edit_scenario", payload));
        request.put("user_id", user.toString());
        request.put("command_id", command.toString());
        return request;
    }

    /** The descriptions that scenarios were given by the revisions after {@code after}, in the journal's order. */
    List<String> descriptionsAfter(long after) {
        return storage.journal().after(id, after).stream()
                .flatMap(revision -> revision.changes().stream())
                .filter(change -> change.path().segment(0).equals("scenario")
                        && change.path().name().equals("description"))
                .map(change -> String.valueOf(change.after().orElse(null)))
                .toList();
    }

    private WorkbenchResponse act(String workbench, String action, Map<String, Object> payload) {
        return execute(request(workbench, action, payload));
    }

    private Map<String, Object> request(String workbench, String action, Map<String, Object> payload) {
        return Map.of(
                "project_id", id.toString(),
                "user_id", ANALYST.toString(),
                "workbench", workbench,
                "action", action,
                "payload", payload);
    }

    /** Takes a request of the contract all the way. */
    public WorkbenchResponse execute(Map<String, Object> request) {
        return studio.workbench().execute(request);
    }

    /** Has the project watched until it is closed. */
    void watchedBy(int watchers) {
        for (int i = 0; i < watchers; i++) {
            studio.projects().watch(id, ANALYST, event -> told.increment());
        }
    }

    /** The difference between the view at a revision and today's. */
    StateUpdate since(long revision) {
        return studio.projects().since(id, ANALYST, revision);
    }

    /** How many revisions the journal has. */
    long revisions() {
        return storage.journal().head(id);
    }

    @Override
    public void close() {
        others.forEach(StudioOrchestrator::close);
        studio.close();
    }
}
