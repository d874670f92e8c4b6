package io.futureos.studio.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** Which moment a local time is, by a zone's rules alone. */
final class LocalTimes {

    private LocalTimes() {}

    /** The earlier of two; the one as much later as clocks are put forward, if there is none. */
    static Instant moment(LocalDateTime local, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = rules.getTransition(local);
            return local.plus(gap.getDuration()).toInstant(gap.getOffsetAfter());
        }
        return offsets.stream().map(local::toInstant).min(Instant::compareTo).orElseThrow();
    }
}
