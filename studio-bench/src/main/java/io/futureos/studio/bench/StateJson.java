package io.futureos.studio.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectState;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ten megabytes of state to JSON and back, beside plain Jackson on the same records. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class StateJson {

    private ProjectState state;
    private byte[] json;
    private ObjectMapper plain;
    private byte[] plainJson;

    /** Prints both sizes: plain Jackson writes an id as an object, so its document is the longer one. */
    @Setup
    public void setUp() throws IOException {
        state = LargeState.create();
        json = StudioJson.writeBytes(state);
        plain = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        plainJson = plain.writeValueAsBytes(state);
        System.out.println("bytes: " + json.length + ", plain Jackson: " + plainJson.length);
        if (!StudioJson.read(json, ProjectState.class).equals(state)) {
            throw new IllegalStateException("The state that was read is not the one that was written");
        }
    }

    @Benchmark
    public byte[] write() {
        return StudioJson.writeBytes(state);
    }

    @Benchmark
    public ProjectState read() {
        return StudioJson.read(json, ProjectState.class);
    }

    @Benchmark
    public byte[] writePlainJackson() throws IOException {
        return plain.writeValueAsBytes(state);
    }

    @Benchmark
    public ProjectState readPlainJackson() throws IOException {
        return plain.readValue(plainJson, ProjectState.class);
    }
}
