package io.futureos.studio.storage.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A project that somebody at this node watches. All but {@link #awaitHearing} is called under the lock of its {@link Feed}. */
final class Watched {

    final Place place;
    private int watchers;
    private CompletableFuture<Boolean> hearing = new CompletableFuture<>();
    private boolean late;

    Watched(Place place) {
        this.place = place;
    }

    void join() {
        watchers++;
    }

    /** Whether that was the last one. */
    boolean leave() {
        watchers--;
        return watchers == 0;
    }

    /** Whether somebody has counted on it before. */
    boolean heard() {
        boolean wasLate = late;
        late = false;
        hearing.complete(true);
        return wasLate;
    }

    void heardNoMore() {
        late = true;
        hearing.complete(false);
        hearing = new CompletableFuture<>();
    }

    /** Somebody counts on the project's events although they are not heard. */
    void promised() {
        if (!hearing.isDone()) {
            late = true;
        }
    }

    CompletableFuture<Boolean> hearing() {
        return hearing;
    }

    /** Waits until the events are heard, or it is known that they are not, but no longer than this. */
    static void awaitHearing(CompletableFuture<Boolean> hearing, Duration atMost) {
        try {
            hearing.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody completes it so", e);
        } catch (TimeoutException e) {
            // The events come later, and with them the word that some were missed.
        }
    }
}
