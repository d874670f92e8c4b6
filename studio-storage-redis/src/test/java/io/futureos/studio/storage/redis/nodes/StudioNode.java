package io.futureos.studio.storage.redis.nodes;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CaughtUp;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.WatchEnded;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.jdbc.PostgresStorage;
import io.futureos.studio.storage.redis.RedisLive;
import io.futureos.studio.testkit.fixture.ToyEngines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * One node: a Studio that is asked on its standard input and answers on its standard output, with a JSON object on each line.
 * What it answers has happened before. It ends when nobody can ask it any more.
 */
final class StudioNode {

    private static final Duration A_MONTH_TAKES = Duration.ofMillis(250);

    private final StudioOrchestrator studio;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    private StudioNode(String postgres, String redis) {
        var engines = new ToyEngines();
        engines.beforeTick(this::simulate);
        studio = StudioOrchestrator.builder()
                .storage(PostgresStorage.over(pool(postgres)))
                .live(RedisLive.builder(redis).timeout(Duration.ofSeconds(1)).build())
                .engines(engines)
                .build();
    }

    /** Takes the addresses of PostgreSQL and of Redis. */
    public static void main(String[] arguments) throws IOException {
        new StudioNode(arguments[0], arguments[1]).serve();
        System.exit(0);
    }

    private static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }

    private void simulate(int month) {
        say(Map.of("simulates", month));
        LockSupport.parkNanos(A_MONTH_TAKES.toNanos());
    }

    private void serve() throws IOException {
        say(Map.of("ready", true));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<String, Object> asked = StudioJson.readOwn(line);
            threads.execute(() -> answer(asked));
        }
    }

    private void answer(Map<String, Object> asked) {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", requireNonNull(asked.get("id")));
        try {
            said.put("answer", answerTo(asked));
        } catch (StorageException e) {
            said.put("unknown", String.valueOf(e));
        } catch (RuntimeException | InterruptedException e) {
            said.put("refused", String.valueOf(e));
        }
        say(said);
    }

    private Map<String, Object> answerTo(Map<String, Object> asked) throws InterruptedException {
        String what = text(asked, "what");
        return switch (what) {
            case "execute" -> execute(asked);
            case "await" -> await(asked);
            case "watch" -> watch(asked);
            case "since" -> since(asked);
            case "load" -> load(asked);
            default -> throw new IllegalArgumentException("A node can't " + what);
        };
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    private Map<String, Object> execute(Map<String, Object> asked) {
        WorkbenchResponse response =
                studio.workbench().execute((Map<String, Object>) requireNonNull(asked.get("request")));
        JobId job = response.jobId();
        return Map.of("revision", response.revision(), "job", job == null ? "" : job.toString());
    }

    private Map<String, Object> await(Map<String, Object> asked) throws InterruptedException {
        var job = new JobId(UUID.fromString(text(asked, "job")));
        return StudioJson.toOpen(studio.jobs().await(project(asked), user(asked), job, Duration.ofSeconds(2)));
    }

    private Map<String, Object> watch(Map<String, Object> asked) {
        String watch = text(asked, "watch");
        studio.projects().watch(project(asked), user(asked), revision(asked), event -> tell(watch, event));
        return Map.of();
    }

    private void tell(String watch, StudioEvent event) {
        if (event instanceof RevisionCommitted committed) {
            say(Map.of("watch", watch, "revision", committed.revision().number()));
        } else if (event instanceof CaughtUp caughtUp) {
            say(Map.of("watch", watch, "from", caughtUp.from(), "to", caughtUp.to(), "patch", caughtUp.patch()));
        } else if (event instanceof EventsMissed) {
            say(Map.of("watch", watch, "missed", true));
        } else if (event instanceof WatchEnded) {
            say(Map.of("watch", watch, "ended", true));
        }
    }

    private Map<String, Object> since(Map<String, Object> asked) {
        StateUpdate update = studio.projects().since(project(asked), user(asked), revision(asked));
        return Map.of("from", update.from(), "to", update.to(), "patch", update.patch());
    }

    private Map<String, Object> load(Map<String, Object> asked) {
        ProjectState state = studio.projects().load(project(asked), user(asked));
        String json = StudioJson.write(state);
        return Map.of(
                "revision", state.revision(),
                "fingerprint", Fingerprint.of(json).value(),
                "state", json);
    }

    private static String text(Map<String, Object> asked, String key) {
        return String.valueOf(asked.get(key));
    }

    private static ProjectId project(Map<String, Object> asked) {
        return new ProjectId(UUID.fromString(text(asked, "project")));
    }

    private static UserId user(Map<String, Object> asked) {
        return UserId.of(text(asked, "user"));
    }

    private static long revision(Map<String, Object> asked) {
        return Long.parseLong(text(asked, "revision"));
    }

    private void say(Map<String, Object> what) {
        String line = StudioJson.write(what);
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
