package io.futureos.studio.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an action is set beside: work that a simpler design would do at each action. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class Floors {

    private final List<String> log = new ArrayList<>(
            IntStream.range(0, 1_000).mapToObj(i -> "Edited scenario " + i).toList());
    private final byte[] kilobyte = new byte[1_024];

    /** A log that is copied whenever it grows. */
    @Benchmark
    public List<String> copyOfThousandEntries() {
        return new ArrayList<>(log);
    }

    /** One fingerprint of inputs that take a kilobyte of JSON. */
    @Benchmark
    public byte[] fingerprintOfKilobyte() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(kilobyte);
    }
}
