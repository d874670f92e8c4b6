package io.futureos.studio.examples.analysts;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.LiveSession;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.action.ScenarioAction.CompareScenarios;
import io.futureos.studio.action.ScenarioAction.EditScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.ScenarioEdit;
import io.futureos.studio.action.SimulationAction.AdoptShocks;
import io.futureos.studio.action.SimulationAction.InjectShock;
import io.futureos.studio.action.SimulationAction.Pause;
import io.futureos.studio.action.SimulationAction.Resume;
import io.futureos.studio.action.Template;
import io.futureos.studio.decide.Refusal.SetSince;
import io.futureos.studio.live.Draft;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.FrameComputed;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.MissedPolicy;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ModificationEntry;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectState.StageFreshness;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.report.ReportDelivery.Delivery;
import io.futureos.studio.report.ReportDelivery.ReportFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Ada and Bo forecast the share of electric cars among Norway's new ones, and get in each other's way. */
public final class Story {

    private static final UserId ADA = UserId.of("00000000-0000-4000-8000-0000000000ad");
    private static final UserId BO = UserId.of("00000000-0000-4000-8000-0000000000b0");
    private static final UserId CLEO = UserId.of("00000000-0000-4000-8000-0000000000c1");
    private static final String DECEMBER = "new_cars.battery_electric[2024-12]";
    private static final String QUESTION =
            "Will battery-electric cars be more than 92 % of the new passenger cars registered in Norway in 2025?";
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final int MARCH = 3;
    private static final int JULY = 7;

    private final Narrator narrator;
    private final StoryClock clock;
    private final Offices offices;
    private final Analyst ada;
    private final Analyst bo;
    private final Analyst cleo;

    private Story(Narrator narrator, StoryClock clock, Offices offices, Template template) {
        this.narrator = narrator;
        this.clock = clock;
        this.offices = offices;
        ProjectId project = offices.oslo()
                .projects()
                .create(new ProjectCreate(ADA, template.name(), null), template)
                .projectId();
        this.ada = new Analyst(ADA, offices.oslo(), project);
        this.bo = new Analyst(BO, offices.bergen(), project);
        this.cleo = new Analyst(CLEO, offices.bergen(), project);
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
        var narrator = new Narrator(out, Map.of(ADA, "Ada", BO, "Bo", CLEO, "Cleo"));
        var clock = StoryClock.startingAt(ZonedDateTime.of(2025, 1, 6, 9, 0, 0, 0, NORWAY));
        try (var offices = new Offices(data, clock, mail -> tellOf(mail, narrator))) {
            Template template = offices.oslo().templates().read(Files.readString(data.resolve("template.json")));
            new Story(narrator, clock, offices, template.with(QUESTION, null, 500)).tell();
        }
    }

    private void tell() throws InterruptedException {
        VersionInfo seen = adaMakesAForecast();
        long lastSeenByCleo = cleo.state().revision();
        boDoubtsAFigure();
        twoWantTheSameFigure();
        aRunIsPausedAndShocked();
        theBoardGetsItsMail();
        cleoComesBack(lastSeenByCleo);
        theWayBack(seen.number());
    }

    private VersionInfo adaMakesAForecast() throws InterruptedException {
        chapter("Ada makes a forecast");
        say("In Oslo, Ada starts a project from a template, and has everything made.");
        makeEverything(ada);
        say(QUESTION);
        chances();
        freshness();
        VersionInfo version = ada.studio().projects().save(ada.project(), ADA, "What the board has seen");
        say("She saves it as version " + version.number() + ", \"" + version.reason()
                + "\". Bo, in Bergen, may edit it from now on, and Cleo may look.");
        ada.studio().collaboration().add(ada.project(), ADA, BO, Role.EDITOR);
        ada.studio().collaboration().add(ada.project(), ADA, CLEO, Role.VIEWER);
        return version;
    }

