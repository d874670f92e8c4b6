package io.futureos.studio.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.testkit.engine.RecordingContext.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * What engines were asked and answered. As a directory it is a list, {@code exchanges.json}, and beside it all requests,
 * answers and blobs in files named by their content, so that nothing is there twice. Safe for use by several threads.
 */
public final class Recording {

    private static final String LIST = "exchanges.json";
    private static final String CONTENT = "content";

    private final Map<String, Exchange> exchanges = new ConcurrentSkipListMap<>();
    private final Map<BlobKey, byte[]> content = new ConcurrentHashMap<>();

    /** A recording of nothing. */
    public Recording() {}

    /**
     * One question with its answer.
     *
     * @param answer null if the engine refused
     * @param refusal null if the engine answered
     * @param stored the blobs that the engine stored for the answer
     * @param reports how it told its progress
     */
    record Exchange(
            String engine,
            String method,
            BlobKey request,
            @Nullable BlobKey answer,
            @Nullable Refusal refusal,
            List<BlobKey> stored,
            List<Report> reports) {}

    /** How an engine said no. */
    record Refusal(String code, String message) {}

    private record Exchanges(List<Exchange> exchanges) {}

    /** Reads what {@link #save} wrote. */
    public static Recording load(Path directory) {
        try {
            var recording = new Recording();
            byte[] list = Files.readAllBytes(directory.resolve(LIST));
            for (Exchange exchange : StudioJson.read(list, Exchanges.class).exchanges) {
                recording.exchanges.put(key(exchange.engine, exchange.method, exchange.request.value()), exchange);
            }
            try (var files = Files.list(directory.resolve(CONTENT))) {
                for (Path file : files.toList()) {
                    recording.keep(Files.readAllBytes(file));
                }
            }
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no recording in " + directory + "; record and save one there", e);
        }
    }

    /** Writes everything into a directory. */
    public void save(Path directory) {
        try {
            Files.createDirectories(directory.resolve(CONTENT));
            for (Map.Entry<BlobKey, byte[]> each : content.entrySet()) {
                Files.write(directory.resolve(CONTENT).resolve(each.getKey().toString()), each.getValue());
            }
            String list = StudioJson.writePretty(new Exchanges(List.copyOf(exchanges.values())));
            Files.writeString(directory.resolve(LIST), list);
        } catch (IOException e) {
            throw new UncheckedIOException("The recording can't be written to " + directory, e);
        }
    }

    /** How many different questions were recorded. */
    public int size() {
        return exchanges.size();
    }

    private static String key(String engine, String method, Fingerprint request) {
        return engine + " " + method + " " + request;
    }

    void add(
            Question question,
            @Nullable BlobKey answer,
            @Nullable Refusal refusal,
            List<BlobKey> stored,
            List<Report> reports) {
        BlobKey request = keep(question.request().getBytes(UTF_8));
        exchanges.putIfAbsent( // asked again, an engine says the same, perhaps with less work to tell of
                key(question.engine(), question.method(), question.fingerprint()),
                new Exchange(question.engine(), question.method(), request, answer, refusal, stored, reports));
    }

    Optional<Exchange> find(Question question) {
        return Optional.ofNullable(exchanges.get(key(question.engine(), question.method(), question.fingerprint())));
    }

    /** The recorded requests to the same method. */
    List<String> requestsLike(Question question) {
        return exchanges.values().stream()
                .filter(exchange -> exchange.engine.equals(question.engine()))
                .filter(exchange -> exchange.method.equals(question.method()))
                .map(exchange -> text(exchange.request))
                .toList();
    }

    BlobKey keep(byte[] bytes) {
        BlobKey key = BlobKey.of(bytes);
        content.putIfAbsent(key, bytes.clone());
        return key;
    }

    byte[] kept(BlobKey key) {
        byte[] bytes = content.get(key);
        if (bytes == null) {
            throw new IllegalStateException(
                    "The recording lacks the content " + key + ", which it refers to; it is damaged, record again");
        }
        return bytes.clone();
    }

    String text(BlobKey key) {
        return new String(kept(key), UTF_8);
    }
}
