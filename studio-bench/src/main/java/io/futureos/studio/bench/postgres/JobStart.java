package io.futureos.studio.bench.postgres;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.bench.BenchProject;
import io.futureos.studio.bench.IdleEngines;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectId;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** How long it takes from asking for a job until its engine is called, on a node that has nothing else to do. */
final class JobStart implements AutoCloseable {

    private static final int TURNS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore begun = new Semaphore(0);
    private final StudioOrchestrator studio;
    private final ProjectId project;
    private @Nullable JobId last;

    private JobStart(BenchDatabase database) {
        this.studio = StudioOrchestrator.builder()
                .storage(database.storage())
                .engines(engines())
                .build();
        this.project = studio.projects()
                .create(new ProjectCreate(BenchProject.ANALYST, "Norway goes electric", null))
                .projectId();
        act("add_custom_source", Map.of("source_name", "new_cars", "configuration", Map.of("type", "csv")));
    }

    static void measure(BenchDatabase database, Report report) throws SQLException {
        try (var start = new JobStart(database);
                Floor floor = database.floor()) {
            Paired job = Paired.measure(
                    TURNS, () -> floor.claim(UUID.randomUUID()), start::awaitEndOfLast, start::askUntilItRuns);
            report.add("job asked for to job running", "", job, null);
            report.add(
                    "job asked for to job running",
                    String.format(
                            Locale.ROOT,
                            "median %.1f ms (insert and claim with SKIP LOCKED: %.1f ms)",
                            job.ourMillis(),
                            job.floorMillis()),
                    "5 ms");
        }
    }

    /** Engines of which the first that a job asks says that it was asked, and no more. */
    private Engines engines() {
        var idle = new IdleEngines();
        var orchestrator = (DataOrchestrator) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataOrchestrator.class}, (proxy, method, arguments) -> {
                    begun.release();
                    throw new EngineException("bench", "Only the time at which it is asked is of interest");
                });
        return (Engines) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Engines.class},
                (proxy, method, arguments) ->
                        method.getName().equals("dataOrchestrator") ? orchestrator : method.invoke(idle, arguments));
    }

    private void askUntilItRuns() {
        last = JobId.of((String) requireNonNull(act("refresh_data", Map.of()).get("job_id")));
        begun.acquireUninterruptibly();
    }

    private void awaitEndOfLast() {
        try {
            if (last != null) {
                studio.jobs().await(project, BenchProject.ANALYST, last, PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the benchmark", e);
        }
    }

    private Map<String, Object> act(String action, Map<String, Object> payload) {
        return studio.workbench()
                .execute(Map.of(
                        "project_id",
                        project.toString(),
                        "user_id",
                        BenchProject.ANALYST.toString(),
                        "workbench",
                        "data",
                        "action",
                        action,
                        "payload",
                        payload))
                .result();
    }

    @Override
    public void close() {
        studio.close();
    }
}
