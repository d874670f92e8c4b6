package io.futureos.studio.testkit.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a node, which may be wrong. */
final class NodeClock extends Clock {

    private final Clock right;
    private Duration ahead = Duration.ZERO;

    NodeClock(Clock right) {
        this.right = right;
    }

    /** From now on, this clock is so much ahead, or behind if negative. */
    void jump(Duration difference) {
        ahead = difference;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
