package io.futureos.studio.testkit.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CaughtUp;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.WatchEnded;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A window on a project: it has a view, watches, and brings the view up to date by differences. It must be told of every
 * revision once and in order, whatever node it watches at.
 */
final class Client {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ProjectId project;
    private final UserId user;
    private @Nullable Node at;
    private long attempts;
    private @Nullable String complaint;
    private long told;
    private long seen;
    private final JsonNode view;

    Client(ProjectState state, UserId user) {
        this.project = state.projectId();
        this.user = user;
        this.told = state.revision();
        this.seen = state.revision();
        this.view = json(state);
    }

    /** A value as the JSON that a client of a Studio gets. As 1 and 1.0 are the same number, records have the one of both. */
    static JsonNode json(Object value) {
        try {
            return MAPPER.readTree(StudioJson.write(value instanceof Record ? StudioJson.toOpen(value) : value));
        } catch (JsonProcessingException e) {
            throw new AssertionError("The Studio wrote what is no JSON", e);
        }
    }

    /** Watches at this node from now on, from where it was told last. */
    void watchAt(Node node) {
        at = node;
        long attempt = ++attempts;
        try {
            Subscription opened = node.studio().projects().watch(project, user, told, event -> accept(attempt, event));
            if (attempt != attempts) {
                opened.close();
            }
        } catch (RuntimeException e) {
            drop(node);
            throw e;
        }
    }

    /** The node is gone; if it watched there, it hears nothing more. */
    void drop(Node node) {
        if (at == node) {
            at = null;
            attempts++;
        }
    }

    boolean isWatching() {
        return at != null;
    }

    ProjectId project() {
        return project;
    }

    UserId user() {
        return user;
    }

    private void accept(long attempt, StudioEvent event) {
        if (attempt != attempts) {
            return; // from a node that it has left
        }
        if (event instanceof RevisionCommitted committed) {
            long number = committed.revision().number();
            follow(number - 1, number);
        } else if (event instanceof CaughtUp caughtUp) {
            follow(caughtUp.from(), caughtUp.to());
            if (seen == caughtUp.from()) {
                JsonPatch.applyInPlace(json(caughtUp.patch()), view);
                seen = caughtUp.to();
            }
        } else if (event instanceof WatchEnded) {
            at = null;
            attempts++;
        }
    }

    private void follow(long from, long to) {
        if (told != from && complaint == null) {
            complaint = user + " had revision " + told + " and was told what came from " + from + " to " + to;
        }
        told = to;
    }

    /** Asks for what its view lacks. */
    void refresh(StudioOrchestrator studio) {
        long asked = seen;
        StateUpdate update = studio.projects().since(project, user, asked);
        Ledger.check(update.from() == asked, "asked for what came since " + asked + " and got " + update.from());
        if (seen == asked) { // else another answer was quicker
            JsonPatch.applyInPlace(json(update.patch()), view);
            seen = update.to();
        }
    }

    /** The view as JSON. */
    JsonNode view() {
        return view;
    }

    /** The revision that it was told of last. */
    long told() {
        return told;
    }

    void checkThatItHasNothingToComplainOf() {
        Ledger.check(complaint == null, String.valueOf(complaint));
    }
}
