package io.futureos.studio.examples.analysts;

import io.futureos.studio.LiveSession;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.Template;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ReportState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectState.StalenessCause;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.memory.InMemoryStorage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ada and Bo forecast the share of electric cars among Norway's new ones, and get in each other's way. */
public final class Story {

    private static final UserId ADA = UserId.of("00000000-0000-4000-8000-0000000000ad");
    private static final UserId BO = UserId.of("00000000-0000-4000-8000-0000000000b0");
    private static final Map<UserId, String> NAMES = Map.of(ADA, "Ada", BO, "Bo");
    private static final String DECEMBER = "new_cars.battery_electric[2024-12]";

    private final StudioOrchestrator studio;
    private final PrintStream out;
    private final ProjectId project;

    private Story(StudioOrchestrator studio, PrintStream out, Template template) {
        this.studio = studio;
        this.out = out;
        this.project = studio.projects()
                .create(new ProjectCreate(ADA, template.name(), null), template)
                .projectId();
    }

    /** Tells the story on the data in the folder that is given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Give the folder of a template with its data, and nothing else.");
        }
        tell(Path.of(arguments[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Tells the whole story. */
    static void tell(Path data, PrintStream out) throws IOException, InterruptedException {
        try (StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(InMemoryStorage.create())
                .engines(LocalEngines.readingFrom(data))
                .build()) {
            Template template = studio.templates().read(Files.readString(data.resolve("template.json")));
            new Story(studio, out, template.with(null, null, 2_000)).tell();
        }
    }

    private void tell() throws InterruptedException {
        say("Ada starts a project from a template and has everything made.");
        makeEverything(ADA);
        show();
        VersionInfo version = studio.projects().save(project, ADA, "What the board has seen");
        say("She saves it as version " + version.number() + ": " + version.reason() + ".");

        say("Bo joins as an editor.");
        studio.collaboration().add(project, ADA, BO, Role.EDITOR);
        try (LiveSession session = studio.collaboration().join(project, BO)) {
            session.moveTo(Map.of("workbench", "data", "field", DECEMBER));
            say("Ada sees who is there: " + names(state().activeUsers()) + ".");
            aFigureChanges();
            aSecondEditOfTheSameFigure();
        }
        say("Bo has left; there is " + (state().activeUsers().isEmpty() ? "nobody" : "somebody") + " now.");
        theWayBack(version);
    }

    private void aFigureChanges() {
        WorkbenchResponse edit = override(BO, 8_000, null);
        say("Bo corrects the figure of December. Out of date now: "
                + String.join(", ", edit.stateChanges().downstreamInvalidated()) + ".");
        why();
        say("Bo thinks again and undoes it.");
        studio.workbench().undo(project, BO);
        show();
    }

    private void aSecondEditOfTheSameFigure() throws InterruptedException {
        long seen = state().revision();
        override(BO, 9_000, null);
        say("Bo corrects the figure again, to 9000. Ada, who has not seen it, wants 9500.");
        try {
            override(ADA, 9_500, seen);
        } catch (RefusedException e) {
            say("She is told: " + named(String.valueOf(e.getMessage())));
        }
        say("They agree on Bo's figure, and do what is needed.");
        makeEverything(BO);
        show();
    }

    private void theWayBack(VersionInfo version) {
        say("The board asks for what it had seen. Ada restores version " + version.number() + ".");
        studio.projects().restoreVersion(project, ADA, version.number());
        show();
        say("Nothing was run for it. The log has it all:");
        List<ProjectState.ModificationEntry> log = state().modificationLog();
        log.subList(log.size() - 5, log.size())
                .forEach(entry -> out.println("    " + NAMES.get(entry.userId()) + ": " + entry.summary()));
    }

    private WorkbenchResponse override(UserId user, int cars, @Nullable Long seen) {
        var action = new OverrideValue(DECEMBER, cars, "Registered late", false);
        return studio.workbench().execute(new WorkbenchRequest(project, user, action, null, seen));
    }

    /** Does whatever the state says is needed, stage by stage. */
    private void makeEverything(UserId user) throws InterruptedException {
        run(user, new RefreshData(true));
        run(user, new Regenerate(null, null));
        for (ScenarioState scenario : state().scenarios()) {
            run(user, new RunScenario(scenario.scenarioId()));
        }
        run(user, new Generate(null));
    }

    private void run(UserId user, WorkbenchAction action) throws InterruptedException {
        WorkbenchResponse response = studio.workbench().execute(project, user, action);
        if (response.jobId() != null) {
            JobStatus end = studio.jobs().await(project, user, response.jobId(), Duration.ofMinutes(2));
            if (end.state() != JobStatus.State.SUCCEEDED) {
                throw new IllegalStateException("The job of " + action.name() + " ended as " + end);
            }
        }
    }

    private void why() {
        ReportState report = state().workbenchStates().report();
        for (StalenessCause cause : report.freshness().causes()) {
            say("The report is stale because of " + cause.input() + ": " + cause.summary() + " (" + name(cause.by())
                    + ").");
        }
        say("What the data needs: "
                + String.join(", ", state().workbenchStates().data().freshness().needs()) + ".");
    }

    private void show() {
        ProjectState state = state();
        boolean stale = state.workbenchStates().report().freshness().stale();
        say("The project is " + state.status().wireName() + ", its report " + (stale ? "stale" : "up to date") + ".");
    }

    private ProjectState state() {
        return studio.projects().load(project, ADA);
    }

    private static String names(List<UserId> users) {
        return String.join(" and ", users.stream().map(Story::name).toList());
    }

    private static String name(@Nullable UserId user) {
        return user == null ? "the Studio" : NAMES.getOrDefault(user, "somebody");
    }

    private static String named(String message) {
        return message.replace(ADA.toString(), "Ada").replace(BO.toString(), "Bo");
    }

    private void say(String line) {
        out.println(line);
    }
}
