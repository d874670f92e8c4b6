package io.futureos.studio.storage.redis.nodes;

import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who describes a scenario anew five times a second, always in words that nobody used before, and watches the
 * project meanwhile. What is not answered is asked again at another node under the same command id; and one edit in {@value
 * #SENT_TWICE} is sent once more although it was answered, as by a client that did not get the answer.
 */
final class Editor implements Callable<Editor> {

    private static final Duration PACE = Duration.ofMillis(200);
    private static final int SENT_TWICE = 10;

    private final Fleet fleet;
    private final int slot;
    private final ProjectState project;
    private final UserId user;
    private final ScenarioId scenario;
    private final Window window;
    private final List<String> acknowledged = new ArrayList<>();
    private volatile Duration longestPause = Duration.ZERO;
    private volatile boolean stopped;

    Editor(Fleet fleet, int slot, ProjectState project, UserId user, ScenarioId scenario) {
        this.fleet = fleet;
        this.slot = slot;
        this.project = project;
        this.user = user;
        this.scenario = scenario;
        this.window = new Window(fleet, slot, project, user);
    }

    /** Works until it is told to stop. */
    @Override
    public Editor call() throws InterruptedException {
        for (long due = System.nanoTime();
                !stopped;
                due = Math.max(due + PACE.toNanos(), System.nanoTime() - PACE.toNanos())) {
            LockSupport.parkNanos(due - System.nanoTime());
            window.tend();
            edit();
        }
        return this;
    }

    void stop() {
        stopped = true;
    }

    private void edit() throws InterruptedException {
        String text = user + " says " + acknowledged.size();
        Map<String, Object> request = Map.of("request", Requests.describe(project.projectId(), user, scenario, text));
        long asked = System.nanoTime();
        long revision = fleet.ask(slot, "execute", request).number("revision");
        Duration pause = Duration.ofNanos(System.nanoTime() - asked);
        longestPause = pause.compareTo(longestPause) > 0 ? pause : longestPause;
        acknowledged.add(text);
        if (acknowledged.size() % SENT_TWICE == 0) {
            long again = fleet.ask(slot + 1, "execute", request).number("revision");
            if (again != revision) {
                throw new AssertionError("\"" + text + "\" was answered with revision " + revision + ", then " + again);
            }
        }
    }

    /** Comes to see what there is up to this revision. */
    void lookUntil(long revision) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (window.told() < revision && System.nanoTime() < deadline) {
            window.tend();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        window.refresh();
    }

    List<String> acknowledged() {
        return acknowledged;
    }

    /** From the first time that an edit was sent to its answer; from now on it is measured anew. */
    Duration longestPause() {
        Duration longest = longestPause;
        longestPause = Duration.ZERO;
        return longest;
    }

    Window window() {
        return window;
    }

    ScenarioId scenario() {
        return scenario;
    }
}
