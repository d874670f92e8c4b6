package io.futureos.studio.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonDiff;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.model.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ten users on threads of their own edit one project of 20 scenarios, and watch each other, at several Studios on one storage.
 * Fails if anything is lost or doubled, if a watcher is told anything but every revision once and in order, or if at the end
 * the ten views are not all what the project is. A program and no benchmark of JMH, because it is about one long run.
 */
public final class TenUsers {

    private static final int USERS = 10;
    private static final int DEFAULT_STUDIOS = 3;
    private static final int DEFAULT_SECONDS = 60;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final BenchProject project = new BenchProject(20, 1_000, 0);
    private final List<StudioOrchestrator> studios = new ArrayList<>();
    private final List<BusyUser> users = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final long before;
    private final long start;

    private TenUsers(int seconds, int nodes) {
        for (int i = 0; i < nodes; i++) {
            studios.add(project.anotherStudio());
        }
        List<UserId> ids = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            UserId id = UserId.of("00000000-0000-4000-8000-%012d".formatted(i));
            project.invite(id);
            ids.add(id);
        }
        before = project.revisions();
        start = System.nanoTime();
        long deadline = start + TimeUnit.SECONDS.toNanos(seconds);
        for (UserId id : ids) {
            users.add(new BusyUser(project, studios.get(users.size() % nodes), id, deadline));
        }
    }

    /** Takes the number of seconds, 60 by default, and of Studios, 3 by default. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int seconds = arguments.length < 1 ? DEFAULT_SECONDS : Integer.parseInt(arguments[0]);
        int nodes = arguments.length < 2 ? DEFAULT_STUDIOS : Integer.parseInt(arguments[1]);
        var run = new TenUsers(seconds, nodes);
        run.edit();
        run.tell();
        run.check();
        run.project.close();
    }

    private void edit() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        for (Future<BusyUser> user : threads.invokeAll(users)) {
            user.get();
        }
        threads.shutdown();
        awaitWatchers();
    }

    private void awaitWatchers() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        for (BusyUser user : users) {
            while (user.seen().told() < project.revisions() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    private void tell() {
        double seconds = (System.nanoTime() - start) / 1e9;
        long edits =
                users.stream().mapToLong(user -> user.acknowledged().size()).sum();
        long moves = users.stream().mapToLong(BusyUser::cursorMoves).sum();
        long events = users.stream().mapToLong(user -> user.seen().events()).sum();
        long differences =
                users.stream().mapToLong(user -> user.seen().differences()).sum();
        var waits = new Latencies();
        users.forEach(user -> waits.addAll(user.waits()));
        var latencies = new Latencies();
        users.forEach(user -> latencies.addAll(user.seen().latencies()));
        say("%d users at %d Studios, %.1f s", USERS, studios.size(), seconds);
        say("edits:        %,10d, %,.0f a second", edits, edits / seconds);
        say("cursor moves: %,10d, %,.0f a second", moves, moves / seconds);
        say("events told:  %,10d, %,.0f a second", events, events / seconds);
        say("told many revisions at once because a watcher was slow: %,d times", differences);
        say(
                "from an edit to its answer: median %.1f ms, p99 %.1f ms, longest %.0f ms",
                waits.quantile(0.5), waits.quantile(0.99), waits.quantile(1));
        say("from commit to watcher: median %.1f ms, p99 %.1f ms", latencies.quantile(0.5), latencies.quantile(0.99));
    }

    private void check() {
        everyEditOnce();
        everyRevisionTold();
        everyViewEqual();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        say(
                "Nothing is lost or doubled, every revision was told once and in order, and all %d views are equal.",
                USERS);
    }

    private void everyEditOnce() {
        Map<String, Integer> times = new HashMap<>();
        project.descriptionsAfter(before).forEach(text -> times.merge(text, 1, Integer::sum));
        for (BusyUser user : users) {
            for (String text : user.acknowledged()) {
                int found = times.getOrDefault(text, 0);
                if (found != 1) {
                    problems.add("\"" + text + "\" was acknowledged and is in the journal " + found + " times");
                }
                times.remove(text);
            }
        }
        times.keySet().forEach(text -> problems.add("\"" + text + "\" is in the journal and was not acknowledged"));
    }

    private void everyRevisionTold() {
        long head = project.revisions();
        for (BusyUser user : users) {
            user.seen().complaints().forEach(complaint -> problems.add("A watcher " + complaint));
            if (user.seen().told() != head) {
                problems.add("A watcher was told up to revision " + user.seen().told() + " of " + head);
            }
        }
    }

    /** Once everybody has left, so that all see the same people there: nobody. */
    private void everyViewEqual() {
        users.forEach(BusyUser::close);
        users.forEach(BusyUser::look);
        JsonNode fresh = project.loadedAnew();
        for (BusyUser user : users) {
            if (!user.seen().view().equals(fresh)) {
                problems.add("A view of revision " + user.seen().revision() + " is not what the project is: "
                        + JsonDiff.asJson(fresh, user.seen().view()));
            }
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // private, and always given a literal
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
