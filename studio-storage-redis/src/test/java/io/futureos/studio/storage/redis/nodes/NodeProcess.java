package io.futureos.studio.storage.redis.nodes;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.testkit.server.Sigkill;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** A {@link StudioNode}'s process, as those who ask it see it. */
final class NodeProcess {

    private static final long SECONDS_FOR_AN_ANSWER = 10;

    /** Nobody knows whether what was asked has happened: ask again, the same, elsewhere. */
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String message) {
            super(message);
        }
    }

    private final String name;
    private final Process process;
    private final BufferedWriter in;
    private final BiConsumer<NodeProcess, Map<String, Object>> events;
    private final Map<Long, CompletableFuture<Map<String, Object>>> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean ready;
    private volatile boolean silent;

    private NodeProcess(String name, Process process, BiConsumer<NodeProcess, Map<String, Object>> events) {
        this.name = name;
        this.process = process;
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.events = events;
    }

    /**
     * Starts a node on what this JVM has on its class path.
     *
     * @param events gets what the node says unasked, one after the other
     */
    static NodeProcess start(
            String name, String postgres, String redis, BiConsumer<NodeProcess, Map<String, Object>> events) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                StudioNode.class.getName(),
                postgres,
                redis);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            builder.redirectError(ProcessBuilder.Redirect.appendTo(new File("target", "nodes.err")));
            var node = new NodeProcess(name, builder.start(), events);
            var listener = new Thread(node::listen, "listens to " + name);
            listener.setDaemon(true);
            listener.start();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    private void listen() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.endsWith("}")) { // else the node died while it said it
                    hear(StudioJson.readOwn(line));
                }
            }
        } catch (IOException e) {
            // It was killed.
        } finally {
            silent = true;
            asked.keySet().forEach(this::noAnswerTo);
        }
    }

    private void hear(Map<String, Object> said) {
        if (said.get("id") instanceof Long id) {
            CompletableFuture<Map<String, Object>> waiting = asked.remove(id);
            if (waiting != null) {
                waiting.complete(said);
            }
        } else if (said.containsKey("ready")) {
            ready = true;
        } else {
            events.accept(this, said);
        }
    }

    private void noAnswerTo(long id) {
        CompletableFuture<Map<String, Object>> waiting = asked.remove(id);
        if (waiting != null) {
            waiting.complete(Map.of("unknown", name + " died"));
        }
    }

    /** Whether it is worth asking. */
    boolean isReady() {
        return ready && !silent;
    }

    /** What the node answers. */
    Map<String, Object> ask(String what, Map<String, Object> rest) throws NoAnswerException, InterruptedException {
        long id = ids.incrementAndGet();
        var answer = new CompletableFuture<Map<String, Object>>();
        asked.put(id, answer);
        var question = new LinkedHashMap<>(rest);
        question.put("id", id);
        question.put("what", what);
        write(StudioJson.write(question));
        if (silent) {
            noAnswerTo(id);
        }
        return answerIn(said(answer), what);
    }

    private void write(String line) throws NoAnswerException {
        try {
            synchronized (in) {
                in.write(line);
                in.newLine();
                in.flush();
            }
        } catch (IOException e) {
            throw new NoAnswerException(name + " can't be asked");
        }
    }

    private Map<String, Object> said(CompletableFuture<Map<String, Object>> answer)
            throws NoAnswerException, InterruptedException {
        try {
            return answer.get(SECONDS_FOR_AN_ANSWER, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswerException(name + " does not answer");
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    private Map<String, Object> answerIn(Map<String, Object> said, String what) throws NoAnswerException {
        if (said.get("unknown") instanceof String why) {
            throw new NoAnswerException(name + ": " + why);
        }
        if (said.get("refused") instanceof String why) {
            throw new AssertionError(name + " refused to " + what + ": " + why);
        }
        return (Map<String, Object>) requireNonNull(said.get("answer"));
    }

    /** Kills it with SIGKILL; it is certain afterwards that it ran before and is dead of it. */
    void kill() {
        Sigkill.end(process, name);
    }

    /** Ends it without asking whether it ran. */
    void end() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return name;
    }
}
