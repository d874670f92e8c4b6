package io.futureos.studio.bench;

import io.futureos.studio.model.WorkbenchResponse;
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

/**
 * One action on one thread: read and validated from the contract's JSON, decided, journalled in memory, published and
 * answered with the project's whole state. It sets an override of a scenario to another value, so that the scenario's run
 * and the report are stale before and after, which is the dearer case.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class OneAction {

    @Param({"1", "5", "20"})
    private int scenarios;

    @Param({"0", "1000", "10000"})
    private int revisions;

    @Param({"0", "1000"})
    private int dataOverrides;

    /** How many watch the project, each with a mailbox of its own; tried by hand, for example with {@code -p watchers=10}. */
    @Param("0")
    private int watchers;

    private BenchProject project;
    private List<Map<String, Object>> edits;
    private int next;

    /** A fresh project each time, so that the journal's growth does not decide what is measured. */
    @Setup(Level.Iteration)
    public void setUp() {
        project = new BenchProject(scenarios, revisions, dataOverrides);
        edits = project.editsOf(0);
        project.watchedBy(watchers);
    }

    @TearDown(Level.Iteration)
    public void tearDown() {
        project.close();
    }

    @Benchmark
    public WorkbenchResponse editScenario() {
        next = 1 - next;
        return project.execute(edits.get(next));
    }
}
