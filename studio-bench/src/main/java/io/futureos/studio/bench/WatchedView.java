package io.futureos.studio.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CaughtUp;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.model.ProjectState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a client knows: which revisions it was told of, and a view as JSON that it patches with differences. The listener's
 * part and the view's part are used by one thread each.
 */
final class WatchedView {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder events = new LongAdder();
    private final LongAdder differences = new LongAdder();
    private final Latencies latencies = new Latencies();
    private volatile long told;
    private long revision;
    private JsonNode view;

    WatchedView(ProjectState seen) {
        this.told = seen.revision();
        this.revision = seen.revision();
        this.view = json(seen);
    }

    static JsonNode json(Object value) {
        try {
            return MAPPER.readTree(StudioJson.write(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Studio wrote what is no JSON", e);
        }
    }

    /** Takes an event. */
    void tell(StudioEvent event) {
        events.increment();
        if (event instanceof RevisionCommitted committed) {
            latencies.add(Duration.between(committed.revision().at(), Instant.now()));
            goOn(committed.revision().number() - 1, committed.revision().number());
        } else if (event instanceof CaughtUp caughtUp) {
            differences.increment();
            goOn(caughtUp.from(), caughtUp.to());
        }
    }

    private void goOn(long from, long to) {
        if (told != from) {
            complaints.add("was told of what comes after revision " + from + " when it had been told up to " + told);
        }
        told = to;
    }

    /** Takes a difference. */
    void patch(StateUpdate update) {
        if (update.from() != revision) {
            complaints.add("asked for the difference since " + revision + " and got the one since " + update.from());
        }
        view = JsonPatch.apply(json(update.patch()), view);
        revision = update.to();
    }

    /** The last revision that it was told of. */
    long told() {
        return told;
    }

    /** The revision that the view is of. */
    long revision() {
        return revision;
    }

    JsonNode view() {
        return view;
    }

    long events() {
        return events.sum();
    }

    /** How often it was told many revisions at once, because it was slow. */
    long differences() {
        return differences.sum();
    }

    Latencies latencies() {
        return latencies;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
