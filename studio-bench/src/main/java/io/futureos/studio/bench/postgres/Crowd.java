package io.futureos.studio.bench.postgres;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.bench.BenchProject;
import io.futureos.studio.bench.Spread;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Eight threads that each change a project of their own, at one Studio, as fast as they are answered. */
final class Crowd implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int ROUNDS = 5;
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final byte[] ROW = new byte[700];

    private final List<BenchProject> projects = new ArrayList<>();
    private final List<Floor> floors = new ArrayList<>();
    private final long[] revisions = new long[THREADS];
    private final StudioOrchestrator studio;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private Crowd(BenchDatabase database) throws SQLException {
        for (int i = 0; i < THREADS; i++) {
            projects.add(Size.KB_10.newProject(database.storage()));
            floors.add(database.floor());
        }
        studio = projects.get(0).strangeStudio();
    }

    static void measure(BenchDatabase database, Report report)
            throws SQLException, InterruptedException, ExecutionException {
        try (var crowd = new Crowd(database)) {
            crowd.measure(report);
        }
    }

    private void measure(Report report) throws InterruptedException, ExecutionException {
        var floor = new double[ROUNDS];
        var ours = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        var controls = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double before = perSecond(this::append);
            double between = perSecond(this::act);
            double after = perSecond(this::append);
            if (round >= 0) {
                floor[round] = before;
                ours[round] = between;
                ratios[round] = between / before;
                controls[round] = after / before;
            }
        }
        report.add(
                "8 threads on 8 projects",
                String.format(
                        Locale.ROOT,
                        "%,.0f actions a second, floor %,.0f; ours / floor %s, floor / floor %s",
                        Spread.of(ours).median(),
                        Spread.of(floor).median(),
                        Spread.of(ratios),
                        Spread.of(controls)),
                "2,000 a second, 0.80");
    }

    private interface Work {
        void of(int thread, long count) throws SQLException;
    }

    private void append(int thread, long count) throws SQLException {
        floors.get(thread).append(projects.get(thread).id().value(), ++revisions[thread], ROW);
    }

    private void act(int thread, long count) {
        var edits = projects.get(thread).editsOf(0);
        studio.workbench().execute(edits.get((int) (count % edits.size())));
    }

    private double perSecond(Work work) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        var running = new ArrayList<Future<Long>>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            running.add(threads.submit(() -> {
                long count = 0;
                while (System.nanoTime() - start < ROUND) {
                    work.of(thread, count++);
                }
                return count;
            }));
        }
        long sum = 0;
        for (Future<Long> one : running) {
            sum += one.get();
        }
        return sum * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        studio.close();
        projects.forEach(BenchProject::close);
        for (Floor floor : floors) {
            floor.close();
        }
    }
}
