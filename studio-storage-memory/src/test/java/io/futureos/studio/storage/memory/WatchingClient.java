package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CaughtUp;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.model.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A client as its author would write it: it has a view of the project, patches it with differences, and notes revisions. What
 * it must never see is noted as a complaint, because what a listener throws is none of anybody's business.
 */
final class WatchingClient implements Consumer<StudioEvent> {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<StudioEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger inside = new AtomicInteger();
    private volatile long revision;
    private volatile JsonNode view;

    WatchingClient(ProjectState seen) {
        this.revision = seen.revision();
        this.view = json(seen);
    }

    static JsonNode json(Object value) {
        try {
            return MAPPER.readTree(StudioJson.write(value));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void accept(StudioEvent event) {
        if (inside.incrementAndGet() != 1) {
            complaints.add("Two threads at once at " + event);
        }
        if (event instanceof RevisionCommitted committed) {
            follow(
                    revision,
                    committed.revision().number() - 1,
                    committed.revision().number());
        } else if (event instanceof CaughtUp caughtUp) {
            follow(revision, caughtUp.from(), caughtUp.to());
            view = JsonPatch.apply(json(caughtUp.patch()), view);
        }
        events.add(event);
        inside.decrementAndGet();
    }

    private void follow(long has, long from, long to) {
        if (has != from) {
            complaints.add("Told from " + from + " to " + to + " when it had " + has);
        }
        revision = to;
    }

    /** The revision that the client knows of. */
    long revision() {
        return revision;
    }

    /** The view as of the last difference. */
    JsonNode view() {
        return view;
    }

    List<StudioEvent> events() {
        return List.copyOf(events);
    }

    <T extends StudioEvent> List<T> events(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The numbers of the revisions that it was told one by one. */
    List<Long> revisions() {
        return events(RevisionCommitted.class).stream()
                .map(event -> event.revision().number())
                .toList();
    }

    void hasNothingToComplainOf() {
        assertThat(complaints).isEmpty();
    }
}
