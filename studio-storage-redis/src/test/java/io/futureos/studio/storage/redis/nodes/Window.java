package io.futureos.studio.storage.redis.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.redis.nodes.Fleet.Answer;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A window on a project: it has a view, watches at one node after the other as they die, and brings the view up to date by
 * differences. It must be told of every revision once and in order, or be told that several came at once.
 */
final class Window {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LOOKS_UNTIL_REFRESHED = 10;

    private final Fleet fleet;
    private final int slot;
    private final String project;
    private final String user;
    private @Nullable NodeProcess at;
    private String watch = "";
    private int looks;
    private long told;
    private long seen;
    private JsonNode view;
    private int resumed;
    private int missed;
    private @Nullable String complaint;

    Window(Fleet fleet, int slot, ProjectState state, UserId user) {
        this.fleet = fleet;
        this.slot = slot;
        this.project = state.projectId().toString();
        this.user = user.toString();
        this.told = state.revision();
        this.seen = state.revision();
        this.view = json(StudioJson.write(state));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("A Studio wrote what is no JSON", e);
        }
    }

    /** Watches elsewhere if the node is gone, and refreshes the view now and then. */
    void tend() throws InterruptedException {
        NodeProcess node = at;
        if (node == null || !node.isReady()) {
            at = fleet.ask(slot, "watch", this::newWatch).node();
            resumed++;
        }
        if (++looks % LOOKS_UNTIL_REFRESHED == 0) {
            refresh();
        }
    }

    /** Whatever still comes from the node that was asked before is for a watch that is no more. */
    private synchronized Map<String, Object> newWatch() {
        fleet.detach(watch);
        watch = UUID.randomUUID().toString();
        fleet.attach(watch, this);
        return question(told);
    }

    /** Asks for what its view lacks. */
    void refresh() throws InterruptedException {
        long asked;
        synchronized (this) {
            asked = seen;
        }
        Answer update = fleet.ask(slot, "since", question(asked));
        synchronized (this) {
            if (seen == asked) { // else an event was quicker
                apply(update.content(), update.number("to"));
            }
        }
    }

    private Map<String, Object> question(long revision) {
        return Map.of("project", project, "user", user, "watch", watch, "revision", revision);
    }

    synchronized void accept(String from, Map<String, Object> event) {
        if (!from.equals(watch)) {
            return;
        }
        if (event.get("revision") instanceof Long number) {
            follow(number - 1, number);
        } else if (event.get("to") instanceof Long to && event.get("from") instanceof Long known) {
            follow(known, to);
            if (seen == known) {
                apply(event, to);
            }
        } else if (event.containsKey("missed")) {
            missed++;
        } else if (complaint == null) {
            complaint = "was told " + event;
        }
    }

    private void apply(Map<String, Object> update, long to) {
        view = JsonPatch.apply(json(StudioJson.write(update.get("patch"))), view);
        seen = to;
    }

    private void follow(long from, long to) {
        if (told != from && complaint == null) {
            complaint = "had revision " + told + " and was told what came from " + from + " to " + to;
        }
        told = to;
    }

    synchronized long told() {
        return told;
    }

    synchronized JsonNode view() {
        return view;
    }

    /** How often it began to watch. */
    int resumed() {
        return resumed;
    }

    /** How often it was told that events may not have come. */
    synchronized int missed() {
        return missed;
    }

    synchronized @Nullable String complaint() {
        return complaint;
    }
}
