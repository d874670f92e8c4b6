package io.futureos.studio.bench;

import io.futureos.studio.model.WorkbenchResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/** Ten threads that edit one project of 20 scenarios and 1,000 log entries, each thread a scenario of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@Threads(TenWriters.WRITERS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class TenWriters {

    static final int WRITERS = 10;

    private final LongAdder acknowledged = new LongAdder();
    private BenchProject project;
    private long before;

    /** A fresh project each time, so that the journal's growth does not decide what is measured. */
    @Setup(Level.Iteration)
    public void setUp() {
        project = new BenchProject(20, 1_000, 0);
        before = project.revisions();
        acknowledged.reset();
    }

    /** Ends the benchmark in failure if the journal has not got exactly what the writers were told that it has. */
    @TearDown(Level.Iteration)
    public void noneIsLost() {
        long appended = project.revisions() - before;
        project.close();
        if (appended != acknowledged.sum()) {
            throw new IllegalStateException(
                    acknowledged.sum() + " edits were acknowledged, but the journal has " + appended);
        }
    }

    /** One of those who edit. */
    @State(Scope.Thread)
    public static class Writer {

        private List<Map<String, Object>> edits;
        private int next;

        /** Takes up the project of this iteration. */
        @Setup(Level.Iteration)
        public void setUp(TenWriters shared, ThreadParams thread) {
            edits = shared.project.editsOf(thread.getThreadIndex());
        }
    }

    @Benchmark
    public WorkbenchResponse editScenario(Writer writer) {
        writer.next = 1 - writer.next;
        WorkbenchResponse response = project.execute(writer.edits.get(writer.next));
        acknowledged.increment();
        return response;
    }
}
