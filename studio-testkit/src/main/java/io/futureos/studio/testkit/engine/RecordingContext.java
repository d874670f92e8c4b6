package io.futureos.studio.testkit.engine;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.model.BlobKey;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An engine's surroundings for tests: keeps what is stored in memory and what is reported in a list, and cancels when it
 * is told to. Safe for use by several threads.
 */
public final class RecordingContext implements EngineContext {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Map<BlobKey, byte[]> blobs = new ConcurrentHashMap<>();
    private final Function<BlobKey, byte[]> others;
    private final List<Report> reports = new ArrayList<>();
    private int cancelledFrom = NEVER;
    private @Nullable CancelledException cancellation;
    private long busySince = cpuTime();
    private Duration longestSilence = Duration.ZERO;

    /** A context in which nothing is stored yet. */
    public RecordingContext() {
        this(key -> {
            throw new AssertionError("Nobody stored " + key + " in this context");
        });
    }

    private RecordingContext(Function<BlobKey, byte[]> others) {
        this.others = others;
    }

    /** A context of its own in which everything can be read that can be read in {@code other}. */
    public static RecordingContext over(EngineContext other) {
        return new RecordingContext(other::read);
    }

    /** Something that an engine reported. */
    public record Report(String phase, double fraction) {}

    /** From the {@code report}-th report on, counted from 1, the engine is told that nobody waits any more. */
    public RecordingContext cancelAtReport(int report) {
        cancelledFrom = report;
        return this;
    }

    @Override
    public synchronized void progress(String phase, double fraction) {
        longestSilence = longestSilence();
        busySince = cpuTime();
        reports.add(new Report(requireNonNull(phase, "phase"), fraction));
        if (reports.size() >= cancelledFrom) {
            cancellation = new CancelledException();
            throw cancellation;
        }
    }

    @Override
    public byte[] read(BlobKey key) {
        byte[] content = blobs.get(key);
        return content == null ? others.apply(key) : content.clone();
    }

    @Override
    public BlobKey store(byte[] content) {
        BlobKey key = BlobKey.of(content);
        blobs.put(key, content.clone());
        return key;
    }

    /** What was reported so far, in order. */
    public synchronized List<Report> reports() {
        return List.copyOf(reports);
    }

    /** What was stored here, without what could be read from elsewhere. */
    public Set<String> stored() {
        var keys = new TreeSet<String>();
        blobs.keySet().forEach(key -> keys.add(key.toString()));
        return keys;
    }

    /** What the engine was told when it was cancelled last; null if it was not. */
    public synchronized @Nullable CancelledException cancellation() {
        return cancellation;
    }

    /**
     * The longest time for which an engine worked without a report, up to now: processor time of the calling thread, so
     * that a busy machine doesn't count. What an engine does on other threads isn't seen.
     */
    public synchronized Duration longestSilence() {
        var silence = Duration.ofNanos(cpuTime() - busySince);
        return silence.compareTo(longestSilence) > 0 ? silence : longestSilence;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
