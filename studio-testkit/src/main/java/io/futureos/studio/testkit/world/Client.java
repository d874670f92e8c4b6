package io.futureos.studio.testkit.world;

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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A window on a project: it has a view, watches, and brings the view up to date by differences. It must be told of every
 * revision once and in order, whatever node it watches at.
 */
final class Client implements Consumer<StudioEvent> {

    private final ProjectId project;
    private final UserId user;
    private @Nullable Subscription subscription;
    private @Nullable String complaint;
    private long told;
    private long seen;
    private Object view;

    Client(ProjectState state, UserId user) {
        this.project = state.projectId();
        this.user = user;
        this.told = state.revision();
        this.seen = state.revision();
        this.view = StudioJson.toOpen(state);
    }

    /** Watches at this node from now on, from where it was told last. */
    void watchAt(StudioOrchestrator studio) {
        drop();
        subscription = studio.projects().watch(project, user, told, this);
    }

    /** The node that it watched at is gone. */
    void drop() {
        if (subscription != null) {
            subscription.close();
        }
        subscription = null;
    }

    boolean isWatching() {
        return subscription != null;
    }

    ProjectId project() {
        return project;
    }

    UserId user() {
        return user;
    }

    @Override
    public void accept(StudioEvent event) {
        if (event instanceof RevisionCommitted committed) {
            long number = committed.revision().number();
            follow(number - 1, number);
        } else if (event instanceof CaughtUp caughtUp) {
            follow(caughtUp.from(), caughtUp.to());
            if (seen == caughtUp.from()) {
                view = Patched.of(view, caughtUp.patch());
                seen = caughtUp.to();
            }
        } else if (event instanceof WatchEnded) {
            subscription = null;
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
        StateUpdate update = studio.projects().since(project, user, seen);
        Ledger.check(update.from() == seen, "asked for what came since " + seen + " and got " + update.from());
        view = Patched.of(view, update.patch());
        seen = update.to();
    }

    Object view() {
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