    private void boDoubtsAFigure() {
        offices.goTo(0, 10, 15);
        chapter("Bo doubts a figure");
        try (LiveSession window = bo.open()) {
            window.moveTo(Map.of("workbench", "data", "field", DECEMBER));
            whoIsThere();
            window.draft(DECEMBER, Map.of("value", 8_000L));
            say("He types a figure, and closes the window before he has sent it.");
        }
        whoIsThere();
        try (LiveSession window = bo.open()) {
            Draft draft = window.drafts().get(0);
            say("He opens it again. His " + draft.content().get("value") + " for " + draft.place()
                    + " is still there. Now he sends it.");
            var edit = bo.does(
                    correction((long) requireNonNull(draft.content().get("value"))),
                    bo.state().revision());
            window.discard(draft.place());
            say("Out of date now: " + String.join(", ", edit.stateChanges().downstreamInvalidated()) + ".");
        }
        freshness();
        say("Bo thinks again, and takes it back.");
        var report = ada.state().workbenchStates().report().reportId();
        bo.studio().workbench().undo(bo.project(), BO);
        freshness();
        boolean same = report != null
                && report.equals(ada.state().workbenchStates().report().reportId());
        boolean idle = ada.studio().jobs().atWork(ada.project(), ADA).isEmpty();
        say("It is " + (same ? "the same" : "another") + " report as before, and " + (idle ? "no" : "some")
                + " job is at work.");
    }

    private void twoWantTheSameFigure() throws InterruptedException {
        offices.goTo(0, 11, 0);
        chapter("Two want the same figure");
        long seen = ada.state().revision();
        bo.does(correction(9_000), seen);
        say("Bo is sure of 9000 now. Ada, who has not seen that, wants 9500.");
        try {
            ada.does(correction(9_500), seen);
        } catch (RefusedException e) {
            if (e.refusal() instanceof SetSince conflict) {
                say("She is stopped: since she looked, "
                        + narrator.did(
                                conflict.since().actor(), conflict.since().summary()) + ".");
            }
        }
        say("They agree on Bo's figure, and he brings everything up to date.");
        makeEverything(bo);
        freshness();
    }

    private void aRunIsPausedAndShocked() throws InterruptedException {
        offices.goTo(0, 14, 30);
        chapter("One pauses, the other shocks");
        ScenarioState charging = ada.state().scenarios().get(2);
        ScenarioId id = charging.scenarioId();
        var scarcer = new ScenarioEdit(null, null, Map.of("charging_access", 0.7), null, null);
        ada.does(new EditScenario(id, scarcer));
        Subscription watching = bo.studio().projects().watch(bo.project(), BO, this::pauseInMarch);
        JobStatus.State end = ada.getsDone(new RunScenario(id));
        watching.close();
        say("Ada makes charging scarcer in \"" + charging.name()
                + "\" and runs it. In Bergen, Bo watches month by month, "
                + "and pauses it in March. At Ada's the run is " + end.name().toLowerCase(Locale.ROOT) + ".");
        ada.does(new InjectShock(id, JULY, "vat_exemption", -0.5));
        say("What if half of the VAT exemption went in July? Ada injects that, and Bo lets the run go on.");
        bo.getsDone(new Resume(id));
        say("The run comes to its end. Since the scenario itself knows of no shock, it is " + freshness(id) + ".");
        ada.does(new AdoptShocks(id));
        say("Ada adopts the shock. Now the run is the scenario's own, and the scenario is " + freshness(id) + ".");
        freshness();
        ada.getsDone(new Generate(null));
        say("She has the report written again.");
        chances();
        freshness();
    }

    private void pauseInMarch(StudioEvent event) {
        if (event instanceof FrameComputed frame && frame.tick() == MARCH) {
            bo.does(new Pause(frame.scenario()));
        }
    }

    private void theBoardGetsItsMail() throws InterruptedException {
        offices.goTo(0, 16, 0);
        chapter("The board gets its mail");
        ada.does(new ScheduleReport(null, onMondaysTo("board@example.org")));
        say("Ada has the report sent to the board every Monday morning.");
        offices.goTo(4, 15, 45);
        bo.does(correction(9_100));
        say("On Friday, Bo corrects his figure once more, and goes home.");
        say("On Monday at eight, both Studios look what is due, and one of them sends a mail.");
        offices.goTo(3, 8, 0);
        for (JobStatus job : ada.studio().jobs().atWork(ada.project(), ADA)) {
            ada.awaits(job.id());
        }
    }

    private static Schedule onMondaysTo(String recipient) {
        return new Schedule(
                Schedule.WEEKLY,
                NORWAY.getId(),
                LocalTime.of(8, 0),
                DayOfWeek.MONDAY,
                null,
                MissedPolicy.LATEST,
                List.of(ExportFormat.HTML),
                false,
                List.of(recipient));
    }

