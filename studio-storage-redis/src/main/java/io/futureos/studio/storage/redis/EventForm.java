package io.futureos.studio.storage.redis;

import io.futureos.studio.change.JournalForm;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.FrameComputed;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.live.StudioEvent.SessionLeft;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events as JSON: an object with the event's {@code kind} and what it tells. The project is not in it, because the channel
 * says it. Nodes of several versions may share a Redis: a kind that this one does not know is no event for it.
 */
final class EventForm {

    /** More than this is not carried: those who need it read it from where it is stored. */
    static final int LONGEST = 128 * 1024;

    private static final JournalForm REVISIONS = new JournalForm();

    private EventForm() {}

    /**
     * Whether the event is pointless as soon as there is a newer one about the same, so that nobody who was away needs it.
     */
    static boolean isFleeting(StudioEvent event) {
        return event instanceof CursorMoved || event instanceof FrameComputed || isOfAJobThatGoesOn(event);
    }

    private static boolean isOfAJobThatGoesOn(StudioEvent event) {
        return event instanceof JobProgressed progressed
                && !progressed.job().state().isEnd();
    }

    /**
     * The event as JSON text. In place of one that is too long stands that an event was missed.
     *
     * @throws IllegalArgumentException if it is one that no channel carries
     */
    static String write(StudioEvent event) {
        String text = StudioJson.write(fields(event));
        return text.length() <= LONGEST ? text : StudioJson.write(fields(new EventsMissed(event.project())));
    }

    private static Map<String, Object> fields(StudioEvent event) {
        if (event instanceof RevisionCommitted committed) {
            return of("revision_committed", "revision", REVISIONS.write(committed.revision()));
        }
        if (event instanceof JobProgressed progressed) {
            return of("job_progressed", "job", StudioJson.toOpen(progressed.job()));
        }
        if (event instanceof FrameComputed computed) {
            return frame(computed);
        }
        if (event instanceof SessionJoined joined) {
            return of("session_joined", "session", StudioJson.toOpen(joined.session()));
        }
        if (event instanceof CursorMoved moved) {
            return of("cursor_moved", "session", StudioJson.toOpen(moved.session()));
        }
        if (event instanceof SessionLeft left) {
            return of("session_left", "session", StudioJson.toOpen(left.session()));
        }
        if (event instanceof EventsMissed) {
            return Map.of("kind", "events_missed");
        }
        throw new IllegalArgumentException(
                "No channel carries a " + event.getClass().getSimpleName());
    }

    private static Map<String, Object> of(String kind, String name, Map<String, Object> content) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", kind);
        fields.put(name, content);
        return fields;
    }

    private static Map<String, Object> frame(FrameComputed computed) {
        Map<String, Object> fields = of("frame_computed", "frame", computed.frame());
        fields.put("scenario", computed.scenario().toString());
        fields.put("tick", computed.tick());
        fields.put("total_ticks", computed.totalTicks());
        return fields;
    }

    /**
     * The event that the text tells; empty if it is of a kind that this version does not know.
     *
     * @throws RuntimeException if the text is no event, or one in a form that this version does not know
     */
    static Optional<StudioEvent> read(ProjectId project, String text) {
        Map<String, Object> fields = StudioJson.readOwn(text);
        return Optional.ofNullable(
                switch (String.valueOf(fields.get("kind"))) {
                    case "revision_committed" ->
                        new RevisionCommitted(project, REVISIONS.read(object(fields, "revision")));
                    case "job_progressed" ->
                        new JobProgressed(project, StudioJson.fromOpen(fields.get("job"), JobStatus.class));
                    case "frame_computed" ->
                        new FrameComputed(
                                project,
                                ScenarioId.of(String.valueOf(fields.get("scenario"))),
                                whole(fields, "tick"),
                                whole(fields, "total_ticks"),
                                object(fields, "frame"));
                    case "session_joined" -> new SessionJoined(project, session(fields));
                    case "cursor_moved" -> new CursorMoved(project, session(fields));
                    case "session_left" -> new SessionLeft(project, session(fields));
                    case "events_missed" -> new EventsMissed(project);
                    default -> null;
                });
    }

    private static Session session(Map<String, Object> fields) {
        return StudioJson.fromOpen(fields.get("session"), Session.class);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    private static Map<String, Object> object(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException(
                "A " + fields.get("kind") + " has an object in \"" + name + "\", but this one has " + fields.get(name));
    }

    private static int whole(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Long number) {
            return Math.toIntExact(number);
        }
        throw new IllegalArgumentException("A " + fields.get("kind") + " has a whole number in \"" + name
                + "\", but this one has " + fields.get(name));
    }
}
