package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.live.StudioEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Somebody who watches, and waits for what is told. */
final class Watcher implements Consumer<StudioEvent> {

    private static final long SECONDS_AT_MOST = 20;

    private final BlockingQueue<StudioEvent> arrived = new LinkedBlockingQueue<>();

    private final List<StudioEvent> seen = new ArrayList<>();

    @Override
    public void accept(StudioEvent event) {
        arrived.add(event);
    }

    StudioEvent next() {
        try {
            StudioEvent event = arrived.poll(SECONDS_AT_MOST, TimeUnit.SECONDS);
            assertThat(event).as("an event within %d s", SECONDS_AT_MOST).isNotNull();
            seen.add(event);
            return event;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything up to this event, which comes last. */
    List<StudioEvent> upTo(StudioEvent last) {
        var events = new ArrayList<StudioEvent>();
        StudioEvent event;
        do {
            event = next();
            events.add(event);
        } while (!event.equals(last));
        return events;
    }

    /** Waits for this event, unless it was seen already. */
    void awaitOnce(StudioEvent event) {
        if (!seen.contains(event)) {
            upTo(event);
        }
    }
}
