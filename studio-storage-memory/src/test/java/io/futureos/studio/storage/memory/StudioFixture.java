package io.futureos.studio.storage.memory;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.action.ActionReader;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Live;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.time.MovableClock;
import io.futureos.studio.workflow.Workbench;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;

/** A whole Studio in memory on one thread, with a clock that moves a second at each look and ids that count. */
final class StudioFixture {

    static final UserId ANNA = UserId.of("00000000-0000-4000-8000-00000000a11a");
    static final UserId BO = UserId.of("00000000-0000-4000-8000-000000000b00");
    static final UserId TIM = UserId.of("00000000-0000-4000-8000-000000000715");
    static final TeamId TEAM = TeamId.of("00000000-0000-4000-8000-00000000fea3");
    static final String QUESTION = "Will the share be above one half in 2025?";

    final InMemoryStorage storage;
    final ToyEngines engines = new ToyEngines();
    final Deliveries deliveries = new Deliveries();
    private final MovableClock clock =
            MovableClock.ticking(Instant.parse("2025-01-01T09:00:00Z"), Duration.ofSeconds(1));
    private final InProcessLive live = InProcessLive.create();
    final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean jobsWait;
    private final Deque<Runnable> waitingEvents = new ArrayDeque<>();
    private boolean eventsWait;
    final StudioOrchestrator studio;

    StudioFixture() {
        this(UUID.fromString("00000000-0000-4000-8000-000000000000").getMostSignificantBits());
    }

    private StudioFixture(long idRoot) {
        storage = InMemoryStorage.create(clock);
        var counter = new AtomicLong();
        Executor executor = work -> {
            if (jobsWait) {
                waiting.add(work);
            } else {
                work.run();
            }
        };
        studio = StudioOrchestrator.builder()
                .storage(storage)
                .engines(engines)
                .access(AccessPolicy.byCollaborators((user, team) -> user.equals(TIM) && team.equals(TEAM)))
                .exporters(List.of(new TitleExporter()))
                .delivery(deliveries)
                .clock(clock)
                .live(live)
                .ids(() -> new UUID(idRoot, counter.incrementAndGet() | Long.MIN_VALUE))
                .executor(executor)
                .eventExecutor(this::tell)
                .sweepsItself(false)
                .build();
    }

    private void tell(Runnable events) {
        if (eventsWait) {
            waitingEvents.add(events);
        } else {
            events.run();
        }
    }

    /** From now on, watchers are told nothing until {@link #tellEvents}. */
    void holdEvents() {
        eventsWait = true;
    }

    /** Tells watchers what happened, and what happens because of it. */
    void tellEvents() {
        while (!waitingEvents.isEmpty()) {
            waitingEvents.remove().run();
        }
    }

    /** From now on, jobs wait until {@link #runJobs}. */
    void holdJobs() {
        jobsWait = true;
    }

    /** Runs the jobs that wait, and those that they start. */
    void runJobs() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** A project with a question and one source, and nothing made yet. */
    ProjectId aProject() {
        ProjectId project = studio.projects()
                .create(new ProjectCreate(ANNA, "Norway goes electric", QUESTION))
                .projectId();
        act(project, "data", "add_custom_source", source("share"));
        return project;
    }

    /** A project with one source and nothing to find out, at revision 2. */
    ProjectId aProjectWithoutQuestion() {
        ProjectId project = studio.projects()
                .create(new ProjectCreate(ANNA, "Norway goes electric", null))
                .projectId();
        act(project, "data", "add_custom_source", source("share"));
        return project;
    }

    /** A project in which everything is made and current: two scenarios, both run, and a report. */
    ProjectId aCompleteProject() {
        ProjectId project = aProject();
        act(project, "data", "refresh_data", Map.of());
        act(project, "population", "regenerate", Map.of());
        ScenarioId first = aScenario(project, "As things stand", Map.of());
        ScenarioId second = aScenario(project, "More of it", Map.of("share", 0.75));
        act(project, "scenario", "run_scenario", Map.of("scenario_id", first.toString()));
        act(project, "scenario", "run_scenario", Map.of("scenario_id", second.toString()));
        act(project, "report", "generate", Map.of());
        return project;
    }

    ScenarioId aScenario(ProjectId project, String name, Map<String, Object> overrides) {
        WorkbenchResponse response =
                act(project, "scenario", "create_scenario", Map.of("scenario_config", scenario(name, overrides)));
        return ScenarioId.of(String.valueOf(response.result().get("scenario_id")));
    }

