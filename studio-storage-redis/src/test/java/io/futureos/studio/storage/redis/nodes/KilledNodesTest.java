package io.futureos.studio.storage.redis.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.testkit.server.PostgresServer;
import io.futureos.studio.testkit.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three nodes on one PostgreSQL and one Redis, and ten users who edit the same project at five edits a second each while
 * nodes and servers are killed. Some seconds long, or as long as {@code faults.seconds} says: see docs/reliability.md.
 */
@Timeout(600)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledNodesTest {

    private static final Duration WEATHER = Duration.ofSeconds(Long.getLong("faults.seconds", 1));
    private static final Duration REDIS_AWAY = WEATHER.dividedBy(2);
    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Duration TAKEOVER = Duration.ofSeconds(5);
    private static final int NODES = 3;
    private static final int USERS = 10;

    private static final PostgresServer POSTGRES = PostgresServer.start();
    private static final RedisServer REDIS = RedisServer.start();
    private static final String DATABASE = POSTGRES.newDatabase();

    private final SharedProject project = new SharedProject(DATABASE, USERS);
    private final Fleet fleet = new Fleet(NODES, DATABASE, REDIS.uri());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Editor> editors = new ArrayList<>();
    private final List<Future<Editor>> editing = new ArrayList<>();
    private final List<Duration> takeovers = new ArrayList<>();
    private final List<Duration> resumptions = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private int runs;

    @AfterEach
    void close() {
        editors.forEach(Editor::stop);
        threads.shutdownNow();
        fleet.close();
        project.close();
    }

    @AfterAll
    static void stop() {
        REDIS.close();
        POSTGRES.close();
    }

    @Test
    void whoever_is_killed_no_acknowledged_edit_is_lost_or_doubled() throws Exception {
        startEditing();
        long end = System.nanoTime() + WEATHER.toNanos();

        do {
            killTheNodeThatRunsAJob();
            killANodeThatDoesNot();
        } while (System.nanoTime() < end);
        figures.put("nodes killed, each certainly dead", fleet.killed());
        figures.put("longest pause of an editor meanwhile", longestPause());
        killPostgres();
        pass(CALM);

        stopEditing();
        figures.put("longest pause of an editor when PostgreSQL was killed", longestPause());
        figures.put("jobs in other hands after", milliseconds(takeovers));
        figures.put("simulations that went on after", milliseconds(resumptions));
        tell("Nodes and PostgreSQL killed");
        everyAcknowledgedEditIsThereOnce();
        everyJobEndedOnce();
        everybodySeesTheSame();
        assertThat(takeovers).allSatisfy(takeover -> assertThat(takeover).isLessThan(TAKEOVER));
    }

    @Test
    void redis_may_be_flushed_restarted_empty_and_away_and_everybody_knows_where_they_stand() throws Exception {
        startEditing();
        pass(CALM);

        REDIS.flush();
        pass(CALM);
        List<Integer> heard = missed();
        REDIS.kill();
        REDIS.startAgain();
        everyWindowHearsThatItMissedSomethingElseThan(heard);
        pass(CALM);
        heard = missed();
        REDIS.kill();
        pass(REDIS_AWAY);
        REDIS.startAgain();
        everyWindowHearsThatItMissedSomethingElseThan(heard);
        pass(CALM);

        stopEditing();
        figures.put("longest pause of an editor", longestPause());
        tell("Redis flushed, restarted empty, and away for " + REDIS_AWAY.toMillis() + " ms");
        everyAcknowledgedEditIsThereOnce();
        everybodySeesTheSame();
    }

    private void startEditing() {
        for (UserId user : project.users()) {
            var editor = new Editor(fleet, editors.size(), project.state(), user, project.scenarioOf(user));
            editors.add(editor);
            editing.add(threads.submit(editor));
        }
    }

    private void stopEditing() throws Exception {
        editors.forEach(Editor::stop);
        for (Future<Editor> one : editing) {
            one.get();
        }
        fleet.awaitAll();
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private void killTheNodeThatRunsAJob() throws InterruptedException {
        fleet.forgetWhoSimulated();
        String job = startARun();
        NodeProcess worker = fleet.awaitSimulation(node -> true).node();
        fleet.killAndReplace(worker);
        Instant killed = Instant.now();
        Instant goesOn = fleet.awaitSimulation(node -> node != worker).at();
        awaitEnd(job);
        takeovers.add(Duration.between(killed, project.takenOver(job)));
        resumptions.add(Duration.between(killed, goesOn));
        fleet.awaitAll();
    }

    private String startARun() throws InterruptedException {
        double value = ++runs / 1000.0;
        fleet.ask(
                runs,
                "execute",
                Map.of(
                        "request",
                        Requests.assume(project.id(), project.owner(), project.toRun(), project.variable(), value)));
        return fleet.ask(
                        runs,
                        "execute",
                        Map.of("request", Requests.run(project.id(), project.owner(), project.toRun())))
                .text("job");
    }

    private void awaitEnd(String job) throws InterruptedException {
        Map<String, Object> question = Map.of(
                "project", project.id().toString(), "user", project.owner().toString(), "job", job);
        String state;
        do {
            state = fleet.ask(runs, "await", question).text("state");
        } while (state.equals("queued") || state.equals("running"));
        assertThat(state).isEqualTo("succeeded");
    }

    private void killANodeThatDoesNot() {
        fleet.killAndReplace(fleet.nodes().get(runs % NODES));
        fleet.awaitAll();
    }

    private void killPostgres() {
        POSTGRES.kill();
        assertThat(POSTGRES.isRunning()).isFalse();
        long killed = System.nanoTime();
        POSTGRES.startAgain();
        Duration away = Duration.ofNanos(System.nanoTime() - killed);
        figures.put("PostgreSQL killed, and there again after", away.toMillis() + " ms");
    }

    /** How often each window was told that it missed something. */
    private List<Integer> missed() {
        return editors.stream().map(editor -> editor.window().missed()).toList();
    }

    private void everyWindowHearsThatItMissedSomethingElseThan(List<Integer> heard) {
        Fleet.until("every window was told that it missed something", () -> {
            List<Integer> now = missed();
            return IntStream.range(0, USERS).allMatch(i -> now.get(i) > heard.get(i));
        });
    }

    private void everyAcknowledgedEditIsThereOnce() {
        assertThat(project.revisions().stream().map(revision -> revision.number()))
                .as("the numbers of the revisions")
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                project.state().revision() + 1,
                                project.state().revision() + project.revisions().size())
                        .boxed()
                        .toList());
        assertThat(lost()).as("edits that were acknowledged and are not there").isEmpty();
        assertThat(doubled()).as("edits that are there more than once").isEmpty();
        assertThat(project.descriptions()).as("edits").hasSameSizeAs(acknowledged());
    }

    private List<String> lost() {
        var there = new HashSet<>(project.descriptions());
        return acknowledged().stream().filter(text -> !there.contains(text)).toList();
    }

    private List<String> doubled() {
        var seen = new HashSet<String>();
        return project.descriptions().stream().filter(text -> !seen.add(text)).toList();
    }

    private void everyJobEndedOnce() {
        assertThat(project.jobsThatEnded()).as("jobs that ended").hasSize(runs);
        assertThat(project.jobsThatEnded()).extracting(job -> job.id()).doesNotHaveDuplicates();
        assertThat(project.outputs()).as("outputs").isEqualTo(runs);
    }

    private void everybodySeesTheSame() throws InterruptedException {
        ProjectState fresh = project.loadedAnew();
        String json = StudioJson.write(fresh);
        for (NodeProcess node : fleet.nodes()) {
            Map<String, Object> question = Map.of(
                    "project", project.id().toString(), "user", project.owner().toString());
            assertThat(fleet.ask(fleet.nodes().indexOf(node), "load", question).text("fingerprint"))
                    .as("the state at " + node)
                    .isEqualTo(Fingerprint.of(json).value());
        }
        for (Editor editor : editors) {
            editor.lookUntil(fresh.revision());
            assertThat(editor.window().complaint()).isNull();
            assertThat(editor.window().told()).isEqualTo(fresh.revision());
            assertThat(editor.window().view()).isEqualTo(Window.json(json));
        }
    }

    private void tell(String what) {
        figures.put("edits acknowledged", acknowledged().size());
        figures.put("edits lost", lost().size());
        figures.put("edits doubled", doubled().size());
        figures.put("answers that did not come, and were asked for again", fleet.unanswered());
        figures.put("windows that had to be opened anew", windows(Window::resumed) - USERS);
        figures.put("times that a window was told it missed something", windows(Window::missed));
        System.out.println(what);
        figures.forEach((name, value) -> System.out.println("  " + name + ": " + value));
    }

    private static String milliseconds(List<Duration> durations) {
        return durations.stream().map(Duration::toMillis).sorted().toList() + " ms";
    }

    private int windows(ToIntFunction<Window> figure) {
        return editors.stream().map(Editor::window).mapToInt(figure).sum();
    }

    private List<String> acknowledged() {
        return editors.stream()
                .flatMap(editor -> editor.acknowledged().stream())
                .toList();
    }

    /** From the first time that an edit was sent to its answer, since this was asked last. */
    private String longestPause() {
        return editors.stream()
                        .map(Editor::longestPause)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .toMillis()
                + " ms";
    }
}
