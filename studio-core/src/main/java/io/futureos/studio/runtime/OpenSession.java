package io.futureos.studio.runtime;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.LiveSession;
import io.futureos.studio.access.Operation;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.Draft;
import io.futureos.studio.live.Drafts;
import io.futureos.studio.live.Session;
import io.futureos.studio.model.OpenValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One window on a project. */
final class OpenSession implements LiveSession {

    private static final Duration DRAFTS_KEPT = Duration.ofHours(24);
    private static final int LARGEST_CURSOR = 4 * 1024;
    private static final int LARGEST_DRAFT = 64 * 1024;
    private static final int LONGEST_PLACE = 255;
    private static final int MOST_DRAFTS = 100;

    private final OneWay oneWay;
    private final Presence presence;
    private final Drafts drafts;
    private Session session;
    private boolean closed;

    OpenSession(OneWay oneWay, Presence presence, Drafts drafts, Session session) {
        this.oneWay = oneWay;
        this.presence = presence;
        this.drafts = drafts;
        this.session = session;
    }

    @Override
    public synchronized UUID id() {
        return session.id();
    }

    @Override
    public synchronized void touch() {
        requireOpen();
        session = session.seen(presence.now());
        presence.heardOf(session);
    }

    @Override
    public synchronized void moveTo(Map<String, Object> cursor) {
        requireOpen();
        requireFits("/cursor", cursor, LARGEST_CURSOR);
        session = session.at(cursor, presence.now());
        presence.moved(session);
    }

    @Override
    public synchronized void draft(String place, Map<String, Object> content) {
        requireOpen();
        requireFits("/content", content, LARGEST_DRAFT);
        if (place.isEmpty() || place.length() > LONGEST_PLACE) {
            throw invalid("/place", "has " + place.length() + " characters", "Give 1 to " + LONGEST_PLACE + ".");
        }
        List<Draft> known = drafts();
        if (known.size() >= MOST_DRAFTS
                && known.stream().noneMatch(draft -> draft.place().equals(place))) {
            throw invalid("/place", "would be draft number " + (known.size() + 1), "Discard some of the others first.");
        }
        drafts.put(new Draft(session.project(), session.user(), place, content, presence.now()));
    }

    @Override
    public synchronized void discard(String place) {
        requireOpen();
        drafts.remove(session.project(), session.user(), place);
    }

    @Override
    public synchronized List<Draft> drafts() {
        requireOpen();
        return drafts.of(session.project(), session.user(), presence.now().minus(DRAFTS_KEPT));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            presence.left(session);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("Session " + session.id() + " is closed. Join the project again.");
        }
        oneWay.read(session.project(), session.user(), Operation.JOIN);
    }

    private static void requireFits(String pointer, Map<String, Object> content, int most) {
        int size = StudioJson.writeBytes(normal(pointer, content)).length;
        if (size > most) {
            throw invalid(pointer, "takes " + size + " bytes as JSON", "Give at most " + most + ".");
        }
    }

    private static Map<String, Object> normal(String pointer, Map<String, Object> content) {
        try {
            return OpenValue.map(content);
        } catch (IllegalArgumentException e) {
            throw invalid(pointer, "can't be written as JSON (" + e.getMessage() + ")", "Give what JSON can say.");
        }
    }

    private static InvalidRequestException invalid(String pointer, String problem, String remedy) {
        return new InvalidRequestException(List.of(new FieldProblem(pointer, problem, remedy)));
    }
}
