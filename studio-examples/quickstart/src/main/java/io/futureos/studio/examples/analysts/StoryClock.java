package io.futureos.studio.examples.analysts;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until the story goes on. */
final class StoryClock extends Clock {

    private final AtomicReference<ZonedDateTime> now;
    private final ZoneId zone;

    private StoryClock(AtomicReference<ZonedDateTime> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    static StoryClock startingAt(ZonedDateTime start) {
        return new StoryClock(new AtomicReference<>(start), start.getZone());
    }

    /** Lets it be that many days later, at this time. */
    void goTo(int daysLater, int hour, int minute) {
        now.updateAndGet(then -> then.plusDays(daysLater).withHour(hour).withMinute(minute));
    }

    ZonedDateTime local() {
        return requireNonNull(now.get());
    }

    @Override
    public Instant instant() {
        return local().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public StoryClock withZone(ZoneId other) {
        return new StoryClock(now, other);
    }
}
