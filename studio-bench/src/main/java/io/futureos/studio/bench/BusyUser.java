package io.futureos.studio.bench;

import io.futureos.studio.LiveSession;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Somebody who edits without a pause and looks at the project all the while. Every edit says something that nobody said before;
 * one in {@value #SENT_TWICE} is sent twice, as by a client that did not get the answer.
 */
final class BusyUser implements Callable<BusyUser>, AutoCloseable {

    private static final int SENT_TWICE = 20;
    private static final long LOOKS_EVERY = 250_000_000;

    private final BenchProject project;
    private final StudioOrchestrator studio;
    private final UserId user;
    private final long deadline;
    private final LiveSession session;
    private final WatchedView seen;
    private final Subscription watching;
    private final List<String> acknowledged = new ArrayList<>();
    private final Latencies waits = new Latencies();
    private int cursorMoves;

    /**
     * Opens the project at a Studio.
     *
     * @param deadline in the time of {@link System#nanoTime}
     */
    BusyUser(BenchProject project, StudioOrchestrator studio, UserId user, long deadline) {
        this.project = project;
        this.studio = studio;
        this.user = user;
        this.deadline = deadline;
        this.session = studio.collaboration().join(project.id(), user);
        this.seen = new WatchedView(studio.projects().load(project.id(), user));
        this.watching = studio.projects().watch(project.id(), user, seen.revision(), seen::tell);
    }

    /** Works until the deadline. */
    @Override
    public BusyUser call() {
        long nextLook = System.nanoTime() + LOOKS_EVERY;
        while (System.nanoTime() < deadline) {
            edit(acknowledged.size());
            session.moveTo(Map.of("workbench", "scenario", "edit", acknowledged.size()));
            cursorMoves++;
            if (System.nanoTime() >= nextLook) {
                look();
                nextLook = System.nanoTime() + LOOKS_EVERY;
            }
        }
        return this;
    }

    private void edit(int number) {
        String text = user + " says " + number;
        Map<String, Object> request = project.description(number, text, user, UUID.randomUUID());
        long asked = System.nanoTime();
        studio.workbench().execute(request);
        waits.add(Duration.ofNanos(System.nanoTime() - asked));
        acknowledged.add(text);
        if (number % SENT_TWICE == 0) {
            studio.workbench().execute(request);
        }
    }

    /** Brings the view up to date. */
    void look() {
        seen.patch(studio.projects().since(project.id(), user, seen.revision()));
    }

    /** Closes the window; the view stays as it is. */
    @Override
    public void close() {
        watching.close();
        session.close();
    }

    /** What was said and acknowledged. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** From asking for an edit to its answer. */
    Latencies waits() {
        return waits;
    }

    int cursorMoves() {
        return cursorMoves;
    }

    WatchedView seen() {
        return seen;
    }
}
