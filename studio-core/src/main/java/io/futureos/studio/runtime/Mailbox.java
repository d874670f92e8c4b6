package io.futureos.studio.runtime;

import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.FrameComputed;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.live.StudioEvent.SessionLeft;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events that wait for one watcher, in the order in which they came. An event that a newer one makes pointless gives way
 * to it: an older cursor or presence of a session, progress of a job, frame of a scenario. When too many wait, the revisions
 * among them go first, because the journal has them, and the mailbox remembers that it has {@linkplain #takeOverflow
 * overflowed}. Safe for use by several threads.
 */
final class Mailbox {

    /** How many events wait at most. */
    static final int MOST = 1_000;

    private final Map<Topic, StudioEvent> waiting = new LinkedHashMap<>();
    private boolean overflowed;

    /** Of the events about one topic, only the last is worth telling. */
    private record Topic(Class<? extends StudioEvent> kind, Object about) {

        static Topic of(StudioEvent event) {
            if (event instanceof CursorMoved moved) {
                return new Topic(CursorMoved.class, moved.session().id());
            }
            if (event instanceof SessionJoined joined) {
                return new Topic(SessionJoined.class, joined.session().id());
            }
            if (event instanceof SessionLeft left) {
                return new Topic(SessionJoined.class, left.session().id());
            }
            if (event instanceof JobProgressed progressed) {
                return new Topic(JobProgressed.class, progressed.job().id());
            }
            if (event instanceof FrameComputed computed) {
                return new Topic(FrameComputed.class, computed.scenario());
            }
            if (event instanceof RevisionCommitted committed) {
                return new Topic(RevisionCommitted.class, committed.revision().number());
            }
            if (event instanceof EventsMissed missed) {
                return new Topic(EventsMissed.class, missed.project());
            }
            throw new IllegalArgumentException(
                    "No channel carries a " + event.getClass().getSimpleName());
        }
    }

    /** Leaves an event. */
    synchronized void put(StudioEvent event) {
        Topic topic = Topic.of(event);
        if (event instanceof RevisionCommitted) {
            putRevision(topic, event);
        } else {
            waiting.remove(topic);
            waiting.put(topic, event);
        }
        if (waiting.size() > MOST) {
            giveWay();
        }
    }

    /** One that came twice keeps its place. After an overflow the journal must be read anyway. */
    private void putRevision(Topic topic, StudioEvent event) {
        if (!overflowed) {
            waiting.putIfAbsent(topic, event);
        }
    }

    private void giveWay() {
        overflowed = true;
        waiting.values().removeIf(RevisionCommitted.class::isInstance);
        Iterator<StudioEvent> eldest = waiting.values().iterator();
        while (waiting.size() > MOST) {
            eldest.next();
            eldest.remove();
        }
    }

    /** The event that has waited longest, if one waits. */
    synchronized @Nullable StudioEvent take() {
        Iterator<StudioEvent> eldest = waiting.values().iterator();
        if (!eldest.hasNext()) {
            return null;
        }
        StudioEvent event = eldest.next();
        eldest.remove();
        return event;
    }

    /** Whether revisions had to go since this was asked last. Those that come from now on wait here again. */
    synchronized boolean takeOverflow() {
        boolean had = overflowed;
        overflowed = false;
        return had;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty() && !overflowed;
    }
}
