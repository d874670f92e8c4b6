package io.futureos.studio.storage.redis.nodes;

import io.futureos.studio.storage.redis.nodes.NodeProcess.NoAnswerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Some nodes behind one address: who is not answered by one of them asks the next. */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /** What a node answered, and which. */
    record Answer(NodeProcess node, Map<String, Object> content) {

        long number(String key) {
            return Long.parseLong(text(key));
        }

        String text(String key) {
            return String.valueOf(content.get(key));
        }
    }

    /** A node began to simulate a month. */
    record Simulates(NodeProcess node, Instant at) {}

    private final String postgres;
    private final String redis;
    private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final BlockingQueue<Simulates> simulated = new LinkedBlockingQueue<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Fleet(int size, String postgres, String redis) {
        this.postgres = postgres;
        this.redis = redis;
        for (int i = 0; i < size; i++) {
            nodes.add(newNode());
        }
        until("all nodes are ready", () -> nodes.stream().allMatch(NodeProcess::isReady));
    }

    private NodeProcess newNode() {
        return NodeProcess.start("node " + started.incrementAndGet(), postgres, redis, this::hear);
    }

    private void hear(NodeProcess node, Map<String, Object> said) {
        if (said.get("watch") instanceof String watch) {
            Window window = windows.get(watch);
            if (window != null) {
                window.accept(watch, said);
            }
        } else if (said.containsKey("simulates")) {
            simulated.add(new Simulates(node, Instant.now()));
        }
    }

    List<NodeProcess> nodes() {
        return List.copyOf(nodes);
    }

    /** Asks one of the nodes, and then the others, until one answers. */
    Answer ask(int first, String what, Map<String, Object> question) throws InterruptedException {
        return ask(first, what, () -> question);
    }

    /** The same with a question that is another one each time. */
    Answer ask(int first, String what, Supplier<Map<String, Object>> question) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String trouble = "no node is ready";
        for (int i = first; System.nanoTime() < deadline; i++) {
            NodeProcess node = nodes.get(i % nodes.size());
            if (node.isReady()) {
                try {
                    return new Answer(node, node.ask(what, question.get()));
                } catch (NoAnswerException e) {
                    unanswered.incrementAndGet();
                    trouble = String.valueOf(e.getMessage());
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        throw new AssertionError(
                "Nobody answered to \"" + what + "\" for " + PATIENCE + ". The last trouble: " + trouble);
    }

    /** From now on, what is said to this watch is told the window. */
    void attach(String watch, Window window) {
        windows.put(watch, window);
    }

    void detach(String watch) {
        windows.remove(watch);
    }

    /** Forgets who has simulated so far. */
    void forgetWhoSimulated() {
        simulated.clear();
    }

    /** Waits until a node simulates that is as it should be. */
    Simulates awaitSimulation(Predicate<NodeProcess> node) throws InterruptedException {
        while (true) {
            Simulates next = simulated.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No node simulated for " + PATIENCE);
            }
            if (node.test(next.node())) {
                return next;
            }
        }
    }

    /** Kills a node and starts another one in its place, which is not ready yet when this returns. */
    void killAndReplace(NodeProcess node) {
        node.kill();
        killed.incrementAndGet();
        nodes.set(nodes.indexOf(node), newNode());
    }

    /** Waits until all are ready. */
    void awaitAll() {
        until("all nodes are ready", () -> nodes.stream().allMatch(NodeProcess::isReady));
    }

    static void until(String what, java.util.function.BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It took longer than " + PATIENCE + " until " + what);
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    int killed() {
        return killed.get();
    }

    /** How often somebody had to ask again. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        new ArrayList<>(nodes).forEach(NodeProcess::end);
    }
}
