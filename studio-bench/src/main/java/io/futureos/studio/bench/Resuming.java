package io.futureos.studio.bench;

import io.futureos.studio.StateUpdate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Clients that were away for ten revisions ask for the difference, all for the same one, in a project of 20 scenarios and
 * 1,000 log entries. An edit before each round makes it a difference that nobody asked for yet.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Resuming {

    private static final int AWAY_FOR = 10;

    @Param({"1", "10"})
    private int clients;

    private BenchProject project;
    private List<Map<String, Object>> edits;
    private int next;

    /** A fresh project each time, so that the journal's growth does not decide what is measured. */
    @Setup(Level.Iteration)
    public void setUp() {
        project = new BenchProject(20, 1_000, 0);
        edits = project.editsOf(0);
    }

    @TearDown(Level.Iteration)
    public void tearDown() {
        project.close();
    }

    @Benchmark
    public void resume(Blackhole sink) {
        next = 1 - next;
        project.execute(edits.get(next));
        long seen = project.revisions() - AWAY_FOR;
        for (int i = 0; i < clients; i++) {
            StateUpdate update = project.since(seen);
            sink.consume(update);
        }
    }
}
