package io.futureos.studio.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
public final class MovableClock extends Clock {

    /** When clocks start unless they are told otherwise: a Wednesday morning, with microseconds to lose. */
    public static final Instant START = Instant.parse("2025-01-01T09:00:00.123456Z");

    private final AtomicReference<Instant> now;
    private final Duration step;
    private final ZoneId zone;

    private MovableClock(AtomicReference<Instant> now, Duration step, ZoneId zone) {
        this.now = now;
        this.step = step;
        this.zone = zone;
    }

    /** A clock that stands at {@link #START}. */
    public static MovableClock standing() {
        return standingAt(START);
    }

    /** A clock that stands at this instant. */
    public static MovableClock standingAt(Instant start) {
        return new MovableClock(new AtomicReference<>(start), Duration.ZERO, ZoneOffset.UTC);
    }

    /** A clock that each look finds so much later than the look before, so that no two instants are the same. */
    public static MovableClock ticking(Instant start, Duration step) {
        return new MovableClock(new AtomicReference<>(start), step, ZoneOffset.UTC);
    }

    /** Lets time go by; a negative time makes the clock jump back, as clocks of real machines do. */
    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public Instant instant() {
        return now.updateAndGet(instant -> instant.plus(step));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, read in another zone: moving one moves both. */
    @Override
    public MovableClock withZone(ZoneId other) {
        return new MovableClock(now, step, other);
    }

    @Override
    public String toString() {
        return "MovableClock[" + now.get() + "]";
    }
}
