package io.futureos.studio.testkit.time;

import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovableClockTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");

    @Test
    void a_standing_clock_moves_only_when_it_is_told_to() {
        var clock = MovableClock.standingAt(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);

        clock.pass(Duration.ofMinutes(10));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(600));
        clock.pass(Duration.ofMinutes(-20));

        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(600));
    }

    @Test
    void a_ticking_clock_shows_no_instant_twice_to_whatever_thread() throws Exception {
        var clock = MovableClock.ticking(NOON, Duration.ofSeconds(1));
        Set<Instant> seen = ConcurrentHashMap.newKeySet();

        inParallel(8, thread -> {
            for (int i = 0; i < 1_000; i++) {
                seen.add(clock.instant());
            }
        });

        assertThat(seen).hasSize(8_000);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(8_001));
    }

    @Test
    void a_clock_in_another_zone_is_moved_along() {
        var clock = MovableClock.standingAt(NOON);
        MovableClock oslo = clock.withZone(ZoneId.of("Europe/Oslo"));

        clock.pass(Duration.ofHours(1));

        assertThat(oslo.instant()).isEqualTo(clock.instant());
        assertThat(oslo.getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
    }
}