    /** What a host would hand to its mail server. */
    private static void tellOf(Delivery mail, Narrator narrator) {
        narrator.row("To", String.join(", ", mail.recipients()));
        narrator.row("Subject", mail.report().content().title());
        narrator.row("Attached", mail.files().stream().map(ReportFile::name).collect(Collectors.joining(", ")));
        narrator.row("Not up to date", "");
        mail.staleness().forEach(narrator::list);
    }

    private void cleoComesBack(long lastSeen) {
        offices.goTo(0, 9, 30);
        chapter("Cleo comes back");
        StateUpdate update = cleo.studio().projects().since(cleo.project(), CLEO, lastSeen);
        say("Cleo was away for a week. Her window still shows revision " + update.from() + ", and the project is at "
                + update.to() + ". One patch brings her up to date, and has what people did meanwhile:");
        for (var operation : update.patch()) {
            if (String.valueOf(operation.get("path")).startsWith("/modification_log/")) {
                tellOfEntry((Map<?, ?>) requireNonNull(operation.get("value")));
            }
        }
    }

    private void tellOfEntry(Map<?, ?> entry) {
        if (entry.get("reversible") == Boolean.TRUE || "undo".equals(entry.get("action"))) {
            narrator.list(narrator.did(UserId.of(text(entry, "user_id")), text(entry, "summary")));
        }
    }

    private void theWayBack(int version) {
        offices.goTo(0, 10, 0);
        chapter("The way back");
        say("The board asks for what it had seen. Ada restores version " + version + ".");
        ada.studio().projects().restoreVersion(ada.project(), ADA, version);
        chances();
        freshness();
        say("Nothing was run for it, and nothing is lost. The log ends with:");
        List<ModificationEntry> log = ada.state().modificationLog();
        log.subList(log.size() - 2, log.size())
                .forEach(entry -> narrator.list(narrator.did(entry.userId(), entry.summary())));
    }

    private static OverrideValue correction(long cars) {
        return new OverrideValue(DECEMBER, cars, "registered late", false);
    }

    /** Does whatever is to be done, stage by stage. What is up to date already costs nothing. */
    private static void makeEverything(Analyst analyst) throws InterruptedException {
        analyst.getsDone(new RefreshData(true));
        analyst.getsDone(new Regenerate(null, null));
        for (ScenarioState scenario : analyst.state().scenarios()) {
            analyst.getsDone(new RunScenario(scenario.scenarioId()));
        }
        analyst.getsDone(new Generate(null));
    }

    private void chances() {
        List<ScenarioId> all =
                ada.state().scenarios().stream().map(ScenarioState::scenarioId).toList();
        var compared = (List<?>)
                requireNonNull(ada.does(new CompareScenarios(all)).result().get("scenarios"));
        for (Object each : compared) {
            var scenario = (Map<?, ?>) each;
            double chance = (double) requireNonNull(scenario.get("event_probability"));
            narrator.row(text(scenario, "name"), Math.round(100 * chance) + " %");
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        return (String) requireNonNull(fields.get(name));
    }

    private void freshness() {
        ProjectState state = ada.state();
        StageFreshness report = state.workbenchStates().report().freshness();
        if (!report.stale()) {
            say("The project is " + state.status().wireName() + ", and its report up to date.");
            return;
        }
        say("The report is stale, because");
        report.causes().stream()
                .map(cause -> narrator.did(cause.by(), cause.summary()))
                .distinct()
                .forEach(narrator::list);
    }

    private void whoIsThere() {
        List<Session> present = ada.studio().collaboration().present(ada.project(), ADA);
        say(
                present.isEmpty()
                        ? "Ada sees nobody there."
                        : present.stream()
                                .map(session -> "Ada sees " + narrator.name(session.user()) + " at "
                                        + session.cursor().get("field") + ".")
                                .collect(Collectors.joining(" ")));
    }

    private String freshness(ScenarioId id) {
        return ada.state().scenarios().stream()
                        .filter(scenario -> scenario.scenarioId().equals(id))
                        .anyMatch(ScenarioState::stale)
                ? "stale"
                : "up to date";
    }

    private void chapter(String title) {
        narrator.chapter(title, clock.local());
    }

    private void say(String sentences) {
        narrator.say(sentences);
    }
}
