package io.futureos.studio.runtime;

import io.futureos.studio.Retention;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore.Stored;
import io.futureos.studio.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a node go round everything once a day, whichever of them is first. When the last round started is told by a blob that
 * each puts when it starts: so the nodes need no agreement, and the store's own clock tells how old things are.
 */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final byte[] MILESTONE =
            "When this was put last, a round through all projects and blobs started.".getBytes(StandardCharsets.UTF_8);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final int LOOKS_BETWEEN = 24;
    private static final int TRIES = 10;

    /** Nodes' clocks may be wrong, but whose is wrong by more must not decide what is old. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final Retention retention;
    private final Storage storage;
    private final Expiry expiry;
    private final BlobParts parts;
    private final Clock clock;
    private final Optional<Duration> shortest;
    private final Duration interval;
    private Instant nextLook = Instant.MIN;
    private @Nullable Round round;
    private int failures;

    Rounds(Retention retention, Storage storage, OneWay oneWay, Clock clock) {
        this.retention = retention;
        this.storage = storage;
        this.expiry = new Expiry(retention, storage, oneWay);
        this.parts = new BlobParts(storage.blobs());
        this.clock = clock;
        this.shortest = Stream.of(retention.exports(), retention.deletedProjects(), retention.unusedBlobs())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        this.interval = shortest.filter(kept -> kept.compareTo(DAILY) < 0).orElse(DAILY);
    }

    /** Starts a round if one is due, or does the next piece of one. */
    synchronized void goOn() {
        if (round == null) {
            round = dueRound().orElse(null);
        } else if (!goesOn(round)) {
            round = null;
        }
    }

    /** What fails is tried again some times, and then by the next round. */
    private boolean goesOn(Round now) {
        try {
            boolean more = now.goesOn();
            failures = 0;
            return more;
        } catch (RuntimeException e) {
            if (++failures == TRIES) {
                failures = 0;
                round = null;
            }
            throw e;
        }
    }

    private Optional<Round> dueRound() {
        Instant now = clock.instant();
        if (shortest.isEmpty() || now.isBefore(nextLook)) {
            return Optional.empty();
        }
        nextLook = now.plus(interval.dividedBy(LOOKS_BETWEEN));
        boolean isDue =
                lastStart().filter(last -> now.isBefore(last.plus(interval))).isEmpty();
        return isDue ? start(now) : Optional.empty();
    }

    private Optional<Round> start(Instant now) {
        storage.blobs().put(MILESTONE);
        Instant start = lastStart().orElseThrow();
        if (Duration.between(start, now).abs().compareTo(CLOCKS_APART) > 0) {
            LOG.warn("No round is started: it is {} here and {} where blobs are stored. Set the clocks", now, start);
            return Optional.empty();
        }
        return Optional.of(new Round(start, retention, storage, expiry, parts, clock));
    }

    private Optional<Instant> lastStart() {
        return storage.blobs().list(BlobKey.of(MILESTONE).toString(), Optional.empty(), 1).stream()
                .map(Stored::lastPut)
                .findFirst();
    }
}
