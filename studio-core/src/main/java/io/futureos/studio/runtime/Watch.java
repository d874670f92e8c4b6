package io.futureos.studio.runtime;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.WatchEnded;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who watches a project. What arrives is put into a mailbox, which costs whoever brings it next to nothing; a thread
 * of the events' executor empties it. Safe for use by several threads.
 */
final class Watch implements Subscription {

    /** How many events are told before others that wait for a thread have their turn. */
    private static final int AT_ONCE = 64;

    private final ProjectId project;
    private final UserId user;
    private final Consumer<StudioEvent> listener;
    private final Watches watches;
    private final Teller teller;
    private final Signal signal;
    private final Mailbox mailbox = new Mailbox();
    private final AtomicLong head;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean barred;
    private @Nullable Subscription channel;

    Watch(ProjectId project, UserId user, long seen, Consumer<StudioEvent> listener, Watches watches) {
        this.project = project;
        this.user = user;
        this.listener = listener;
        this.watches = watches;
        this.head = new AtomicLong(seen);
        this.teller = watches.teller(project, user, seen, this::hand);
        this.signal = new Signal(watches.executor(), this::empty);
    }

    ProjectId project() {
        return project;
    }

    UserId user() {
        return user;
    }

    /** The first event is to be the difference between the watcher's view and today's. */
    void startWithTheDifference() {
        teller.oweDifference();
    }

    /** Subscribes to the channel, unless that is done. */
    synchronized void tuneIn() {
        if (channel == null && !closed.get()) {
            channel = watches.subscribe(project, this::arrived);
        }
    }

    /** Takes an event of the channel. */
    private void arrived(StudioEvent event) {
        if (event instanceof RevisionCommitted committed) {
            noteHead(committed.revision().number());
        }
        mailbox.put(event);
        signal.raise();
    }

    private void noteHead(long number) {
        head.accumulateAndGet(number, Math::max);
    }

    /** Takes notice that the journal goes on to this revision, and goes on with what was left undone. */
    void reaches(long number) {
        noteHead(number);
        if (teller.told() < number || teller.owesDifference() || !mailbox.isEmpty()) {
            signal.raise();
        }
    }

    /** Takes notice that the user may not watch any more. */
    void bar() {
        barred = true;
        signal.raise();
    }

    /** What goes wrong here is tried again by the next sweep, which finds the head ahead of what was told. */
    private void empty() {
        try {
            int told = 0;
            while (!closed.get() && told < AT_ONCE && next()) {
                told++;
            }
            if (told == AT_ONCE) {
                signal.raise();
            }
        } catch (ProjectNotFoundException | AccessDeniedException e) {
            end();
        } catch (RuntimeException e) {
            watches.couldNotGoOn(project, e);
        }
    }

    /** Tells what is next; whether there may be more. */
    private boolean next() {
        if (barred) {
            end();
            return false;
        }
        if (teller.owesDifference()) {
            teller.tellDifference();
            return true;
        }
        if (mailbox.takeOverflow()) {
            teller.readOn(head.get());
            return true;
        }
        StudioEvent event = mailbox.take();
        if (event == null) {
            teller.readOn(head.get());
            return false;
        }
        if (event instanceof EventsMissed) {
            watches.lookAt(this);
        }
        if (!barred) {
            teller.tell(event);
        }
        return true;
    }

    private void hand(StudioEvent event) {
        if (!closed.get()) {
            call(event);
        }
    }

    private void call(StudioEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            watches.failed(project, e);
        }
    }

    private void end() {
        if (closeOnce()) {
            call(new WatchEnded(project));
        }
    }

    @Override
    public void close() {
        closeOnce();
    }

    private boolean closeOnce() {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        watches.remove(this);
        tuneOut();
        return true;
    }

    private synchronized void tuneOut() {
        if (channel != null) {
            watches.unsubscribe(project, channel);
        }
    }
}