    WorkbenchResponse edit(ProjectId project, ScenarioId scenario, Map<String, Object> config) {
        return act(
                project,
                "scenario",
                "edit_scenario",
                Map.of("scenario_id", scenario.toString(), "scenario_config", config));
    }

    static Map<String, Object> scenario(String name, Map<String, Object> overrides) {
        return Map.of(
                "name",
                name,
                "description",
                "What if",
                "variable_overrides",
                overrides.entrySet().stream()
                        .map(entry -> Map.of("variable", entry.getKey(), "value", entry.getValue()))
                        .toList());
    }

    static Map<String, Object> source(String name) {
        return Map.of("source_name", name, "configuration", Map.of("type", "numbers", "numbers", List.of(1, 2, 3)));
    }

    WorkbenchResponse act(ProjectId project, String workbench, String action, Map<String, Object> payload) {
        return actAs(ANNA, project, workbench, action, payload);
    }

    WorkbenchResponse actAs(
            UserId user, ProjectId project, String workbench, String action, Map<String, Object> payload) {
        return studio.workbench().execute(project, user, action(workbench, action, payload));
    }

    static WorkbenchAction action(String workbench, String action, Map<String, Object> payload) {
        return ActionReader.read(Workbench.ofWireName(workbench).orElseThrow(), action, payload)
                .match(read -> read, problems -> {
                    throw new AssertionError(problems);
                });
    }

    /** Makes somebody an editor. */
    void invite(ProjectId project, UserId user) {
        invite(project, user, Role.EDITOR);
    }

    void invite(ProjectId project, UserId user, Role role) {
        studio.collaboration().add(project, ANNA, user, role);
    }

    ProjectState state(ProjectId project) {
        return studio.projects().load(project, ANNA);
    }

    WorkbenchResponse override(ProjectId project, String field, Object value) {
        return act(
                project,
                "data",
                "override_value",
                Map.of("override", Map.of("field", field, "value", value, "reason", "a typing error")));
    }

    ProjectState.SimulationState simulation(ProjectId project) {
        return state(project).workbenchStates().simulation();
    }

    /** How far the job is that the response started. */
    JobStatus job(ProjectId project, WorkbenchResponse response) {
        return studio.jobs().status(project, ANNA, requireNonNull(response.jobId()));
    }

    /** What the newest HTML export of the report says. */
    String exported(ProjectId project) {
        return new String(studio.reports().exported(project, ANNA, ExportFormat.HTML), StandardCharsets.UTF_8);
    }

    ProjectState.StageFreshness dataFreshness(ProjectId project) {
        return state(project).workbenchStates().data().freshness();
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets time go by until this moment, and does what is due then. */
    void sweepAt(Instant moment) {
        sweepAfter(Duration.between(clock.instant(), moment));
    }

    /** Lets time go by, and does what is due then. */
    void sweepAfter(Duration time) {
        pass(time);
        studio.sweep();
    }

    /** Lets time go by. */
    void pass(Duration time) {
        clock.pass(time);
    }

    /** Another node on the same storage. */
    StudioOrchestrator anotherNode() {
        return anotherNode(storage);
    }

    StudioOrchestrator anotherNode(Storage shared) {
        return anotherNode(shared, live);
    }

    StudioOrchestrator anotherNode(Storage shared, Live itsLive) {
        return node().storage(shared).live(itsLive).build();
    }

    /** Another node on the same storage, to be wired in some other way. */
    StudioOrchestrator.Builder node() {
        return StudioOrchestrator.builder()
                .storage(storage)
                .engines(engines)
                .delivery(deliveries)
                .exporters(List.of(new TitleExporter()))
                .clock(clock)
                .live(live)
                .executor(Runnable::run)
                .eventExecutor(this::tell)
                .sweepsItself(false);
    }

    /** Writes a report's title and annotations as text. */
    private static final class TitleExporter implements ReportExporter {
        @Override
        public ExportFormat format() {
            return ExportFormat.HTML;
        }

        @Override
        public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
            String text = request.report().content().title()
                    + request.annotations().stream()
                            .map(note -> "\n" + note.text())
                            .reduce("", String::concat)
                    + (request.staleness().isEmpty() ? "" : "\nstale");
            out.write(text.getBytes(StandardCharsets.UTF_8));
            progress.accept(1);
        }
    }
}
